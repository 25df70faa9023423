package id.dampak.estimate.synthetic;

import id.dampak.estimate.Estimate;
import id.dampak.estimate.Estimator;
import id.dampak.estimate.Fit;
import id.dampak.estimate.StudentT;
import id.dampak.linalg.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Puts weights, gaps and what inference found into words and records. */
final class SynthesisBuilder {
  private final Estimator estimator;
  private final BlockPanel panel;
  private final Block block;
  private final Weights weights;
  private final Gaps gaps;
  private final double level;
  private final List<String> warnings = new ArrayList<>();
  private List<PlaceboRun> placebos = List.of();

  SynthesisBuilder(
      Estimator estimator, BlockPanel panel, Weights weights, Gaps gaps, double level) {
    this.estimator = estimator;
    this.panel = panel;
    this.block = panel.block();
    this.weights = weights;
    this.gaps = gaps;
    this.level = level;
  }

  SynthesisBuilder warn(String warning) {
    warnings.add(warning);
    return this;
  }

  SynthesisBuilder with(List<PlaceboRun> runs) {
    placebos = runs;
    return this;
  }

  /** The synthesis with standard errors from {@code covariance}. */
  Synthesis with(Matrix covariance) {
    StudentT normal = new StudentT(Double.POSITIVE_INFINITY, level);
    double[] points = gaps.terms();
    List<Estimate> estimates =
        IntStream.range(0, points.length)
            .mapToObj(k -> normal.estimate(term(k), points[k], Math.sqrt(covariance.at(k, k))))
            .toList();
    return synthesis(estimates, covariance);
  }

  /** The synthesis without standard errors; the p value of the first term is that of placebos. */
  Synthesis undefined() {
    double[] points = gaps.terms();
    double rank = permutation().map(Permutation::ratioPValue).orElse(Double.NaN);
    List<Estimate> estimates =
        IntStream.range(0, points.length)
            .mapToObj(
                k ->
                    new Estimate(
                        term(k),
                        points[k],
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        k == 0 ? rank : Double.NaN))
            .toList();
    double[] unknown = new double[points.length * points.length];
    Arrays.fill(unknown, Double.NaN);
    return synthesis(estimates, Matrix.of(points.length, points.length, unknown));
  }

  private Synthesis synthesis(List<Estimate> estimates, Matrix covariance) {
    Fit fit =
        new Fit(
            estimator,
            panel.observations(),
            List.of(),
            panel.dropped(),
            warnings,
            estimates,
            covariance,
            Double.POSITIVE_INFINITY,
            level);
    return new Synthesis(
        fit,
        IntStream.range(0, block.controls())
            .mapToObj(i -> new UnitWeight(panel.label(i), weights.omega()[i]))
            .toList(),
        IntStream.range(0, block.before())
            .mapToObj(t -> new TimeWeight(panel.period(t), weights.lambda()[t]))
            .toList(),
        path(),
        real(),
        placebos,
        permutation());
  }

  private List<PathPoint> path() {
    double[] observed = block.treatedMean();
    return IntStream.range(0, observed.length)
        .mapToObj(t -> new PathPoint(panel.period(t), observed[t], observed[t] - gaps.at(t)))
        .toList();
  }

  private PlaceboRun real() {
    return gaps.run(panel.treated());
  }

  private Optional<Permutation> permutation() {
    return placebos.isEmpty() ? Optional.empty() : Optional.of(Permutation.of(real(), placebos));
  }

  private String term(int k) {
    return k == 0 ? Synthesis.ATT : Synthesis.gapTerm(panel.period(block.before() + k - 1));
  }
}
