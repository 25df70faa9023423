package id.dampak.estimate.staggered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.dampak.estimate.Clusters;
import id.dampak.estimate.Dropped;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.Fit;
import id.dampak.estimate.Panel;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DoublyRobustTest {
  private static final BeforeAndAfter WIDE = new BeforeAndAfter.Columns("before", "after");

  @ParameterizedTest
  @EnumSource(Adjustment.class)
  void estimateAndErrorAreThoseOfTheSlowTwin(Adjustment adjustment) {
    TwoPeriodUnits units = new TwoPeriodUnits(70, new Random(1));

    Estimate ours = fit(units.wide(), adjustment, Overlap.lenient());

    assertTwin(ours, units, adjustment, 0.995);
  }

  @ParameterizedTest
  @EnumSource(
      value = Adjustment.class,
      names = {"INVERSE_PROBABILITY", "UNNORMALISED_INVERSE_PROBABILITY", "DOUBLY_ROBUST"})
  void comparisonUnitsLikeTheTreatedAreLeftOutWithAWarning(Adjustment adjustment) {
    TwoPeriodUnits units = new TwoPeriodUnits(70, new Random(1));
    DoublyRobust trimming =
        DoublyRobust.of(WIDE, "treated", List.of("x", "z"))
            .with(adjustment)
            .with(new Overlap(0.6, 1));

    Fit fit = trimming.fit(units.wide());

    assertThat(fit.warnings()).hasSize(1);
    assertThat(fit.warnings().get(0)).contains("propensity score of 0.6 or more");
    assertTwin(fit.estimate(DoublyRobust.ATT), units, adjustment, 0.6);
  }

  @Test
  void withoutCovariatesEveryWayIsTheDifferenceOfMeans() {
    Panel panel =
        Panel.ofRows(5)
            .numeric("before", new double[] {0, 0, 1, 1, 1})
            .numeric("after", new double[] {4, 6, 2, 3, 4})
            .numeric("treated", new double[] {1, 1, 0, 0, 0})
            .build();

    for (Adjustment adjustment : Adjustment.values()) {
      Estimate att =
          DoublyRobust.of(WIDE, "treated", List.of())
              .with(adjustment)
              .fit(panel)
              .estimate(DoublyRobust.ATT);

      assertThat(att.estimate()).isCloseTo(3, within(1e-14));
      // Variances of the changes are 1 and 2/3, over 2 and 3 units.
      assertThat(att.stdError()).isCloseTo(Math.sqrt(1 / 2.0 + 2 / 9.0), within(1e-14));
    }
  }

  @Test
  void clustersAddUpTheInfluenceOfTheirUnits() {
    TwoPeriodUnits units = new TwoPeriodUnits(70, new Random(2));
    int[] clusters = IntStream.range(0, 70).map(i -> i % 9).toArray();

    Fit fit =
        DoublyRobust.of(WIDE, "treated", List.of("x", "z"))
            .clusteredBy("cluster")
            .fit(units.wide());

    double[] influence = units.influence(Adjustment.IMPROVED_DOUBLY_ROBUST, 0.995);
    assertThat(fit.clusters()).containsExactly(new Clusters("cluster", 9));
    assertThat(fit.covariance().at(0, 0))
        .isCloseTo(Influences.covariance(influence, influence, clusters), within(1e-7));
  }

  @Test
  void twoPeriodsOfALongPanelAreTheSameAsTwoColumns() {
    TwoPeriodUnits units = new TwoPeriodUnits(40, new Random(3));
    Fit wide = DoublyRobust.of(WIDE, "treated", List.of("x", "z")).fit(units.wide());

    Fit fit =
        DoublyRobust.of(
                new BeforeAndAfter.Periods("y", "unit", "t", 2, 5), "treated", List.of("x", "z"))
            .fit(units.longPanel());

    assertThat(fit.estimates()).isEqualTo(wide.estimates());
    assertThat(fit.observations()).isEqualTo(80);
    assertThat(fit.dropped()).containsExactly(new Dropped("in neither of the two periods", 40));
  }

  @Test
  void rowsInWhichSomethingIsMissingAreCounted() {
    Panel panel =
        Panel.ofRows(7)
            .numeric("before", new double[] {0, 0, 1, 1, 1, Double.NaN, 1})
            .numeric("after", new double[] {4, 6, 2, 3, 4, 1, 1})
            .numeric("treated", new double[] {1, 1, 0, 0, 0, 0, Double.NaN})
            .build();

    Fit fit = DoublyRobust.of(WIDE, "treated", List.of()).fit(panel);

    assertThat(fit.observations()).isEqualTo(5);
    assertThat(fit.dropped())
        .containsExactly(new Dropped("before missing", 1), new Dropped("treated missing", 1));
    assertThat(fit.estimate(DoublyRobust.ATT).estimate()).isCloseTo(3, within(1e-14));
  }

  @Test
  void scaleOfACovariateDoesNotMatter() {
    TwoPeriodUnits units = new TwoPeriodUnits(70, new Random(4));
    for (Adjustment adjustment : Adjustment.values()) {
      double plain = fit(units.wide(), adjustment, Overlap.lenient()).estimate();
      double scaled = fit(units.wide(1e6, 3e6), adjustment, Overlap.lenient()).estimate();

      assertThat(scaled).isCloseTo(plain, within(1e-8));
    }
  }

  @Test
  void eitherModelMayBeWrong() {
    assertPlanted(true, false, Adjustment.OUTCOME_REGRESSION, false);
    assertPlanted(true, false, Adjustment.INVERSE_PROBABILITY, true);
    assertPlanted(true, false, Adjustment.DOUBLY_ROBUST, true);
    assertPlanted(true, false, Adjustment.IMPROVED_DOUBLY_ROBUST, true);
    assertPlanted(false, true, Adjustment.OUTCOME_REGRESSION, true);
    assertPlanted(false, true, Adjustment.INVERSE_PROBABILITY, false);
    assertPlanted(false, true, Adjustment.DOUBLY_ROBUST, true);
    assertPlanted(false, true, Adjustment.IMPROVED_DOUBLY_ROBUST, true);
  }

  @Test
  void intervalsCoverAsOftenAsTheySay() {
    int draws = 300;
    int covered = 0;
    Random random = new Random(5);
    for (int draw = 0; draw < draws; draw++) {
      Estimate att =
          fit(new TwoPeriodUnits(300, random).wide(), Adjustment.DOUBLY_ROBUST, Overlap.lenient());
      covered +=
          att.confLow() <= TwoPeriodUnits.EFFECT && TwoPeriodUnits.EFFECT <= att.confHigh() ? 1 : 0;
    }

    // Three standard deviations of a binomial share.
    double spread = 3 * Math.sqrt(0.95 * 0.05 / draws);
    assertThat((double) covered / draws).isBetween(0.95 - spread, 0.95 + spread);
  }

  @Test
  void namesTheColumnsThatItReads() {
    DoublyRobust estimator =
        DoublyRobust.of(new BeforeAndAfter.Periods("y", "unit", "t", 2, 9), "treated", List.of("x"))
            .clusteredBy("region");

    assertThat(estimator.columns()).containsExactly("region", "t", "treated", "unit", "x", "y");
    assertThat(estimator.identifiers()).containsExactly("region", "unit");
  }

  private static Estimate fit(Panel panel, Adjustment adjustment, Overlap overlap) {
    return DoublyRobust.of(WIDE, "treated", List.of("x", "z"))
        .with(adjustment)
        .with(overlap)
        .fit(panel)
        .estimate(DoublyRobust.ATT);
  }

  private static void assertTwin(
      Estimate ours, TwoPeriodUnits units, Adjustment adjustment, double trim) {
    double[] ones = IntStream.range(0, units.n).mapToDouble(i -> 1).toArray();
    double[] influence = units.influence(adjustment, trim);
    int[] each = IntStream.range(0, units.n).toArray();

    assertThat(ours.estimate()).isCloseTo(units.slow(ones, adjustment, trim), within(1e-10));
    assertThat(ours.stdError())
        .isCloseTo(Math.sqrt(Influences.covariance(influence, influence, each)), within(1e-6));
  }

  /** The change depends on x² or on x, the treatment on x or on x². */
  private static void assertPlanted(
      boolean scoreIsRight, boolean trendIsRight, Adjustment adjustment, boolean consistent) {
    Random random = new Random(7);
    int n = 20_000;
    double[] x = new double[n];
    double[] treated = new double[n];
    double[] after = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = random.nextGaussian();
      double square = x[i] * x[i];
      double score = 1 / (1 + Math.exp(-(scoreIsRight ? x[i] - 1 : 0.8 * x[i] + 0.5 * square - 2)));
      treated[i] = random.nextDouble() < score ? 1 : 0;
      double trend = trendIsRight ? 2 * x[i] : x[i] + square;
      after[i] = trend + 3 * treated[i] + random.nextGaussian();
    }
    Panel panel =
        Panel.ofRows(n)
            .numeric("before", i -> 0)
            .numeric("after", after)
            .numeric("treated", treated)
            .numeric("x", x)
            .build();

    Estimate att =
        DoublyRobust.of(WIDE, "treated", List.of("x"))
            .with(adjustment)
            .fit(panel)
            .estimate(DoublyRobust.ATT);

    double distance = Math.abs(att.estimate() - 3) / att.stdError();
    if (consistent) {
      assertThat(distance).as(adjustment.name()).isLessThan(3.5);
    } else {
      assertThat(distance).as(adjustment.name()).isGreaterThan(5);
    }
  }
}
