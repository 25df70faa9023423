package id.dampak.estimate.sensitivity;

import id.dampak.error.SensitivityErrors;
import id.dampak.estimate.ExposureEventStudy;
import id.dampak.estimate.Fit;
import id.dampak.linalg.Eigen;
import id.dampak.linalg.Matrix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * An event study as sensitivity analysis sees it: β̂ ~ N(β, Σ̂) with one coefficient for each of
 * consecutive periods, oldest first, the last period before the event left out because it is 0 by
 * construction (period 0 of Rambachan and Roth).
 *
 * @param prePeriods number of coefficients before the event
 * @param estimates β̂: those before the event, then those after it
 * @param covariance Σ̂, positive semi-definite
 */
public record EventCoefficients(int prePeriods, List<Double> estimates, Matrix covariance) {
  /** Negative eigenvalues and asymmetries below this part of the largest are rounding. */
  private static final double ROUNDING = 1e-9;

  /** Relative period that is 0 by construction unless told otherwise. */
  private static final int LAST_BEFORE = -1;

  /** Group of an event study without coefficients by group. */
  private static final String EVERYBODY = "all";

  /**
   * @throws id.dampak.error.DampakException if a side of the event has no coefficient, a number is
   *     not finite, or the covariance is not symmetric and positive semi-definite
   */
  public EventCoefficients {
    estimates = List.copyOf(estimates);
    int n = estimates.size();
    if (prePeriods < 1 || prePeriods >= n) {
      throw SensitivityErrors.noPeriods(prePeriods, n - prePeriods);
    }
    if (covariance.rows() != n || covariance.columns() != n) {
      throw SensitivityErrors.sizesDiffer(n, covariance.rows(), covariance.columns());
    }
    for (int i = 0; i < n; i++) {
      double variance = covariance.at(i, i);
      if (!Double.isFinite(estimates.get(i)) || !(variance > 0) || Double.isInfinite(variance)) {
        throw SensitivityErrors.notUsable(i + 1, estimates.get(i), variance);
      }
    }
    requirePositive(covariance);
  }

  /** Coefficients from an array, {@code prePeriods} of them before the event. */
  public static EventCoefficients of(int prePeriods, double[] estimates, Matrix covariance) {
    return new EventCoefficients(
        prePeriods, DoubleStream.of(estimates).boxed().toList(), covariance);
  }

  /**
   * The coefficients of a fit whose event starts in relative period 0.
   *
   * @param terms name of the term of each relative period
   * @param reference relative period whose coefficient is 0 by construction and which has no term
   */
  public static EventCoefficients of(Fit fit, Map<Integer, String> terms, int reference) {
    return of(fit, terms, reference, LAST_BEFORE);
  }

  /**
   * The coefficients of a fit.
   *
   * @param terms name of the term of each relative period
   * @param reference relative period whose coefficient is 0 by construction and which has no term
   * @param lastBefore the last relative period that the event cannot touch, with anticipation
   *     earlier than −1; where it is not the reference, coefficients are taken relative to it
   */
  public static EventCoefficients of(
      Fit fit, Map<Integer, String> terms, int reference, int lastBefore) {
    return EventTerms.read(fit, terms, reference, lastBefore);
  }

  /**
   * The path of an exposure event study without coefficients by group. Binned end points stand for
   * several periods and are left out.
   */
  public static EventCoefficients of(ExposureEventStudy study, Fit fit) {
    return of(study, fit, EVERYBODY);
  }

  /**
   * The path of one group of an exposure event study with coefficients by group; binned end points
   * are left out.
   *
   * @throws id.dampak.error.DampakException if the study has no such group
   */
  public static EventCoefficients of(ExposureEventStudy study, Fit fit, String group) {
    Map<Integer, String> terms = EventTerms.of(study, fit, group);
    return of(fit, terms, study.reference());
  }

  /** Number of coefficients after the event. */
  public int postPeriods() {
    return estimates.size() - prePeriods;
  }

  /** The weights l for which l'τ is the effect in the first period of the event. */
  public List<Double> firstEffect() {
    List<Double> weights = new ArrayList<>(Collections.nCopies(postPeriods(), 0.0));
    weights.set(0, 1.0);
    return List.copyOf(weights);
  }

  /** The weights l for which l'τ is the mean effect over all periods after the event. */
  public List<Double> averageEffect() {
    return List.copyOf(Collections.nCopies(postPeriods(), 1.0 / postPeriods()));
  }

  /**
   * Weights of the mean over some relative periods after the event.
   *
   * @param periods from 0 on
   */
  public List<Double> averageEffect(List<Integer> periods) {
    return IntStream.range(0, postPeriods())
        .mapToObj(k -> periods.contains(k) ? 1.0 / periods.size() : 0.0)
        .toList();
  }

  /**
   * The largest step |β̂_s+1 − β̂_s| up to the last period before the event: what M̄ multiplies, as
   * estimated.
   */
  public double largestStepBefore() {
    double largest = 0;
    for (int i = 0; i < prePeriods; i++) {
      largest = Math.max(largest, Math.abs(before(i + 1) - before(i)));
    }
    return largest;
  }

  /**
   * The largest change of slope |β̂_s+1 − 2β̂_s + β̂_s−1| up to the last period before the event: a
   * yardstick for M; NaN with a single coefficient before it.
   */
  public double largestBendBefore() {
    double largest = prePeriods < 2 ? Double.NaN : 0;
    for (int i = 1; i < prePeriods; i++) {
      largest = Math.max(largest, Math.abs(before(i + 1) - 2 * before(i) + before(i - 1)));
    }
    return largest;
  }

  /** {@code v'β̂}. */
  double combination(double[] v) {
    double sum = 0;
    for (int i = 0; i < v.length; i++) {
      sum += v[i] * estimates.get(i);
    }
    return sum;
  }

  /** Weights on all coefficients that are 0 before the event. */
  double[] onAll(List<Double> target) {
    double[] weights = new double[estimates.size()];
    for (int j = 0; j < target.size(); j++) {
      weights[prePeriods + j] = target.get(j);
    }
    return weights;
  }

  /** Periods since the period that is 0 by construction, of the coefficient {@code i}. */
  int time(int i) {
    return i < prePeriods ? i - prePeriods : i - prePeriods + 1;
  }

  /**
   * @throws id.dampak.error.DampakException if the weights do not fit the periods after the event
   */
  void requireTarget(List<Double> weights) {
    boolean finite = weights.stream().allMatch(Double::isFinite);
    if (weights.size() != postPeriods() || !finite || weights.stream().allMatch(w -> w == 0)) {
      throw SensitivityErrors.badTarget(weights, postPeriods());
    }
  }

  /** The coefficient {@code i}, the one after the last before the event being 0. */
  private double before(int i) {
    return i < prePeriods ? estimates.get(i) : 0;
  }

  private static void requirePositive(Matrix covariance) {
    int n = covariance.rows();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double one = covariance.at(i, j);
        double other = covariance.at(j, i);
        double size = Math.sqrt(covariance.at(i, i) * covariance.at(j, j));
        if (!(Math.abs(one - other) <= ROUNDING * size)) {
          throw SensitivityErrors.notSymmetric(i + 1, j + 1, one, other);
        }
      }
    }
    double[] values = Eigen.of(covariance).values();
    for (int e = 0; e < n; e++) {
      if (values[e] < -ROUNDING * values[0]) {
        throw SensitivityErrors.notPositive(e + 1, n, values[e], values[0]);
      }
    }
  }
}
