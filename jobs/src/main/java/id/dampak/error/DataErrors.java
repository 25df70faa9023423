package id.dampak.error;

import id.dampak.error.DampakException.Kind;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Data that contradict a declared check. */
public final class DataErrors {

  private DataErrors() {}

  /** Rows in are not rows out, quarantined and dropped as repeats. */
  public static DampakException rowsLost(
      String input, long in, long out, long quarantined, long duplicates) {
    return new DampakException(
        Kind.DATA,
        "The rows of the input \"" + input + "\" do not balance.",
        in
            + " came in, but "
            + out
            + " were stored, "
            + quarantined
            + " quarantined and "
            + duplicates
            + " dropped as repeats.",
        "This should not happen: report it with the input's header and the program's version.");
  }

  /**
   * A quality rule whose severity is to stop is broken.
   *
   * @param rule the first such rule, with its table
   * @param findings what was found, as sentences
   */
  public static DampakException ruleStops(String rule, List<String> findings) {
    return new DampakException(
        Kind.DATA,
        "The data break the rule " + rule + ", which ends the run.",
        String.join("; ", findings) + ".",
        "Mend the source, or declare another severity or threshold under \"quality:\" in the study"
            + " file, with a reason. Nothing after the check was computed; ops.quality has every"
            + " finding.");
  }

  /** A run that did the rest, and left out what these faults are about. */
  public static DampakException incomplete(Collection<DampakException> faults) {
    String things = faults.size() == 1 ? "one thing" : faults.size() + " things";
    return listed("The run is done, but for " + things + ":", faults);
  }

  /**
   * A run that ends when it has landed what it could, because these faults left nothing of inputs
   * that it needs.
   */
  public static DampakException nothingUsable(
      Collection<String> inputs, Collection<DampakException> faults) {
    return listed(
        "The files that can be used have landed, but there are none of "
            + inputs.stream()
                .map(input -> "the input \"" + input + "\"")
                .collect(Collectors.joining(" or "))
            + ", so that nothing was made of them:",
        faults);
  }

  private static DampakException listed(String start, Collection<DampakException> faults) {
    String before = faults.size() == 1 ? " " : "\n          ";
    return new DampakException(
        Kind.DATA,
        start
            + faults.stream().map(fault -> before + fault.problem()).collect(Collectors.joining()),
        faults.stream().map(DampakException::reason).collect(Collectors.joining("\n          ")),
        faults.stream()
            .map(DampakException::remedy)
            .distinct()
            .collect(Collectors.joining("\n          ")));
  }

  /** A job needs tables that no earlier job has filled. */
  public static DampakException notBuiltYet(String job, String tables) {
    return new DampakException(
        Kind.USER,
        "The job " + job + " has nothing to read.",
        "The lake holds no rows of this study in " + tables + ".",
        "Run the whole pipeline first, or start further up with --from.");
  }

  /** A job that is not in the pipeline. */
  public static DampakException noSuchJob(String job, String known) {
    return new DampakException(
        Kind.USER,
        "There is no job \"" + job + "\".",
        "The jobs are " + known + ".",
        "Name one of them.");
  }
}
