package id.dampak.coverage;

import id.dampak.estimate.Estimate;
import id.dampak.estimate.Estimator;
import id.dampak.estimate.Panel;
import id.dampak.estimate.inference.ConleyTaber;
import id.dampak.estimate.inference.FermanPinto;
import java.util.List;
import java.util.random.RandomGenerator;

/** One or two treated groups, whose own errors tell nothing of how much they might have moved. */
final class FewTreated {
  private static final int PERIODS = 8;
  private static final int EVENT = 5;

  private FewTreated() {}

  static List<CoverageDesign> designs() {
    return List.of(
        CoverageDesign.of(
            "Conley–Taber",
            "2 treated groups, 80 controls, 8 periods, errors alike and autocorrelated (0.5)",
            1.6,
            (random, effect) ->
                trial(random, effect, 82, 2, 0, ConleyTaber.of("y", "d", "unit", "t", 1))),
        CoverageDesign.of(
            "Ferman–Pinto",
            "1 treated group among 80 of 10 to 200 merchants, variance falls with their number",
            1,
            (random, effect) ->
                trial(
                    random,
                    effect,
                    81,
                    1,
                    1,
                    FermanPinto.of("y", "d", "unit", "t", "m", 1).withDraws(999))));
  }

  /** Groups of different size, which Conley and Taber take to be alike. */
  static List<CoverageDesign> limits() {
    return List.of(
        CoverageDesign.of(
            "Conley–Taber",
            "as for Ferman–Pinto: groups are not alike, 1 treated of any size",
            1,
            (random, effect) ->
                trial(random, effect, 81, 1, 1, ConleyTaber.of("y", "d", "unit", "t", 1))));
  }

  /**
   * @param bySize the part of the variance that falls with the size of a group
   */
  private static Trial trial(
      RandomGenerator random,
      double effect,
      int groups,
      int treated,
      double bySize,
      Estimator method) {
    double[] size = random.doubles(groups, 10, 200).toArray();
    double[] level = Cells.normal(random, groups);
    double[][] errors = Cells.errors(random, groups, PERIODS, 0.5);
    Panel panel =
        new Cells(groups, PERIODS)
            .with("m", size)
            .with("d", (i, t) -> i < treated && t >= EVENT ? 1 : 0)
            .with(
                "y",
                (i, t) ->
                    level[i]
                        + Math.sin(t)
                        + (i < treated && t >= EVENT ? effect : 0)
                        + Math.sqrt(bySize * 10 / size[i] + 1 - bySize) * errors[i][t - 1])
            .panel();
    Estimate estimate = method.fit(panel).estimate("d");
    return Trial.of(effect, estimate);
  }
}
