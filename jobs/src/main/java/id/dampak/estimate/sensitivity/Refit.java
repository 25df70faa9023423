package id.dampak.estimate.sensitivity;

import id.dampak.error.DampakException;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.Estimator;
import id.dampak.estimate.Fit;
import id.dampak.estimate.Panel;
import java.util.Optional;

/**
 * An estimate made again on other data or with another specification.
 *
 * @param name what is different
 * @param observations observations that entered
 * @param estimate the number, all NaN where the estimator refused
 * @param refusal why it refused
 */
public record Refit(String name, int observations, Estimate estimate, Optional<String> refusal) {

  /** Fits, and keeps a refusal as a result: one group that cannot be spared stops no table. */
  static Refit of(String name, Estimator estimator, Quantity quantity, Panel panel) {
    try {
      Fit fit = estimator.fit(panel);
      return new Refit(name, fit.observations(), quantity.in(fit), Optional.empty());
    } catch (DampakException refused) {
      double none = Double.NaN;
      Estimate nothing = new Estimate(quantity.name(), none, none, none, none, none);
      String why = refused.problem() + " " + refused.reason();
      return new Refit(name, 0, nothing, Optional.of(why));
    }
  }

  /** Whether there is an estimate. */
  public boolean succeeded() {
    return refusal.isEmpty();
  }

  /** The same under another name. */
  public Refit named(String other) {
    return new Refit(other, observations, estimate, refusal);
  }
}
