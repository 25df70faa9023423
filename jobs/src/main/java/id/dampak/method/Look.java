package id.dampak.method;

import id.dampak.estimate.Estimate;
import id.dampak.estimate.sensitivity.Refit;
import java.util.Optional;

/**
 * One look at a headline estimate from another side.
 *
 * @param examination what was done, the same words for looks of one kind
 * @param subject with what, or without what
 * @param estimate what was found, NaN where there is no such number
 * @param refusal why nothing was found
 */
public record Look(
    String examination, String subject, Estimate estimate, Optional<String> refusal) {

  /** A refit. */
  static Look of(String examination, String subject, Refit refit) {
    return new Look(examination, subject, refit.estimate(), refit.refusal());
  }

  /** An interval alone. */
  static Look interval(String examination, String subject, double low, double high) {
    double none = Double.NaN;
    return found(examination, subject, new Estimate(subject, none, none, low, high, none));
  }

  /** A number alone. */
  static Look number(String examination, String subject, double value) {
    double none = Double.NaN;
    return found(examination, subject, new Estimate(subject, value, none, none, none, none));
  }

  static Look found(String examination, String subject, Estimate estimate) {
    return new Look(examination, subject, estimate, Optional.empty());
  }

  /** Why something could not be looked at. */
  static Look refused(String examination, String subject, String why) {
    double none = Double.NaN;
    return new Look(
        examination,
        subject,
        new Estimate(subject, none, none, none, none, none),
        Optional.of(why));
  }
}
