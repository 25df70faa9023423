package id.dampak.coverage;

import id.dampak.estimate.Panel;
import id.dampak.estimate.staggered.CallawaySantAnna;
import id.dampak.estimate.staggered.ComparisonGroup;
import id.dampak.estimate.staggered.Imputation;
import id.dampak.estimate.staggered.SunAbraham;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Treatments that start at different times and stay. Cohorts of periods 4 and 6 and units never
 * treated, in eight periods; the effect differs between cohorts and grows from period to period.
 */
final class Staggered {
  private static final int UNITS = 300;
  private static final int PERIODS = 8;
  private static final int[] STARTS = {4, 6, 0};
  private static final String WORDS =
      "300 units × 8 periods, two cohorts and never treated, effects differ by cohort and grow";

  private Staggered() {}

  static List<CoverageDesign> designs() {
    return List.of(
        CoverageDesign.of(
            "Callaway–Sant'Anna, not yet treated", WORDS, 0.2, Staggered::notYetTreated),
        CoverageDesign.of(
            "Callaway–Sant'Anna, doubly robust",
            "the same, a covariate moves both trends and who is treated when",
            0.3,
            Staggered::doublyRobust),
        CoverageDesign.of("Sun–Abraham", WORDS + "; period of the start", 0.25, Staggered::atStart),
        CoverageDesign.of("imputation", WORDS, 0.2, Staggered::imputed));
  }

  /** A sample: the start of each unit, 0 for never, and the outcomes. */
  private record Market(List<Integer> starts, Panel panel) {
    /** The mean of the effect over all treated observations. */
    double meanEffect(double effect) {
      double sum = 0;
      int count = 0;
      for (int first : starts) {
        for (int t = first; first > 0 && t <= PERIODS; t++) {
          sum += planted(first, t, effect);
          count++;
        }
      }
      return sum / count;
    }

    double meanAtStart(double effect) {
      int early = 0;
      int late = 0;
      for (int first : starts) {
        early += first == 4 ? 1 : 0;
        late += first == 6 ? 1 : 0;
      }
      return (early * planted(4, 4, effect) + late * planted(6, 6, effect)) / (early + late);
    }
  }

  /** Of the cohort of period 4 {@code effect} when it starts, of that of period 6 half of it. */
  private static double planted(int start, int t, double effect) {
    boolean treated = start > 0 && t >= start;
    return treated ? effect * (start == 4 ? 1 : 0.5) * (1 + 0.2 * (t - start)) : 0;
  }

  /**
   * @param confounding how much the covariate has to do with the start of treatment and the trend
   */
  private static Market market(RandomGenerator random, double effect, double confounding) {
    int[] start = new int[UNITS];
    double[] level = Cells.normal(random, UNITS);
    double[] x = Cells.normal(random, UNITS);
    for (int i = 0; i < UNITS; i++) {
      double early = Math.exp(confounding * x[i]);
      double late = Math.exp(confounding * x[i] / 2);
      double draw = random.nextDouble() * (early + late + 1);
      start[i] = STARTS[draw < early ? 0 : draw < early + late ? 1 : 2];
    }
    double[][] errors = Cells.errors(random, UNITS, PERIODS, 0.5);
    Panel panel =
        new Cells(UNITS, PERIODS)
            .with("g", (i, t) -> start[i])
            .with("x", x)
            .with(
                "y",
                (i, t) ->
                    level[i]
                        + Math.sin(t)
                        + 0.2 * confounding * t * x[i]
                        + planted(start[i], t, effect)
                        + 0.5 * errors[i][t - 1])
            .panel();
    return new Market(Arrays.stream(start).boxed().toList(), panel);
  }

  private static Trial notYetTreated(RandomGenerator random, double effect) {
    CallawaySantAnna estimator =
        CallawaySantAnna.of("y", "unit", "t", "g")
            .but()
            .comparedWith(ComparisonGroup.NOT_YET_TREATED)
            .build();
    Market market = market(random, effect, 0);
    // Both cohorts have the same expected size; the estimator allows for chance in them.
    double truth = 0;
    for (int start : new int[] {4, 6}) {
      for (int t = start; t <= PERIODS; t++) {
        truth += planted(start, t, effect) / 8;
      }
    }
    return Trial.of(truth, estimator.fit(market.panel()).estimate(CallawaySantAnna.SIMPLE));
  }

  private static Trial doublyRobust(RandomGenerator random, double effect) {
    CallawaySantAnna estimator =
        CallawaySantAnna.of("y", "unit", "t", "g").but().given("x").build();
    Market market = market(random, effect, 0.5);
    return Trial.of(
        planted(4, 5, effect), estimator.fit(market.panel()).estimate(CallawaySantAnna.term(4, 5)));
  }

  private static Trial atStart(RandomGenerator random, double effect) {
    Market market = market(random, effect, 0);
    return Trial.of(
        market.meanAtStart(effect),
        SunAbraham.of("y", "unit", "t", "g").fit(market.panel()).estimate("t::0"));
  }

  private static Trial imputed(RandomGenerator random, double effect) {
    Market market = market(random, effect, 0);
    return Trial.of(
        market.meanEffect(effect),
        Imputation.of("y", "unit", "t", "g").fit(market.panel()).estimate("ATT"));
  }
}
