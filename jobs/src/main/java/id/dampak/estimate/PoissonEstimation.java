package id.dampak.estimate;

import id.dampak.error.PoissonErrors;
import id.dampak.linalg.Cholesky;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * One run of a Poisson regression: what cannot be fitted goes first, then the likelihood is
 * maximised, and the last of its weighted regressions gives the variance.
 *
 * @param <D> the kind of design
 */
final class PoissonEstimation<D extends Design> {
  private static final String SEPARATED =
      "separated: outcome zero, fitted by no finite coefficient";

  private final Model model;
  private final D design;
  private final Regression regression;
  private final PoissonIteration iteration;
  private final int[] kept;

  private PoissonEstimation(Model model, Frame frame, D design, double[] offset, int[] kept) {
    this.model = model;
    this.design = design;
    this.regression = new Regression(model, frame, design);
    this.iteration =
        new PoissonIteration(model.outcome(), frame, design, frame.values(model.outcome()), offset);
    this.kept = kept;
  }

  /**
   * Sorts out what enters.
   *
   * @throws id.dampak.error.DampakException if the outcome is negative or all zero, or nothing is
   *     left to estimate
   */
  static <D extends Design> PoissonEstimation<D> of(
      Model model,
      Optional<String> offset,
      Singletons singletons,
      Panel panel,
      Sample sample,
      Function<Frame, D> designOf) {
    requireCounts(model.outcome(), panel, sample.rows());
    while (true) {
      sample.dropZeroLevels(model.outcome(), model.fixedEffects(), singletons);
      Frame frame = new Frame(model, panel, sample);
      D design = designOf.apply(frame);
      int[] kept = Cholesky.of(design.within().gram()).kept();
      design.requireAnswer(kept);
      double[] outcome = frame.values(model.outcome());
      int[] separated = new Separation(frame, design, kept, outcome).find();
      if (separated.length == 0) {
        double[] offsets =
            offset.map(frame::values).orElseGet(() -> new double[frame.rows().length]);
        return new PoissonEstimation<>(model, frame, design, offsets, kept);
      }
      sample.drop(Arrays.stream(separated).map(i -> frame.rows()[i]).toArray(), SEPARATED);
    }
  }

  private static void requireCounts(String outcome, Panel panel, int[] rows) {
    double[] values = panel.numbers(outcome);
    boolean positive = false;
    for (int row : rows) {
      if (values[row] < 0) {
        throw PoissonErrors.negativeOutcome(outcome, values[row], row + 1);
      }
      positive |= values[row] > 0;
    }
    if (!positive) {
      throw PoissonErrors.allZero(outcome, rows.length);
    }
  }

  /** The maximum of the likelihood over all terms. */
  PoissonStep solve() {
    return iteration.run(kept);
  }

  Fit fit() {
    PoissonStep end = solve();
    int[] identified = end.last().kept();
    if (identified.length < kept.length) {
      throw PoissonErrors.notIdentified(
          Arrays.stream(kept)
              .filter(j -> Arrays.binarySearch(identified, j) < 0)
              .mapToObj(design.terms()::get)
              .toList());
    }
    Covariance covariance =
        regression.covariance(
            end.within(), end.last(), end.workingWeights(), model.variance(), Dispersion.ONE);
    return regression.fit(end.within(), kept, end.coefficients(), end.linear(), covariance);
  }

  /** The score test that {@code test} leaves some of the terms out. */
  JointTest preTrend(Function<Regression, PreTrend> testOf) {
    PreTrend test = testOf.apply(regression);
    PoissonStep underNull = iteration.run(test.free(kept));
    return test.test(
        underNull.within(),
        kept,
        underNull.last().residuals(),
        underNull.workingWeights(),
        Dispersion.ONE);
  }

  D design() {
    return design;
  }
}
