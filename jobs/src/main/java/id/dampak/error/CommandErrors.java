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

  /** Neither a job nor a table has this name. */
  public static DampakException nothingNamed(String name, List<String> known) {
    return new DampakException(
        Kind.USER,
        "There is no job or table \"" + name + "\".",
        "There are " + String.join(", ", known) + ".",
        "Name one of them.");
  }
}
