package id.dampak.estimate.sensitivity;

import id.dampak.error.SensitivityErrors;
import java.util.List;
import java.util.function.DoublePredicate;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Confidence intervals for a combination l'τ of the effects of an event study that hold although
 * trends are not parallel, as long as the violation δ stays within a bound: Rambachan and Roth
 * (2023), doi:10.1093/restud/rdad018. With δ_0 = 0 in the last period before the event,
 *
 * <pre>
 * Δ^SD(M)  = {δ : |(δ_t+1 − δ_t) − (δ_t − δ_t−1)| ≤ M for all t}
 * Δ^RM(M̄) = {δ : |δ_t+1 − δ_t| ≤ M̄ max_s&lt;0 |δ_s+1 − δ_s| for all t ≥ 0}
 * </pre>
 *
 * <p>Δ^SD by the optimal fixed-length interval, Δ^RM by the conditional least-favourable hybrid
 * test of Andrews, Roth and Pakes (2023). All is for approximately normal estimates: quantiles are
 * normal, not Student's. See {@code docs/methods/honest-did.md}.
 *
 * <p>Differs from HonestDiD: the fixed-length interval is solved to rounding, not by a conic
 * solver; the least-favourable critical value integrates over the length of the normal vector and
 * over fixed directions, instead of 1000 draws; ends are found by bisection, not on a grid; a
 * confidence set is reported by the interval that covers it, and never cut by the grid.
 *
 * @param study β̂ and Σ̂
 * @param target l: a weight for each coefficient after the event
 * @param level confidence level 1 − α, in (0, 1)
 */
public record HonestInference(EventCoefficients study, List<Double> target, double level) {
  private static final int MOST_DOUBLINGS = 40;
  private static final double BREAKDOWN_ACCURACY = 1e-4;

  public HonestInference {
    target = List.copyOf(target);
    study.requireTarget(target);
    if (!(level > 0 && level < 1)) {
      throw SensitivityErrors.outOfRange("The confidence level", level, "between 0 and 1");
    }
  }

  /** 95 % intervals for the effect in the first period of the event. */
  public static HonestInference ofFirstEffect(EventCoefficients study) {
    return new HonestInference(study, study.firstEffect(), 0.95);
  }

  /** 95 % intervals for the mean effect over all periods after the event. */
  public static HonestInference ofAverageEffect(EventCoefficients study) {
    return new HonestInference(study, study.averageEffect(), 0.95);
  }

  /** The same with intervals of another level. */
  public HonestInference withLevel(double other) {
    return new HonestInference(study, target, other);
  }

  /** l'β̂ with the interval under parallel trends. */
  public RobustInterval original() {
    double[] weights = study.onAll(target);
    double half =
        Math.sqrt(study.covariance().quadratic(weights))
            * NormalDistribution.of(0, 1).inverseSurvivalProbability(alpha() / 2);
    double centre = study.combination(weights);
    return new RobustInterval("Original", Double.NaN, centre - half, centre + half);
  }

  /**
   * The interval under Δ^SD(M).
   *
   * @param m the most by which the slope of the violation changes from one period to the next; 0
   *     allows any linear trend
   */
  public RobustInterval smoothness(double m) {
    requireBound("M", m);
    return new FixedLength(study, target, alpha()).interval(m);
  }

  /**
   * The interval under Δ^RM(M̄); NaN ends where every value is rejected.
   *
   * @param mBar the most that a step of the violation after the event may be, in multiples of the
   *     largest step before it
   */
  public RobustInterval relativeMagnitudes(double mBar) {
    requireBound("Mbar", mBar);
    return new RelativeMagnitudes(study, target, alpha(), mBar).interval();
  }

  /**
   * The breakdown value of M: the smallest at which the interval under Δ^SD(M) holds {@code
   * nullValue}, to four digits; 0 if it does for a linear trend already.
   */
  public double breakdownSmoothness(double nullValue) {
    FixedLength fixed = new FixedLength(study, target, alpha());
    double unit = Math.sqrt(study.covariance().quadratic(study.onAll(target)));
    return breakdown(unit / 1024, m -> fixed.interval(m).contains(nullValue));
  }

  /**
   * The breakdown value of M̄: the smallest at which {@code nullValue} is not rejected under
   * Δ^RM(M̄), to four digits; 0 if it is not even without a violation after the event, positive
   * infinity if it is rejected for every M̄ that can be computed.
   */
  public double breakdownRelativeMagnitudes(double nullValue) {
    return breakdown(
        0.125, mBar -> new RelativeMagnitudes(study, target, alpha(), mBar).accepts(nullValue));
  }

  /** Doubles from {@code first} until {@code holds}, then bisects. */
  private static double breakdown(double first, DoublePredicate holds) {
    if (holds.test(0)) {
      return 0;
    }
    double out = 0;
    double in = first;
    for (int doubling = 0; !holds.test(in); doubling++) {
      if (doubling == MOST_DOUBLINGS) {
        return Double.POSITIVE_INFINITY;
      }
      out = in;
      in *= 2;
    }
    while (in - out > BREAKDOWN_ACCURACY * in) {
      double middle = 0.5 * (out + in);
      if (holds.test(middle)) {
        in = middle;
      } else {
        out = middle;
      }
    }
    return in;
  }

  private double alpha() {
    return 1 - level;
  }

  private static void requireBound(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw SensitivityErrors.outOfRange(name, value, "0 or a positive number");
    }
  }
}
