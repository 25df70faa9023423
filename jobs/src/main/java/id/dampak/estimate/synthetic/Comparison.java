package id.dampak.estimate.synthetic;

import id.dampak.error.SyntheticErrors;
import id.dampak.estimate.Estimator;
import id.dampak.estimate.synthetic.SyntheticInference.Jackknife;
import id.dampak.estimate.synthetic.SyntheticInference.Placebo;
import id.dampak.linalg.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Weights, gaps and inference under one rule for the weights. */
final class Comparison {
  private final BlockPanel panel;
  private final Block block;
  private final Weighting weighting;
  private final Weights weights;

  Comparison(BlockPanel panel, Weighting weighting) {
    this.panel = panel;
    this.block = panel.block();
    this.weighting = weighting;
    this.weights = weighting.weights(block, Optional.empty());
  }

  /** Refuses data in which a noise level, and so a penalty on weights, is not defined. */
  static void requireNoise(BlockPanel panel) {
    Block block = panel.block();
    if (block.before() < 2) {
      throw SyntheticErrors.onePeriodBefore(panel.period(0));
    }
    if (!(block.noise() > 0)) {
      throw SyntheticErrors.noNoise(block.controls());
    }
  }

  Synthesis run(Estimator estimator, SyntheticInference inference, double level) {
    Gaps gaps = gaps(block, weights);
    SynthesisBuilder builder = new SynthesisBuilder(estimator, panel, weights, gaps, level);
    if (inference instanceof Placebo placebo) {
      return placebo(builder, placebo);
    }
    if (inference instanceof Jackknife) {
      if (Arrays.stream(weights.lambda()).allMatch(weight -> weight == 0)) {
        builder.warn(
            "the jackknife is not meant for synthetic control (Arkhangelsky et al. 2021, section"
                + " V)");
      }
      return builder.with(jackknife());
    }
    return builder.undefined();
  }

  private Synthesis placebo(SynthesisBuilder builder, Placebo placebo) {
    if (block.controls() <= block.treated()) {
      throw SyntheticErrors.tooFewForPlacebos(block.controls(), block.treated());
    }
    List<int[]> sets = PlaceboSets.of(block.controls(), block.treated(), placebo);
    List<Gaps> found = sets.parallelStream().map(this::placebo).toList();
    List<PlaceboRun> runs =
        IntStream.range(0, sets.size())
            .mapToObj(
                run ->
                    found
                        .get(run)
                        .run(Arrays.stream(sets.get(run)).mapToObj(panel::label).toList()))
            .toList();
    return builder.with(runs).with(Gaps.spread(found, 1));
  }

  private Gaps placebo(int[] chosen) {
    Block only = block.placebo(chosen);
    return gaps(only, weighting.weights(only, Optional.of(weights.without(chosen))));
  }

  private Matrix jackknife() {
    int units = block.units();
    if (block.treated() == 1) {
      throw SyntheticErrors.jackknifeOfOne(panel.label(block.controls()));
    }
    double[] omega = weights.omega();
    int[] used = IntStream.range(0, omega.length).filter(i -> omega[i] > 0).toArray();
    if (used.length == 1) {
      throw SyntheticErrors.jackknifeOfOneControl(panel.label(used[0]));
    }
    List<Gaps> runs =
        IntStream.range(0, units)
            .mapToObj(
                unit -> {
                  Weights rest = unit < omega.length ? weights.without(new int[] {unit}) : weights;
                  return gaps(block.without(unit), rest);
                })
            .toList();
    return Gaps.spread(runs, units - 1);
  }

  private static Gaps gaps(Block block, Weights weights) {
    return new Gaps(weights.gaps(block), block.before());
  }
}
