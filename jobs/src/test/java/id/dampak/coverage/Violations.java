package id.dampak.coverage;

import static id.dampak.coverage.SuspendedMarket.EVENT;
import static id.dampak.coverage.SuspendedMarket.MERCHANTS;
import static id.dampak.coverage.SuspendedMarket.SECTORS;
import static id.dampak.coverage.SuspendedMarket.isOff;

import id.dampak.coverage.SuspendedMarket.Demand;
import id.dampak.estimate.sensitivity.Evidence;
import id.dampak.estimate.sensitivity.Finding.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Markets that a verdict has to object to, and some that it should let pass. */
final class Violations {
  private static final double EFFECT = -1;

  private Violations() {}

  static List<VerdictDesign> strong() {
    return List.of(
        new VerdictDesign(
            "the exposed fall by 0.2 a day before and after; no effect",
            List.of(Topic.PRE_TREND),
            Violations::preTrend),
        new VerdictDesign(
            "the exposed buy forward for two days before the event",
            List.of(Topic.PRE_TREND),
            Violations::anticipation),
        new VerdictDesign(
            "a shock at the event to the sector that is exposed most; no effect",
            List.of(Topic.DOMINANCE),
            Violations::shockToOneSector),
        new VerdictDesign(
            "shocks to the exposed on every day, as large as the effect",
            List.of(Topic.TIME_SHOCKS, Topic.PRE_TREND, Topic.SENSITIVITY),
            Violations::dailyShocks),
        new VerdictDesign(
            "two of sixty provinces exposed, shocks by province and day",
            List.of(Topic.CLUSTERS),
            Violations::fewTreated),
        new VerdictDesign(
            "eight regions as clusters",
            List.of(Topic.CLUSTERS),
            random -> good(random, EFFECT).clusteredBy("region").evidence()),
        new VerdictDesign(
            "one merchant a hundred times as large, sales in levels",
            List.of(Topic.DOMINANCE),
            Violations::giant),
        new VerdictDesign(
            "nobody without exposure (0.3 to 1)", List.of(Topic.STAYERS), Violations::noStayers));
  }

  static List<VerdictDesign> none() {
    return List.of(
        new VerdictDesign(
            "nothing wrong, effect −1", List.of(), random -> good(random, EFFECT).evidence()),
        new VerdictDesign(
            "nothing wrong, effect −0.5",
            List.of(),
            random -> good(random, EFFECT / 2).evidence()));
  }

  private static SuspendedMarket good(RandomGenerator random, double effect) {
    double[] exposure = SuspendedMarket.exposure(random);
    return market(random, exposure, (i, t) -> isOff(t) ? effect * exposure[i] : 0);
  }

  private static SuspendedMarket market(RandomGenerator random, double[] exposure, Demand demand) {
    double[] size = new double[MERCHANTS];
    Arrays.fill(size, 1);
    return SuspendedMarket.of(random, exposure, size, demand);
  }

  private static Evidence preTrend(RandomGenerator random) {
    double[] exposure = SuspendedMarket.exposure(random);
    return market(random, exposure, (i, t) -> -0.2 * t * exposure[i]).evidence();
  }

  private static Evidence anticipation(RandomGenerator random) {
    double[] exposure = SuspendedMarket.exposure(random);
    return market(
            random,
            exposure,
            (i, t) ->
                exposure[i] * (isOff(t) ? EFFECT : t == EVENT - 1 || t == EVENT - 2 ? 0.5 : 0))
        .evidence();
  }

  private static Evidence shockToOneSector(RandomGenerator random) {
    double[] exposure = SuspendedMarket.exposure(random);
    for (int i = 0; i < MERCHANTS; i++) {
      exposure[i] *= i % SECTORS == 0 ? 1 : 0.5;
    }
    return market(random, exposure, (i, t) -> isOff(t) && i % SECTORS == 0 ? -1 : 0).evidence();
  }

  private static Evidence dailyShocks(RandomGenerator random) {
    double[] exposure = SuspendedMarket.exposure(random);
    double[] shocks = Cells.normal(random, 61);
    return market(random, exposure, (i, t) -> exposure[i] * ((isOff(t) ? EFFECT : 0) + shocks[t]))
        .evidence();
  }

  private static Evidence fewTreated(RandomGenerator random) {
    double[] exposure = new double[MERCHANTS];
    for (int i = 0; i < 4; i++) {
      exposure[i] = 1;
    }
    double[][] shocks = Cells.errors(random, MERCHANTS / 2, 60, 0.3);
    return market(
            random,
            exposure,
            (i, t) -> (isOff(t) ? EFFECT * exposure[i] : 0) + 0.3 * shocks[i / 2][t - 1])
        .clusteredBy("province")
        .evidence();
  }

  private static Evidence giant(RandomGenerator random) {
    double[] exposure = SuspendedMarket.exposure(random);
    exposure[1] = 0.9;
    double[] size = new double[MERCHANTS];
    Arrays.fill(size, 1);
    size[1] = 100;
    return SuspendedMarket.of(random, exposure, size, (i, t) -> isOff(t) ? EFFECT * exposure[i] : 0)
        .evidence();
  }

  private static Evidence noStayers(RandomGenerator random) {
    double[] exposure = random.doubles(MERCHANTS, 0.3, 1).toArray();
    return market(random, exposure, (i, t) -> isOff(t) ? EFFECT * exposure[i] : 0).evidence();
  }
}
