package id.dampak.estimate;

import id.dampak.error.EstimationErrors;
import id.dampak.linalg.Absorber;
import id.dampak.linalg.Cholesky;
import id.dampak.linalg.Factor;
import id.dampak.linalg.Gram;
import id.dampak.linalg.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One run of an {@link ExposureEventStudy}, or of a regression on {@link Dummies}. Controls are
 * held as columns; the event regressors are residualised one at a time, because {@code Z̃'WZ̃ =
 * Z'WZ̃} needs only one of them at once.
 */
final class EventRegression {
  private final Estimator estimator;
  private final FixedEffectsRegression specification;
  private final Sample sample;
  private final int[] rows;
  private final double[] weights;
  private final List<Factor> effects;
  private final Absorber absorber;
  private final EventDesign events;
  private final double[] outcome;
  private final double[][] controls;
  private final List<String> terms;
  private final Matrix gram;
  private final int[] kept;

  /** The run of a study. */
  static EventRegression of(ExposureEventStudy study, Panel panel, Sample sample) {
    new EventChecks(study, panel, sample.rows()).require();
    EventDesign events = EventDesign.of(study, panel, sample.rows());
    return new EventRegression(study, study.regression(), events, sample);
  }

  /**
   * The events are regressors after those of {@code specification}, whose effects are taken out of
   * both; {@code estimator} is what the fit says it was made by.
   */
  EventRegression(
      Estimator estimator,
      FixedEffectsRegression specification,
      EventDesign events,
      Sample sample) {
    this.estimator = estimator;
    this.specification = specification;
    this.sample = sample;
    this.rows = sample.rows();
    this.weights = sample.weights(specification.weights(), rows);
    List<String> absorbed = specification.fixedEffects();
    this.effects = absorbed.stream().map(e -> sample.coded(e).at(rows)).toList();
    this.absorber = Absorber.of(effects, weights);
    this.events = events;
    this.outcome = sample.values(specification.outcome());
    List<String> regressors = specification.regressors();
    this.controls = regressors.stream().map(sample::values).toArray(double[][]::new);
    this.terms = Stream.concat(regressors.stream(), events.terms().stream()).toList();
    if (Residual.of(outcome, weights, absorber).absorbed()) {
      throw EstimationErrors.noVariation(specification.outcome(), absorbed);
    }
    for (double[] control : controls) {
      Residual.of(control, weights, absorber);
    }
    this.gram = gram();
    this.kept = Cholesky.of(gram).kept();
    if (kept.length == 0 || kept[kept.length - 1] < controls.length) {
      throw EstimationErrors.exposureAbsorbed(events.name(), absorbed);
    }
  }

  Fit fit() {
    Solution solution = solve(kept);
    double[] points = Arrays.stream(kept).mapToDouble(j -> solution.coefficients[j]).toArray();
    Covariance covariance = covariance(specification.variance(), solution.residuals);
    List<String> names = Arrays.stream(kept).mapToObj(terms::get).toList();
    return covariance.fit(estimator, specification.level(), names, points, sample, warnings(names));
  }

  /** The joint test that the terms before the event are 0. */
  JointTest preTrend() {
    int[] leads = IntStream.range(0, kept.length).filter(i -> isLead(kept[i])).toArray();
    double[] free = solve(kept).coefficients;
    double[] points = Arrays.stream(leads).mapToDouble(i -> free[kept[i]]).toArray();
    int[] others = Arrays.stream(kept).filter(j -> !isLead(j)).toArray();
    Covariance underNull =
        covariance(ScoreTest.uncorrected(specification.variance()), solve(others).residuals);
    return ScoreTest.of("no pre-trend", specification.variance(), underNull, leads, points);
  }

  private boolean isLead(int j) {
    return j >= controls.length && events.period(j - controls.length) < 0;
  }

  /** Coefficients, and what they leave of the outcome. */
  private static final class Solution {
    private final double[] coefficients;
    private double[] residuals;

    Solution(int terms, double[] outcome) {
      coefficients = new double[terms];
      residuals = outcome;
    }
  }

  /** Least squares on some of the terms; the others have coefficients of 0. */
  private Solution solve(int[] columns) {
    Cholesky cholesky = Cholesky.of(gram.block(columns));
    Solution solution = new Solution(terms.size(), outcome);
    // The second step refines what rounding left in the first.
    for (int step = 0; step < 2; step++) {
      double[] moments = moments(solution.residuals);
      double[] right = Arrays.stream(columns).mapToDouble(j -> moments[j]).toArray();
      double[] change = spread(cholesky.solve(right), columns);
      solution.residuals = less(solution.residuals, change);
      for (int j = 0; j < change.length; j++) {
        solution.coefficients[j] += change[j];
      }
    }
    return solution;
  }

  private List<String> warnings(List<String> names) {
    List<String> warnings = new ArrayList<>(sample.warnings());
    terms.stream()
        .filter(term -> !names.contains(term))
        .map(t -> t + " is left out: the fixed effects and the terms before it explain it")
        .forEach(warnings::add);
    return warnings;
  }

  /** A residualised regressor: of a control its column, of an event made anew. */
  private double[] column(int j) {
    if (j < controls.length) {
      return controls[j];
    }
    double[] column = events.column(j - controls.length);
    Residual.of(column, weights, absorber);
    return column;
  }

  private Matrix gram() {
    int p = controls.length;
    int k = terms.size();
    Matrix among = Gram.of(controls, weights);
    double[][] events = new double[k][];
    IntStream.range(0, k)
        .parallel()
        .forEach(j -> events[j] = this.events.transposeTimes(weights, column(j)));
    double[] gram = new double[k * k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j <= i; j++) {
        double value;
        if (i < p) {
          value = among.at(i, j);
        } else if (j < p) {
          value = events[j][i - p];
        } else {
          value = 0.5 * (events[j][i - p] + events[i][j - p]);
        }
        gram[i * k + j] = value;
        gram[j * k + i] = value;
      }
    }
    return Matrix.of(k, k, gram);
  }

  /** {@code X'Wv} for a column that is orthogonal to the effects. */
  private double[] moments(double[] v) {
    double[] moments = Arrays.copyOf(Gram.times(controls, weights, v), terms.size());
    double[] ofEvents = events.transposeTimes(weights, v);
    System.arraycopy(ofEvents, 0, moments, controls.length, ofEvents.length);
    return moments;
  }

  /** {@code v} less the fitted values of {@code coefficients}. */
  private double[] less(double[] v, double[] coefficients) {
    int p = controls.length;
    double[] left = events.times(Arrays.copyOfRange(coefficients, p, coefficients.length));
    for (int i = 0; i < left.length; i++) {
      left[i] = v[i] - left[i];
      for (int j = 0; j < p; j++) {
        left[i] -= coefficients[j] * controls[j][i];
      }
    }
    absorber.residualise(left);
    return left;
  }

  private double[] spread(double[] solution, int[] kept) {
    double[] spread = new double[terms.size()];
    for (int j = 0; j < kept.length; j++) {
      spread[kept[j]] = solution[j];
    }
    return spread;
  }

  /** The covariance of all estimates if these are the residuals. */
  private Covariance covariance(Variance variance, double[] residuals) {
    double[] weighted = new double[residuals.length];
    double rss = 0;
    for (int i = 0; i < residuals.length; i++) {
      weighted[i] = weights[i] * residuals[i];
      rss += weighted[i] * residuals[i];
    }
    Scores scores = new EventScores(kept.length, j -> column(kept[j]), weighted);
    Matrix bread = Cholesky.of(gram.block(kept)).inverse();
    Solved solved =
        new Solved(bread, scores, rss, rows.length, kept.length, effects, absorber.rank());
    return Covariance.of(variance, solved, by -> sample.coded(by).at(rows));
  }
}
