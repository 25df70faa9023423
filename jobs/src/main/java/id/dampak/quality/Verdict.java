package id.dampak.quality;

import id.dampak.contract.Severity;
import java.util.OptionalDouble;

/**
 * What a rule found: one verdict for each subject that does not pass, or one that says that all do.
 *
 * @param table table that the rule is about
 * @param rule name of the rule
 * @param subject input, file or period; {@code *} for all of them
 * @param passed whether the measured value is within the threshold
 * @param severity what follows where it is not
 * @param measured the measured value; empty where there was nothing to measure
 * @param threshold the largest value that passes
 * @param rows rows that it concerns
 * @param finding what was found, as a sentence with the values
 */
public record Verdict(
    String table,
    String rule,
    String subject,
    boolean passed,
    Severity severity,
    OptionalDouble measured,
    double threshold,
    long rows,
    String finding) {

  /** Whether there was anything to measure; if not, passing means nothing. */
  public boolean isMeasured() {
    return measured.isPresent();
  }

  /** Whether it ends the run. */
  public boolean stops() {
    return !passed && severity == Severity.STOP;
  }

  /** Whether somebody should look at it: it did not pass, and no study has accepted it. */
  public boolean isOpen() {
    return !passed && severity != Severity.ACCEPT;
  }
}
