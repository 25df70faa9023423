package id.dampak.error;

import id.dampak.error.DampakException.Kind;
import java.nio.file.Path;
import java.util.List;

/** Errors about past runs. */
public final class RunErrors {
  private static final int MOST_NAMED = 5;

  private RunErrors() {}

  /** Nothing has run in the lake. */
  public static DampakException noRuns(Path lake) {
    return new DampakException(
        Kind.USER,
        "The lake " + lake + " knows of no run.",
        "Its table ops.run is empty or not there.",
        "Fill it with \"dampak run\" first, or name another lake with --lake.");
  }

  /** No run has this name; {@code known} are those that there are, the latest first. */
  public static DampakException noSuchRun(String name, List<String> known) {
    return new DampakException(
        Kind.USER,
        "There is no run \"" + name + "\" in the lake.",
        "There are " + some(known) + ".",
        "Name one of them, or \"latest\"; \"dampak history\" lists all.");
  }

  /** The beginning that was given is that of several runs. */
  public static DampakException severalRuns(String name, List<String> found) {
    return new DampakException(
        Kind.USER,
        "\"" + name + "\" may be one of " + found.size() + " runs.",
        "There are " + some(found) + ".",
        "Give more of the beginning.");
  }

  /** A run of an early version, which did not keep its study. */
  public static DampakException studyNotKept(String run, String hash) {
    return new DampakException(
        Kind.USER,
        "The study of the run " + run + " was not kept.",
        "The version that ran it wrote down its hash " + hash + " only.",
        "Give the study file of that time with --study; its hash is compared.");
  }

  /** The study file that was given is not the one that ran. */
  public static DampakException otherStudy(Path file, String hash, String run, String expected) {
    return new DampakException(
        Kind.USER,
        "The study " + file + " is not the one of the run " + run + ".",
        "Its hash is " + hash + ", and the run was of " + expected + ".",
        "Name the file as it was then, from its version control.");
  }

  /** A run that made no results, so that there is nothing to make again. */
  public static DampakException nothingToReproduce(String run, List<String> jobs) {
    return new DampakException(
        Kind.USER,
        "The run " + run + " has nothing to reproduce.",
        "It ran " + String.join(", ", jobs) + ", which make no results.",
        "Name a run that estimated; \"dampak history\" shows the headline of each.");
  }

  /** Made again, results are others; the rows are printed before. */
  public static DampakException notReproduced(String run, long rows) {
    return new DampakException(
        Kind.DATA,
        "The run " + run + " was not reproduced: " + rows + " rows of its results differ.",
        "They are listed above, with the tables on the way to them that differ.",
        "If the code version differs, build that version and try again; else report it.");
  }

  private static String some(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())));
    return names.size() > MOST_NAMED
        ? first + " and " + (names.size() - MOST_NAMED) + " more"
        : first;
  }
}
