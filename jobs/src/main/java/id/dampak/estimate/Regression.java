package id.dampak.estimate;

import id.dampak.error.EstimationErrors;
import id.dampak.linalg.CellSpread;
import id.dampak.linalg.Cholesky;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One run of a regression with fixed effects. The end of an iteration with changing weights is one
 * too, whose weights and residuals are those of its last step.
 */
final class Regression {
  private final Model model;
  private final Frame frame;
  private final Design design;

  Regression(Model model, Frame frame, Design design) {
    this.model = model;
    this.frame = frame;
    this.design = design;
  }

  /** The linear regression. */
  Fit linear() {
    return fit(solve());
  }

  /** The moments of the clusters of the variance in the linear regression. */
  ClusterMoments moments(CrossingEffects crossing) {
    LabelledClusters clusters = LabelledClusters.of(model.variance(), frame);
    Linear linear = solve();
    int[] kept = linear.solution().kept();
    double[][] columns = linear.within().columns(kept);
    if (design.hasConstant()) {
      Origin.move(columns, kept, linear.within().means());
    }
    return MomentSums.of(
        fit(linear), columns, linear.solution().residuals(), frame, clusters, crossing);
  }

  /** The linear regression solved, and the mean that the outcome had. */
  private record Linear(Within within, Solution solution, double outcomeMean) {}

  private Linear solve() {
    double[] outcome = frame.outcome(model.outcome());
    Residual left = leave(outcome);
    Within within = design.within();
    Solution solution = Solution.of(within, allTerms(), outcome);
    design.requireAnswer(solution.kept());
    return new Linear(within, solution, left.mean());
  }

  private Fit fit(Linear linear) {
    Within within = linear.within();
    Solution solution = linear.solution();
    Covariance covariance =
        covariance(within, solution, frame.weights(), model.variance(), Dispersion.ESTIMATED);
    return fit(within, solution.kept(), solution.coefficients(), linear.outcomeMean(), covariance);
  }

  /** The joint test that the terms of {@code events} before the event are 0. */
  JointTest preTrend(ExposureDesign events) {
    double[] outcome = frame.values(model.outcome());
    leave(outcome);
    Within within = events.within();
    int[] kept = Cholesky.of(within.gram()).kept();
    events.requireAnswer(kept);
    PreTrend test = new PreTrend(this, events, model.variance());
    double[] underNull = Solution.of(within, test.free(kept), outcome).residuals();
    return test.test(within, kept, underNull, frame.weights(), Dispersion.ESTIMATED);
  }

  /** Takes the effects out of the outcome. */
  Residual leave(double[] outcome) {
    Residual left = Residual.of(outcome, frame.weights(), frame.absorber());
    if (left.absorbed() && frame.spread().stream().allMatch(within -> within.total() == 0)) {
      throw EstimationErrors.noVariation(model.outcome(), model.fixedEffects());
    }
    return left;
  }

  int[] allTerms() {
    return IntStream.range(0, design.terms().size()).toArray();
  }

  /** Rank of what is taken out of the terms: 0 where the constant is one of them. */
  int effectRank() {
    return design.hasConstant() ? 0 : frame.absorber().rank();
  }

  /** The covariance of the terms of a solution at weights. */
  Covariance covariance(
      Within within,
      Solution solution,
      double[] weights,
      Variance variance,
      Dispersion dispersion) {
    double[] residuals = solution.residuals();
    double[] weighted = new double[residuals.length];
    double rss = 0;
    for (int i = 0; i < residuals.length; i++) {
      weighted[i] = weights[i] * residuals[i];
      rss += weighted[i] * residuals[i];
    }
    rss += frame.spread().map(CellSpread::total).orElse(0.0);
    int[] kept = solution.kept();
    Solved solved =
        new SolvedFrame(
            solution.bread(),
            within.scores(kept, weighted).in(solution.bread().basis()),
            squares(weighted, residuals),
            dispersion.of(rss, frame.observations(), kept.length + effectRank()),
            kept.length,
            frame,
            effectRank());
    return Covariance.of(variance, solved);
  }

  /** {@code (wû)²} of each row, or its sum over the observations that it stands for. */
  private double[] squares(double[] weighted, double[] residuals) {
    double[] squares = new double[weighted.length];
    Optional<CellSpread> spread = frame.spread();
    for (int i = 0; i < squares.length; i++) {
      double root = spread.isPresent() ? spread.get().root(i, residuals[i]) : weighted[i];
      squares[i] = root * root;
    }
    return squares;
  }

  /** The fit, with what was left out named. */
  Fit fit(
      Within within, int[] kept, double[] coefficients, double outcomeMean, Covariance covariance) {
    double[] points = Arrays.stream(kept).mapToDouble(j -> coefficients[j]).toArray();
    Covariance moved = covariance;
    if (design.hasConstant()) {
      Origin.move(points, kept, within.means(), outcomeMean);
      moved = Origin.move(covariance, kept, within.means());
    }
    List<String> terms = design.terms();
    List<String> warnings = new ArrayList<>(frame.sample().warnings());
    for (int j = 0; j < terms.size(); j++) {
      if (Arrays.binarySearch(kept, j) < 0) {
        warnings.add(terms.get(j) + " is left out: " + design.reason(j));
      }
    }
    List<String> names = Arrays.stream(kept).mapToObj(terms::get).toList();
    Entered entered = new Entered(frame.observations(), frame.sample().dropped(), warnings);
    return moved.fit(model.estimator(), model.level(), names, points, entered);
  }
}
