package id.dampak.coverage;

import id.dampak.estimate.Bins;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.ExposureEventStudy;
import id.dampak.estimate.Fit;
import id.dampak.estimate.Panel;
import id.dampak.estimate.inference.ExposurePermutation;
import id.dampak.estimate.inference.PlaceboEvents;
import id.dampak.estimate.inference.PlaceboStatistic;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** What chance alone does to the same statistic: other assignments, other dates. */
final class Randomisation {
  private static final int WINDOW = 6;
  private static final int DATES = 40;

  private Randomisation() {}

  static List<CoverageDesign> designs() {
    return List.of(
        new CoverageDesign(
            "permuted exposures",
            "60 units in 3 sectors × 6 periods, exposure dealt out within sectors, 99 permutations",
            -0.5,
            CoverageDesign.FEWER,
            Randomisation::permuted),
        new CoverageDesign(
            "placebo dates",
            "40 units × 240 days, daily shocks to the exposed, one event of 2 days among 40 dates",
            -1.2,
            CoverageDesign.FEWER,
            Randomisation::dates));
  }

  /** Clustering by unit on the market whose days have shocks to the exposed. */
  static List<CoverageDesign> limits() {
    return List.of(
        new CoverageDesign(
            "exposure event study, clustered by unit",
            "the market of the placebo dates: each day has a shock to the exposed",
            -1.2,
            CoverageDesign.FEWER,
            (random, effect) -> {
              Dated market = new Dated(random, effect);
              return Trial.of(effect, market.study().average(market.window(), List.of(0, 1)));
            }));
  }

  private static Trial permuted(RandomGenerator random, double effect) {
    int units = 60;
    double[] level = Cells.normal(random, units);
    double[] exposure = random.doubles(units).toArray();
    double[] shock = Cells.normal(random, 18);
    double[][] errors = Cells.errors(random, units, 6, 0.5);
    Panel without =
        new Cells(units, 6)
            .with("sector", (i, t) -> i % 3)
            .with("e", exposure)
            .with("d", (i, t) -> t >= 5 ? exposure[i] : 0)
            .with("y", (i, t) -> level[i] + shock[3 * (t - 1) + i % 3] + 0.3 * errors[i][t - 1])
            .panel();
    ExposureEventStudy study =
        ExposureEventStudy.of("y", "e", "unit", "t", 5)
            .but()
            .within("sector")
            .binned(new Bins(-1, 1))
            .build();
    ExposurePermutation permutation =
        new ExposurePermutation(
            study, List.of(0, 1), Optional.empty(), PlaceboStatistic.EFFECT, 99, 1);
    Panel with = without.with("y", r -> without.number("y", r) + effect * without.number("d", r));
    Estimate estimate = study.average(study.fit(with), List.of(0, 1));
    return Trial.tested(
        effect, estimate, permutation.test(without).pValue(), permutation.test(with).pValue());
  }

  private static Trial dates(RandomGenerator random, double effect) {
    Dated market = new Dated(random, effect);
    Estimate estimate = market.study().average(market.window(), List.of(0, 1));
    return Trial.tested(
        effect,
        estimate,
        market.placebos().test(market.without).pValue(),
        market.placebos().test(market.with).pValue());
  }

  /** A market of forty windows of six days, in one of which, at random, two days are an event. */
  private static final class Dated {
    final Panel without;
    final Panel with;
    final int event;

    Dated(RandomGenerator random, double effect) {
      int units = 40;
      event = first(random.nextInt(DATES));
      double[] exposure = random.doubles(units).toArray();
      double[] level = Cells.normal(random, units);
      double[] shock = Cells.normal(random, DATES * WINDOW);
      without =
          new Cells(units, DATES * WINDOW)
              .with("e", exposure)
              .with(
                  "y",
                  (i, t) ->
                      level[i]
                          + 0.4 * shock[t - 1] * exposure[i]
                          + Math.sin(t)
                          + 0.2 * random.nextGaussian())
              .panel();
      with =
          without.with(
              "y",
              r -> {
                double t = without.number("t", r);
                boolean during = t == event || t == event + 1;
                return without.number("y", r) + (during ? effect * without.number("e", r) : 0);
              });
    }

    private static int first(int date) {
      return date * WINDOW + 5;
    }

    ExposureEventStudy study() {
      return ExposureEventStudy.of("y", "e", "unit", "t", event)
          .but()
          .binned(new Bins(-1, 1))
          .build();
    }

    Fit window() {
      return study()
          .fit(
              with.where(
                  r -> with.number("t", r) >= event - 4 && with.number("t", r) <= event + 1));
    }

    PlaceboEvents placebos() {
      List<Integer> others =
          IntStream.range(0, DATES).map(Dated::first).filter(t -> t != event).boxed().toList();
      return new PlaceboEvents(study(), 4, 2, others, PlaceboStatistic.EFFECT);
    }
  }
}
