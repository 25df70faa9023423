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
    return fit(solve());
  }

  /** The moments of the clusters of the variance. */
  ClusterMoments moments(CrossingEffects crossing) {
    LabelledClusters clusters = LabelledClusters.of(specification.variance(), panel, sample, rows);
    Design design = solve();
    double[][] columns = design.kept();
    // Away from the origin the constant and the centred columns are the same model.
    for (int j = 1; effects.isEmpty() && j < columns.length; j++) {
      double mean = design.means[design.solution.kept()[j]];
      columns[j] = Arrays.stream(columns[j]).map(v -> v + mean).toArray();
    }
    double[] residuals = design.solution.residuals();
    return MomentSums.of(fit(design), columns, weights, residuals, clusters, effects, crossing);
  }

  /** The columns of the terms as the effects leave them, their means, and the solution. */
  private static final class Design {
    private final List<String> terms;
    private final double[][] columns;
    private final double[] means;
    private final LeastSquares solution;

    Design(List<String> terms, double[][] columns, double[] means, LeastSquares solution) {
      this.terms = terms;
      this.columns = columns;
      this.means = means;
      this.solution = solution;
    }

    double[][] kept() {
      return Arrays.stream(solution.kept()).mapToObj(j -> columns[j]).toArray(double[][]::new);
    }
  }

  private Design solve() {
    double[] outcome = Terms.values(panel, specification.outcome(), rows);
    Residual left = Residual.of(outcome, weights, absorber);
    if (left.absorbed()) {
      throw EstimationErrors.noVariation(specification.outcome(), specification.fixedEffects());
    }
    List<String> terms = specification.regressors();
    int first = 0;
    if (effects.isEmpty()) {
      terms = Stream.concat(Stream.of(FixedEffectsRegression.INTERCEPT), terms.stream()).toList();
      first = 1;
    }
    double[][] columns = new double[terms.size()][];
    if (effects.isEmpty()) {
      columns[0] = new double[rows.length];
      Arrays.fill(columns[0], 1);
    }
    double[] means = residualise(terms, columns, first);
    if (effects.isEmpty()) {
      means[0] = left.mean();
    }
    return new Design(terms, columns, means, LeastSquares.solve(columns, outcome, weights));
  }

  private Fit fit(Design design) {
    int[] kept = design.solution.kept();
    if (kept.length == 0) {
      throw EstimationErrors.nothingLeft(design.terms);
    }
    double[] points = design.solution.coefficients();
    Covariance covariance = covariance(design, effects.isEmpty() ? 0 : absorber.rank());
    if (effects.isEmpty()) {
      covariance = atOrigin(design, kept, points, covariance);
    }
    List<String> names = names(design.terms, kept);
    return covariance.fit(specification, specification.level(), names, points, sample, warnings);
  }

  /**
   * Without effects the constant is a regressor of its own. Solved for centred columns, where it is
   * orthogonal to the rest, then moved back to the origin: {@code b₀ = ȳ − x̄'β}.
   */
  private static Covariance atOrigin(
      Design design, int[] kept, double[] points, Covariance centred) {
    points[0] += design.means[0];
    double[] move = new double[kept.length * kept.length];
    for (int j = 0; j < kept.length; j++) {
      move[j * kept.length + j] = 1;
      if (j > 0) {
        move[j] = -design.means[kept[j]];
        points[0] += move[j] * points[j];
      }
    }
    Matrix transform = Matrix.of(kept.length, kept.length, move);
    Matrix matrix = transform.times(centred.matrix()).times(transform.transposed());
    return new Covariance(matrix, centred.degreesOfFreedom(), centred.clusters());
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

  private Covariance covariance(Design design, int effectRank) {
    double[] residuals = design.solution.residuals();
    double[] weighted = new double[residuals.length];
    double rss = 0;
    for (int i = 0; i < residuals.length; i++) {
      weighted[i] = weights[i] * residuals[i];
      rss += weighted[i] * residuals[i];
    }
    double[][] kept = design.kept();
    Solved solved =
        new Solved(
            design.solution.gramInverse(),
            new DenseScores(kept, weighted),
            rss,
            rows.length,
            kept.length,
            effects,
            effectRank);
    return Covariance.of(specification.variance(), solved, by -> sample.coded(by).at(rows));
  }
}
