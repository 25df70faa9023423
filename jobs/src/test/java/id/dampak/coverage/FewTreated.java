package id.dampak.coverage;

import id.dampak.estimate.Estimate;
import id.dampak.estimate.Panel;
import id.dampak.estimate.inference.ConleyTaber;
import id.dampak.estimate.inference.FermanPinto;
import java.util.List;
import java.util.random.RandomGenerator;

/** One or two treated groups, whose own errors tell nothing of how much they might have moved. */
final class FewTreated {
  private static final int PERIODS = 8;
  private static final int EVENT = 5;
  private static final ConleyTaber ALIKE = ConleyTaber.of("y", "d", "unit", "t", 1);
  private static final FermanPinto BY_SIZE =
      FermanPinto.of("y", "d", "unit", "t", "m", 1).withDraws(999);

  private FewTreated() {}

  static List<CoverageDesign> designs() {
    return List.of(
        CoverageDesign.of(
                "Conley–Taber",
                "2 treated groups, 80 controls, 8 periods, errors alike and autocorrelated (0.5)",
                1.6,
                (random, effect) ->
                    alike(panel(random, effect, 2, sizes(random, 82, 10, 10)), effect))
            .with(CoverageDesign.FEWER),
        CoverageDesign.of(
            "Ferman–Pinto",
            "1 treated group among 80 of 10 to 200 merchants, variance falls with their number",
            1,
            (random, effect) ->
                bySize(panel(random, effect, 1, sizes(random, 81, 10, 200)), effect)));
  }

  /** Groups of different size, which Conley and Taber take to be alike. */
  static List<CoverageDesign> limits() {
    return List.of(
        CoverageDesign.of(
            "Conley–Taber",
            "as for Ferman–Pinto, but the treated group has 10 merchants: groups are not alike",
            1,
            (random, effect) -> {
              double[] sizes = sizes(random, 81, 10, 200);
              sizes[0] = 10;
              return alike(panel(random, effect, 1, sizes), effect);
            }));
  }

  private static Trial alike(Panel panel, double effect) {
    return Trial.of(effect, ALIKE.fit(panel).estimate("d"));
  }

  /** The interval is the test inverted; the two hypotheses that matter here are tested at once. */
  private static Trial bySize(Panel panel, double effect) {
    Estimate estimate = ALIKE.fit(panel).estimate("d");
    double none = Double.NaN;
    return Trial.tested(
        effect,
        new Estimate("d", estimate.estimate(), none, none, none, none),
        BY_SIZE.pValue(panel, effect),
        BY_SIZE.pValue(panel, 0));
  }

  private static double[] sizes(RandomGenerator random, int groups, int least, int most) {
    return random.ints(groups, least, most + 1).asDoubleStream().toArray();
  }

  /**
   * @param sizes merchants of each group, the treated ones first: the variance of its errors is 1
   *     where there are ten
   */
  private static Panel panel(RandomGenerator random, double effect, int treated, double[] sizes) {
    double[] level = Cells.normal(random, sizes.length);
    double[][] errors = Cells.errors(random, sizes.length, PERIODS, 0.5);
    return new Cells(sizes.length, PERIODS)
        .with("m", sizes)
        .with("d", (i, t) -> i < treated && t >= EVENT ? 1 : 0)
        .with(
            "y",
            (i, t) ->
                level[i]
                    + Math.sin(t)
                    + (i < treated && t >= EVENT ? effect : 0)
                    + Math.sqrt(10 / sizes[i]) * errors[i][t - 1])
        .panel();
  }
}
