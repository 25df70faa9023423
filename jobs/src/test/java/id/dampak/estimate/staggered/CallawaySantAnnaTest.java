package id.dampak.estimate.staggered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.dampak.estimate.Clusters;
import id.dampak.estimate.Dropped;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.Fit;
import id.dampak.estimate.JointTest;
import id.dampak.estimate.Panel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class CallawaySantAnnaTest {
  private static final CallawaySantAnna PLAIN = CallawaySantAnna.of("y", "unit", "t", "g");

  @Test
  void effectsWithoutNoiseAreFoundExactly() {
    Fit fit = PLAIN.fit(noiseless(12, 6));

    assertThat(fit.estimate("ATT(3, 2)").estimate()).isCloseTo(0, within(1e-12));
    assertThat(fit.estimate("ATT(3, 5)").estimate()).isCloseTo(2, within(1e-12));
    assertThat(fit.estimate("ATT(5, 6)").estimate()).isCloseTo(1.5, within(1e-12));
    assertThat(fit.estimate("dynamic(1)").estimate()).isCloseTo(1.5, within(1e-12));
    // 1, 1.5, 2, 2.5 of cohort 3 and 1, 1.5 of cohort 5, which are equally large.
    assertThat(fit.estimate("simple").estimate()).isCloseTo(9.5 / 6, within(1e-12));
    assertThat(fit.estimate("group(3)").estimate()).isCloseTo(1.75, within(1e-12));
    assertThat(fit.estimate("group").estimate()).isCloseTo(1.5, within(1e-12));
    assertThat(fit.estimate("calendar(5)").estimate()).isCloseTo(1.5, within(1e-12));
    // That of the share of cohort 3 among 8 treated units, times the difference of the cohorts.
    assertThat(fit.estimate("group").stdError())
        .isCloseTo(0.5 * Math.sqrt(0.25 / 8), within(1e-12));
  }

  @Test
  void orderOfRowsAndNamesOfUnitsDoNotMatter() {
    StaggeredUnits units = new StaggeredUnits(60, 6, new Random(1));
    List<Integer> order = new ArrayList<>(IntStream.range(0, 360).boxed().toList());
    Fit sorted = PLAIN.but().given("x").build().fit(units.panel(order));
    Collections.shuffle(order, new Random(2));
    Fit shuffled = PLAIN.but().given("x").build().fit(units.panel(order));

    for (Estimate estimate : sorted.estimates()) {
      Estimate other = shuffled.estimate(estimate.term());
      assertThat(other.estimate()).isCloseTo(estimate.estimate(), within(1e-11));
      assertThat(other.stdError()).isCloseTo(estimate.stdError(), within(1e-11));
    }
  }

  @Test
  void theNumberOfThreadsDoesNotMatter() {
    Panel panel = new StaggeredUnits(4000, 5, new Random(1)).panel();
    CallawaySantAnna estimator = PLAIN.but().given("x").build();
    ForkJoinPool one = new ForkJoinPool(1);
    ForkJoinPool four = new ForkJoinPool(4);

    try {
      assertThat(one.submit(() -> estimator.fit(panel)).join())
          .isEqualTo(four.submit(() -> estimator.fit(panel)).join());
    } finally {
      one.shutdown();
      four.shutdown();
    }
  }

  @Test
  void unitsTreatedInTheFirstPeriodAreDroppedAndCounted() {
    StaggeredUnits units = new StaggeredUnits(60, 6, new Random(1));
    StaggeredUnits more = new StaggeredUnits(60, 6, new Random(1)).starting(0, 1).starting(1, -4);

    Fit fit = PLAIN.fit(more.panel());

    assertThat(fit.dropped())
        .containsExactly(
            new Dropped("2 units treated or anticipating treatment from the first period on", 12));
    assertThat(fit.observations()).isEqualTo(58 * 6);
    List<Integer> others = IntStream.range(12, 360).boxed().toList();
    assertThat(fit.estimates()).isEqualTo(PLAIN.fit(units.panel(others)).estimates());
  }

  @Test
  void unitsThatStartAfterTheDataMayAnticipateWithin() {
    StaggeredUnits units = new StaggeredUnits(60, 6, new Random(1)).starting(0, 7).starting(1, 8);

    Fit fit = PLAIN.but().anticipatedBy(1).build().fit(units.panel());

    assertThat(fit.dropped())
        .containsExactly(
            new Dropped("1 units that start after the data and anticipate it within", 6));
  }

  @Test
  void incompleteUnitsAreDroppedAndCounted() {
    StaggeredUnits units = new StaggeredUnits(60, 6, new Random(1));
    List<Integer> rows = new ArrayList<>(IntStream.range(0, 360).boxed().toList());
    rows.remove(Integer.valueOf(3));
    rows.remove(Integer.valueOf(20));

    Fit fit = PLAIN.fit(units.panel(rows));

    assertThat(fit.dropped())
        .containsExactly(
            new Dropped("2 units not observed in every period with all covariates", 10));
    assertThat(fit.observations()).isEqualTo(58 * 6);
    assertThat(fit.warnings()).isEmpty();
  }

  @Test
  void availablePairsAreUsedAndSaidSo() {
    StaggeredUnits units = new StaggeredUnits(60, 6, new Random(1));
    List<Integer> rows = new ArrayList<>(IntStream.range(0, 360).boxed().toList());
    rows.remove(Integer.valueOf(20));
    rows.removeIf(cell -> cell / 6 == 9 && cell % 6 != 2);

    Fit fit =
        PLAIN.but().incomplete(IncompleteUnits.USE_AVAILABLE_PAIRS).build().fit(units.panel(rows));

    assertThat(fit.warnings()).hasSize(1);
    assertThat(fit.warnings().get(0)).startsWith("2 of 60 units are not observed in every period");
    assertThat(fit.dropped())
        .containsExactly(
            new Dropped("1 units that enter no comparison, only the shares of cohorts", 1));
    assertThat(fit.observations()).isEqualTo(58 * 6 + 5);
  }

  @Test
  void whereEverybodyIsTreatedInTheEndTheLastCohortIsComparedWith() {
    StaggeredUnits units = new StaggeredUnits(60, 6, new Random(1));
    for (int i = 0; i < 60; i++) {
      units.starting(i, units.start[i] == 0 ? 6 : units.start[i]);
    }
    CallawaySantAnna estimator = PLAIN.but().comparedWith(ComparisonGroup.NOT_YET_TREATED).build();

    Fit fit = estimator.fit(units.panel());

    assertThat(fit.dropped())
        .containsExactly(new Dropped("from period 6 on, when all are treated", 60));
    assertThat(fit.has("ATT(5, 5)")).isTrue();
    assertThat(fit.has("ATT(5, 6)")).isFalse();
    assertThat(fit.has("ATT(6, 5)")).isFalse();
  }

  @Test
  void smallCohortsAreWarnedOf() {
    StaggeredUnits units = new StaggeredUnits(60, 6, new Random(1)).starting(0, 4);

    assertThat(PLAIN.fit(units.panel()).warnings())
        .containsExactly(
            "cohort 4 has 1 units: standard errors of its effects are not to be relied on");
  }

  @Test
  void clustersAreCounted() {
    StaggeredUnits units = new StaggeredUnits(60, 6, new Random(1));

    Fit fit = PLAIN.but().clusteredBy("cluster").build().fit(units.panel());

    assertThat(fit.clusters()).containsExactly(new Clusters("cluster", 11));
  }

  @Test
  void clusteringByUnitChangesNothing() {
    Panel panel = new StaggeredUnits(60, 6, new Random(1)).panel();
    Fit plain = PLAIN.fit(panel);
    Fit byUnit = PLAIN.but().clusteredBy("unit").build().fit(panel);

    assertThat(byUnit.estimates()).isEqualTo(plain.estimates());
  }

  @Test
  void thePreTrendTestIsTheWaldTestOfEffectsBeforeTreatment() {
    Panel panel = new StaggeredUnits(60, 6, new Random(1)).panel();
    CallawaySantAnna universal = PLAIN.but().basePeriod(BasePeriod.UNIVERSAL).build();

    JointTest varying = PLAIN.preTrend(PLAIN.fit(panel));
    JointTest same = universal.preTrend(universal.fit(panel));

    // Cohort 3 has one effect before treatment, cohort 5 three; one base or another, the
    // hypothesis is the same.
    assertThat(varying.numeratorDegreesOfFreedom()).isEqualTo(4);
    assertThat(same.statistic()).isCloseTo(varying.statistic(), within(1e-9));
    assertThat(varying.pValue())
        .isCloseTo(
            ChiSquaredDistribution.of(4).survivalProbability(4 * varying.statistic()),
            within(1e-6));
  }

  @Test
  void thePreTrendTestOfOneEffectIsTheSquareOfItsT() {
    StaggeredUnits units = new StaggeredUnits(60, 6, new Random(1));
    List<Integer> early = new ArrayList<>();
    for (int cell = 0; cell < 360; cell++) {
      if (units.start[cell / 6] != 5) {
        early.add(cell);
      }
    }
    Fit fit = PLAIN.fit(units.panel(early));
    Estimate before = fit.estimate("ATT(3, 2)");

    assertThat(PLAIN.preTrend(fit).statistic())
        .isCloseTo(Math.pow(before.estimate() / before.stdError(), 2), within(1e-9));
    assertThat(PLAIN.preTrend(fit).pValue()).isCloseTo(before.pValue(), within(1e-6));
  }

  @Test
  void theSpecificationNamesEveryOption() {
    CallawaySantAnna estimator = PLAIN.but().given("x").clusteredBy("cluster").build();

    assertThat(estimator.columns()).containsExactly("cluster", "g", "t", "unit", "x", "y");
    assertThat(estimator.identifiers()).containsExactly("cluster", "unit");
    assertThat(estimator.toString())
        .contains("comparison=NEVER_TREATED", "basePeriod=VARYING", "incomplete=DROP");
  }

  @Test
  void plantedEffectsAreCoveredAsOftenAsTheIntervalsSay() {
    int draws = 200;
    Random random = new Random(11);
    CallawaySantAnna given = PLAIN.but().given("x").build();
    // Treated are those whose latent number, of variance 1.25, exceeds −0.2, early ones 0.6.
    NormalDistribution latent = NormalDistribution.of(0, Math.sqrt(1.25));
    double early = latent.survivalProbability(0.6) / latent.survivalProbability(-0.2);
    Map<String, Double> truths =
        Map.of(
            "ATT(5, 5)", 1.0,
            "ATT(5, 3)", 0.0,
            "dynamic(1)", 1.5,
            "group", early * 1.75 + (1 - early) * 1.25);
    Map<String, Integer> covered = new TreeMap<>();
    for (int draw = 0; draw < draws; draw++) {
      Fit fit = given.fit(new StaggeredUnits(200, 6, random).withConstantCovariate().panel());
      truths.forEach(
          (term, truth) -> {
            Estimate estimate = fit.estimate(term);
            boolean inside = estimate.confLow() <= truth && truth <= estimate.confHigh();
            covered.merge(term, inside ? 1 : 0, Integer::sum);
          });
    }

    double spread = 3 * Math.sqrt(0.95 * 0.05 / draws);
    covered.forEach(
        (term, count) ->
            assertThat((double) count / draws).as(term).isBetween(0.95 - spread, 0.95 + spread));
  }

  /** Units in turn never treated, treated from period 3 and from period 5 on. */
  private static Panel noiseless(int units, int periods) {
    int[] starts = {0, 3, 5};
    return Panel.ofRows(units * periods)
        .numeric("unit", row -> Math.floorDiv(row, periods))
        .numeric("t", row -> row % periods + 1)
        .numeric("g", row -> starts[row / periods % 3])
        .numeric(
            "y",
            row -> {
              int t = row % periods + 1;
              double common = row / periods + t * t;
              return common + StaggeredUnits.effect(starts[row / periods % 3], t);
            })
        .build();
  }
}
