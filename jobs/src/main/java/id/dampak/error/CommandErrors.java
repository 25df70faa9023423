package id.dampak.error;

import id.dampak.error.DampakException.Kind;
import java.util.List;

/** Errors in a call of the command line. */
public final class CommandErrors {

  private CommandErrors() {}

  /** No format of input files has this name. */
  public static DampakException noSuchFormat(String name, List<String> known) {
    return new DampakException(
        Kind.USER,
        "There is no format \"" + name + "\".",
        "There are " + String.join(", ", known) + ".",
        "Name one of them.");
  }

  /** An option was given a number below {@code least}. */
  public static DampakException numberTooLow(String option, int number, int least) {
    return new DampakException(
        Kind.USER,
        option + " cannot be " + number + ".",
        "It must be at least " + least + ".",
        "Give " + option + " such a number, or leave it out.");
  }

  /** Neither a job nor a table has this name. */
  public static DampakException nothingNamed(String name, List<String> known) {
    return new DampakException(
        Kind.USER,
        "There is no job or table \"" + name + "\".",
        "There are " + String.join(", ", known) + ".",
        "Name one of them.");
  }
}
