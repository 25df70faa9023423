package id.dampak.estimate.staggered;

import id.dampak.error.EstimationErrors;
import id.dampak.estimate.Residual;
import id.dampak.linalg.Absorber;
import id.dampak.linalg.Factor;
import id.dampak.linalg.Gram;
import id.dampak.linalg.LeastSquares;
import id.dampak.linalg.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The regression of untreated observations on dummies of the last periods before treatment: what
 * parallel trends say is 0. Kept as influences of clusters, so that its covariance with the effects
 * after treatment is known too.
 */
final class LeadRegression {
  private final List<Integer> leads;
  private final double[] points;
  private final double[][] influence;
  private final double[][] influenceUnderNull;
  private final List<String> absent;

  private LeadRegression(
      List<Integer> leads,
      double[] points,
      double[][] influence,
      double[][] influenceUnderNull,
      List<String> absent) {
    this.leads = leads;
    this.points = points;
    this.influence = influence;
    this.influenceUnderNull = influenceUnderNull;
    this.absent = absent;
  }

  /**
   * Estimates the leads.
   *
   * @param absorber takes the effects out of untreated observations
   * @param clusters of untreated observations; {@code count} of them altogether
   * @param underNull residuals of untreated observations without leads
   */
  static LeadRegression of(
      Imputation options,
      ImputationSample sample,
      Absorber absorber,
      Factor clusters,
      double[] underNull) {
    int[] rows = sample.untreated();
    double[] weights = sample.weights(rows);
    int first = options.covariates().size();
    double[][] x = columns(options, sample, weights, absorber);
    double[] y = sample.values(options.outcome(), rows);
    Residual.of(y, weights, absorber);
    LeastSquares solution = LeastSquares.solve(x, y, weights);
    int[] kept = solution.kept();
    int[] of = IntStream.range(0, kept.length).filter(j -> kept[j] >= first).toArray();
    List<Integer> leads =
        IntStream.of(of).map(j -> kept[j] - first - options.leads()).boxed().toList();
    List<String> absent = new ArrayList<>();
    for (int k = -options.leads(); k < 0; k++) {
      if (!leads.contains(k)) {
        absent.add(EffectsBy.EVENT_TIME.term(options.time(), 0, k));
      }
    }
    double[][] columns = IntStream.of(kept).mapToObj(j -> x[j]).toArray(double[][]::new);
    Matrix bread = solution.gramInverse();
    int parameters = absorber.rank() + kept.length;
    double factor =
        leads.isEmpty()
            ? 1
            : Math.sqrt(factor(sample.effects(), clusters, parameters, rows.length));
    double[] all = solution.coefficients();
    return new LeadRegression(
        leads,
        IntStream.of(of).mapToDouble(j -> all[j]).toArray(),
        influence(columns, weighted(solution.residuals(), weights, factor), bread, of, clusters),
        influence(columns, weighted(underNull, weights, 1), bread, of, clusters),
        absent);
  }

  /** What the effects leave of the covariates and of the leads after them. */
  private static double[][] columns(
      Imputation options, ImputationSample sample, double[] weights, Absorber absorber) {
    int[] rows = sample.untreated();
    int first = options.covariates().size();
    double[][] x = new double[first + options.leads()][];
    IntStream.range(0, x.length)
        .parallel()
        .forEach(
            j -> {
              x[j] =
                  j < first
                      ? sample.values(options.covariates().get(j), rows)
                      : dummy(sample.adoption(), rows, j - first - options.leads());
              Residual.of(x[j], weights, absorber);
            });
    return x;
  }

  private static double[] dummy(Adoption adoption, int[] rows, int lead) {
    return IntStream.of(rows)
        .mapToDouble(row -> !adoption.isNever(row) && adoption.relative(row) == lead ? 1 : 0)
        .toArray();
  }

  /** G/(G − 1) · (N − 1)/(N − K) with effects nested in clusters counted as one parameter. */
  private static double factor(List<Factor> effects, Factor clusters, int parameters, int n) {
    List<Factor> nested = effects.stream().filter(effect -> effect.isNestedIn(clusters)).toList();
    int counted = nested.isEmpty() ? parameters : parameters - Absorber.rankOf(nested) + 1;
    if (n <= counted) {
      throw EstimationErrors.noDegreesOfFreedom(n, counted);
    }
    double g = Arrays.stream(clusters.toCodes()).distinct().count();
    return g / (g - 1) * (n - 1.0) / (n - counted);
  }

  private static double[] weighted(double[] residuals, double[] weights, double factor) {
    double[] weighted = new double[residuals.length];
    Arrays.setAll(weighted, i -> factor * weights[i] * residuals[i]);
    return weighted;
  }

  /** {@code B Σ_{i∈c} x̃_i w_i û_i}: for each lead a number for each cluster. */
  private static double[][] influence(
      double[][] x, double[] weighted, Matrix bread, int[] leads, Factor clusters) {
    double[][] influence = new double[leads.length][clusters.levels()];
    for (int j = 0; j < x.length; j++) {
      double[] score = new double[clusters.levels()];
      for (int i = 0; i < weighted.length; i++) {
        score[clusters.code(i)] += x[j][i] * weighted[i];
      }
      for (int l = 0; l < leads.length; l++) {
        double b = bread.at(leads[l], j);
        for (int c = 0; c < score.length; c++) {
          influence[l][c] += b * score[c];
        }
      }
    }
    return influence;
  }

  /** Event times of the leads that could be estimated. */
  List<Integer> leads() {
    return leads;
  }

  double[] points() {
    return points.clone();
  }

  /** What a cluster adds to a lead, small-sample factor included. */
  double[] influence(int lead) {
    return influence[lead];
  }

  /** Covariance of the leads if all of them are 0, without small-sample factors. */
  Matrix covarianceUnderNull() {
    double[] ones = new double[influenceUnderNull.length == 0 ? 0 : influenceUnderNull[0].length];
    Arrays.fill(ones, 1);
    return Gram.of(influenceUnderNull, ones);
  }

  /** Terms that were asked for and could not be estimated. */
  List<String> absent() {
    return absent;
  }
}
