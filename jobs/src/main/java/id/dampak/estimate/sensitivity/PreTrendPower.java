package id.dampak.estimate.sensitivity;

import id.dampak.error.SensitivityErrors;
import id.dampak.linalg.Eigen;
import id.dampak.linalg.Matrix;
import id.dampak.linalg.QuadraticForm;
import id.dampak.linalg.Root;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What a test of pre-trends would have detected, and how a study that passed it is biased all the
 * same: Roth (2022), doi:10.1257/aeri.20210236. With δ_t = slope · t the estimates are N(δ + τ,
 * Σ̂), the test passes where the coefficients before the event lie in a box (individual t tests) or
 * an ellipsoid (joint test), and
 *
 * <pre>E[β̂_post | pass] − τ_post = δ_post + Σ₂₁ Σ₁₁⁺ (E[β̂_pre | pass] − δ_pre).</pre>
 *
 * <p>Differs from pretrends: the joint test is offered beside the individual ones, the bias is
 * given for l'τ, and integrals over the box are over fixed points. See {@code
 * docs/methods/pre-trend-power.md}.
 *
 * @param study β̂ and Σ̂; the estimates themselves play no part
 * @param target l: a weight for each coefficient after the event
 * @param test what is tested before the event
 * @param size of the test, 0.05 for stars at 5 %
 */
public record PreTrendPower(
    EventCoefficients study, List<Double> target, PreTrendTest test, double size) {
  private static final double ACCURACY = 1e-7;
  private static final double SINGULAR = 1e-10;

  public PreTrendPower {
    target = List.copyOf(target);
    study.requireTarget(target);
    requireProbability("The size of the test", size);
  }

  /** Individual tests at 5 %, and the effect in the first period of the event. */
  public static PreTrendPower of(EventCoefficients study) {
    return new PreTrendPower(study, study.firstEffect(), PreTrendTest.INDIVIDUAL, 0.05);
  }

  /** The same with another test. */
  public PreTrendPower with(PreTrendTest other) {
    return new PreTrendPower(study, target, other, size);
  }

  /** Probability that the test detects a trend of this slope. */
  public double power(double slope) {
    return 1 - passing(slope).probability();
  }

  /**
   * The trend that the test detects with probability {@code power}; a slope of 0 where chance alone
   * makes it reject that often, as with many individual tests.
   */
  public DetectableTrend detectable(double power) {
    requireProbability("The power", power);
    if (power(0) >= power) {
      return at(0);
    }
    double high = smallestStandardError();
    while (power(high) < power) {
      high *= 2;
    }
    return at(Root.between(0, high, ACCURACY * high, slope -> power(slope) - power));
  }

  /** What the test makes of a trend of this slope. */
  public DetectableTrend at(double slope) {
    int pre = study.prePeriods();
    NormalBox.Moments passing = passing(slope);
    double bias = 0;
    for (int j = 0; j < target.size(); j++) {
      bias += slope * study.time(pre + j) * target.get(j);
    }
    double[] shift = passing.mean();
    for (int i = 0; i < pre; i++) {
      shift[i] -= slope * study.time(i);
    }
    double probability = passing.probability();
    double[] weights = Eigen.of(before()).solve(covariancesWithTarget(), SINGULAR);
    double moved = probability > 0 ? bias : Double.NaN;
    for (int i = 0; i < pre; i++) {
      moved += weights[i] * shift[i];
    }
    return new DetectableTrend(
        slope, 1 - probability, bias, moved, probability / passing(0).probability());
  }

  private NormalBox.Moments passing(double slope) {
    int pre = study.prePeriods();
    double[] mean = new double[pre];
    for (int i = 0; i < pre; i++) {
      mean[i] = slope * study.time(i);
    }
    return switch (test) {
      case INDIVIDUAL -> {
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(size / 2);
        double[] half = new double[pre];
        for (int i = 0; i < pre; i++) {
          half[i] = z * Math.sqrt(study.covariance().at(i, i));
        }
        yield NormalBox.moments(mean, before(), half);
      }
      case JOINT -> {
        QuadraticForm form = QuadraticForm.inverse(before(), mean);
        double c = ChiSquaredDistribution.of(form.rank()).inverseSurvivalProbability(size);
        double shrinkage = NormalBall.shrinkage(c, form.rank(), form.value());
        double[] within = new double[pre];
        for (int i = 0; i < pre; i++) {
          within[i] = shrinkage * mean[i];
        }
        yield new NormalBox.Moments(NormalBall.probability(c, form.rank(), form.value()), within);
      }
    };
  }

  private Matrix before() {
    return study.covariance().block(IntStream.range(0, study.prePeriods()).toArray());
  }

  private double[] covariancesWithTarget() {
    int pre = study.prePeriods();
    double[] with = new double[pre];
    for (int i = 0; i < pre; i++) {
      for (int j = 0; j < target.size(); j++) {
        with[i] += study.covariance().at(i, pre + j) * target.get(j);
      }
    }
    return with;
  }

  /** Of a slope as measured by a single coefficient. */
  private double smallestStandardError() {
    double smallest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < study.prePeriods(); i++) {
      double stdError = Math.sqrt(study.covariance().at(i, i)) / -study.time(i);
      smallest = Math.min(smallest, stdError);
    }
    return smallest;
  }

  private static void requireProbability(String what, double value) {
    if (!(value > 0 && value < 1)) {
      throw SensitivityErrors.outOfRange(what, value, "between 0 and 1");
    }
  }
}
