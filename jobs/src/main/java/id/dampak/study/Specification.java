package id.dampak.study;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * One thing to estimate.
 *
 * @param name its name in the results
 * @param method estimator
 * @param role whether it is a result, or a placebo whose effect should be zero
 * @param aggregation units of the panel that enter as observations
 * @param outcome how the outcome is formed from sales
 * @param clip quantiles at which the outcome is clipped, where it is
 * @param sample starts of the periods that enter; empty for all of the window
 * @param shift periods by which the suspension is moved, for placebos in time; 0 for the true date
 * @param leads periods before the event that get a coefficient
 * @param lags periods from the event on that get a coefficient
 * @param fixedEffects fixed effects: unit, period, region, sector, size_class and their
 *     interactions, such as {@code region^period}
 * @param clusters columns by which standard errors are clustered, at most two
 * @param fixedEffectDegrees which fixed effects count as parameters in the small-sample factor
 * @param options what only few methods take
 */
public record Specification(
    String name,
    Method method,
    Role role,
    Aggregation aggregation,
    Outcome outcome,
    Optional<Clip> clip,
    List<LocalDateTime> sample,
    int shift,
    int leads,
    int lags,
    List<String> fixedEffects,
    List<String> clusters,
    FixedEffectDegrees fixedEffectDegrees,
    MethodOptions options) {

  /** Canonical constructor; copies the lists. */
  public Specification {
    sample = List.copyOf(sample);
    fixedEffects = List.copyOf(fixedEffects);
    clusters = List.copyOf(clusters);
  }

  /** What a specification is for. */
  public enum Role {
    RESULT,
    PLACEBO
  }

  /** What one observation is. */
  public enum Aggregation {
    /** A unit in a period. */
    UNIT,
    /** The sum over the units of a region in a period. */
    REGION,
    /** The sum over all units in a period. */
    TOTAL
  }

  /** How the outcome is formed from sales y. */
  public sealed interface Outcome {
    /** Sales in the currency; zeros are filled in. */
    record Level() implements Outcome {}

    /** Sales over the unit's own baseline mean, weighted by that mean; zeros are filled in. */
    record RelativeToBaseline() implements Outcome {}

    /**
     * ln(y / y {@code lag} periods before); both must be positive.
     *
     * @param lag periods
     * @param weights whether observations are weighted by y {@code lag} periods before
     */
    record LogRatio(int lag, Weights weights) implements Outcome {}
  }

  /** Weights of the observations of a log ratio. */
  public enum Weights {
    NONE,
    LAGGED_OUTCOME
  }

  /** Which fixed effects count as parameters in the cluster-robust small-sample factor. */
  public enum FixedEffectDegrees {
    /** Those not nested in the cluster. */
    NESTED,
    /** Every one. */
    ALL,
    /** None. */
    NONE
  }

  /**
   * Quantiles (type 7) at which the outcome is clipped.
   *
   * @param lower lower quantile, 0 to 1
   * @param upper upper quantile, 0 to 1
   */
  public record Clip(double lower, double upper) {}
}
