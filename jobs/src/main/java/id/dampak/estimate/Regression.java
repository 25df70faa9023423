package id.dampak.estimate;

import id.dampak.error.EstimationErrors;
import id.dampak.linalg.Absorber;
import id.dampak.linalg.Factor;
import id.dampak.linalg.LeastSquares;
import id.dampak.linalg.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One run of a {@link FixedEffectsRegression}: columns, what is left of them, the solution. */
final class Regression {
  private final FixedEffectsRegression specification;
  private final Panel panel;
  private final Sample sample;
  private final int[] rows;
  private final double[] weights;
  private final List<Factor> effects;
  private final Absorber absorber;
  private final List<String> warnings;

  Regression(FixedEffectsRegression specification, Panel panel, Sample sample) {
    this.specification = specification;
    this.panel = panel;
    this.sample = sample;
    this.rows = sample.rows();
    this.weights = sample.weights(specification.weights(), rows);
    this.effects =
        specification.fixedEffects().stream().map(e -> sample.coded(e).at(rows)).toList();
    this.absorber = Absorber.of(effects, weights);
    this.warnings = new ArrayList<>(sample.warnings());
  }

  Fit fit() {
    double[] outcome = Terms.values(panel, specification.outcome(), rows);
    Residual left = Residual.of(outcome, weights, absorber);
    if (left.absorbed()) {
      throw EstimationErrors.noVariation(specification.outcome(), specification.fixedEffects());
    }
    return effects.isEmpty() ? withIntercept(outcome, left.mean()) : withinEffects(outcome);
  }

  private Fit withinEffects(double[] outcome) {
    List<String> terms = specification.regressors();
    double[][] columns = new double[terms.size()][];
    residualise(terms, columns, 0);
    LeastSquares solution = LeastSquares.solve(columns, outcome, weights);
    int[] kept = solution.kept();
    if (kept.length == 0) {
      throw EstimationErrors.nothingLeft(terms);
    }
    Covariance covariance = covariance(solution, columns, absorber.rank());
    return assemble(names(terms, kept), solution.coefficients(), covariance);
  }

  /**
   * Without effects the constant is a regressor of its own. Solved for centred columns, where it is
   * orthogonal to the rest, then moved back to the origin: {@code b₀ = ȳ − x̄'β}.
   */
  private Fit withIntercept(double[] outcome, double outcomeMean) {
    List<String> terms =
        Stream.concat(
                Stream.of(FixedEffectsRegression.INTERCEPT), specification.regressors().stream())
            .toList();
    double[][] columns = new double[terms.size()][];
    columns[0] = new double[rows.length];
    Arrays.fill(columns[0], 1);
    double[] means = residualise(terms, columns, 1);
    LeastSquares solution = LeastSquares.solve(columns, outcome, weights);
    int[] kept = solution.kept();
    double[] points = solution.coefficients();
    points[0] += outcomeMean;
    double[] move = new double[kept.length * kept.length];
    for (int j = 0; j < kept.length; j++) {
      move[j * kept.length + j] = 1;
      if (j > 0) {
        move[j] = -means[kept[j]];
        points[0] += move[j] * points[j];
      }
    }
    Matrix transform = Matrix.of(kept.length, kept.length, move);
    Covariance centred = covariance(solution, columns, 0);
    Matrix matrix = transform.times(centred.matrix()).times(transform.transposed());
    return assemble(
        names(terms, kept),
        points,
        new Covariance(matrix, centred.degreesOfFreedom(), centred.clusters()));
  }

  /** Fills the columns of the terms from {@code first} on; returns their means. */
  private double[] residualise(List<String> terms, double[][] columns, int first) {
    double[] means = new double[columns.length];
    boolean[] absorbed = new boolean[columns.length];
    IntStream.range(first, columns.length)
        .parallel()
        .forEach(
            j -> {
              columns[j] = Terms.values(panel, terms.get(j), rows);
              Residual left = Residual.of(columns[j], weights, absorber);
              means[j] = left.mean();
              absorbed[j] = left.absorbed();
            });
    for (int j = first; j < absorbed.length; j++) {
      if (absorbed[j]) {
        String why = effects.isEmpty() ? "it is constant" : "the fixed effects explain it";
        warnings.add(terms.get(j) + " is left out: " + why);
      }
    }
    return means;
  }

  private List<String> names(List<String> terms, int[] kept) {
    List<String> names = Arrays.stream(kept).mapToObj(terms::get).toList();
    terms.stream()
        .filter(term -> !names.contains(term))
        .filter(term -> warnings.stream().noneMatch(w -> w.startsWith(term + " is left out")))
        .forEach(
            term ->
                warnings.add(term + " is left out: it is collinear with the regressors before it"));
    return names;
  }

  private Covariance covariance(LeastSquares solution, double[][] columns, int effectRank) {
    double[] residuals = solution.residuals();
    double[] weighted = new double[residuals.length];
    double rss = 0;
    for (int i = 0; i < residuals.length; i++) {
      weighted[i] = weights[i] * residuals[i];
      rss += weighted[i] * residuals[i];
    }
    double[][] kept =
        Arrays.stream(solution.kept()).mapToObj(j -> columns[j]).toArray(double[][]::new);
    Solved solved =
        new Solved(
            solution.gramInverse(),
            new DenseScores(kept, weighted),
            rss,
            rows.length,
            kept.length,
            effects,
            effectRank);
    return Covariance.of(specification.variance(), solved, by -> sample.coded(by).at(rows));
  }

  private Fit assemble(List<String> terms, double[] points, Covariance covariance) {
    return covariance.fit(specification, specification.level(), terms, points, sample, warnings);
  }
}
