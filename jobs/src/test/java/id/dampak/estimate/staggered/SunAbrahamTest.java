package id.dampak.estimate.staggered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.dampak.error.DampakException;
import id.dampak.estimate.ClusterFactor;
import id.dampak.estimate.Dropped;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.Fit;
import id.dampak.estimate.FixedEffectsRegression;
import id.dampak.estimate.Panel;
import id.dampak.estimate.ParameterCount;
import id.dampak.estimate.Singletons;
import id.dampak.estimate.Variance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SunAbrahamTest {
  private static final Offset<Double> CLOSE = within(1e-10);
  private static final int[] STARTS = {0, 3, 5, 0, 6, 4};
  private static final SunAbraham BASIC = SunAbraham.of("y", "i", "t", "g");

  private static Market market(long seed, int... starts) {
    return new Market(seed, 36, 7, starts, (g, k) -> 0.2 * g + 0.5 * k, 1, 0.1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyVarianceAgreesWithColumnsWrittenOutAndSharesByHand(long seed) {
    Market market = market(seed, STARTS);
    List<Variance> variances =
        List.of(
            new Variance.Iid(),
            new Variance.Hc1(),
            Variance.clusteredBy("i"),
            new Variance.Clustered(List.of("cluster"), ParameterCount.ALL, ClusterFactor.MIN),
            new Variance.Clustered(
                List.of("region", "i"), ParameterCount.NONE, ClusterFactor.CONVENTIONAL));
    for (Variance variance : variances) {
      SunAbraham sunab = BASIC.controllingFor("x").weightedBy("w").with(variance);
      agrees(market, sunab);
    }
  }

  private static void agrees(Market market, SunAbraham sunab) {
    Map<String, Double> sizes = new TreeMap<>();
    Map<String, Integer> relative = new TreeMap<>();
    Panel written = market.panel();
    for (int g = 3; g <= 6; g++) {
      for (int t = 1; t <= 7; t++) {
        if (t != g - 1) {
          int start = g;
          int period = t;
          String name = "cell" + g + "_" + t;
          written =
              Rows.with(
                  written,
                  name,
                  row -> market.at(row, 2) == start && market.at(row, 1) == period ? 1 : 0);
          sizes.put(name, 0.0);
          relative.put(name, t - g);
        }
      }
    }
    for (int row = 0; row < market.rows.size(); row++) {
      String name = "cell" + (int) market.at(row, 2) + "_" + (int) market.at(row, 1);
      double weight = market.at(row, 5);
      sizes.computeIfPresent(name, (n, size) -> size + weight);
    }
    List<String> regressors = new ArrayList<>(List.of("x"));
    regressors.addAll(sizes.keySet());
    Fit columns =
        FixedEffectsRegression.of("y", regressors)
            .absorbing("i", "t")
            .weightedBy("w")
            .with(sunab.variance())
            .fit(written);
    Fit path = sunab.fit(market.panel());
    for (int k = -5; k <= 4; k++) {
      if (k != -1) {
        int at = k;
        Map<String, Double> of = new TreeMap<>(sizes);
        of.keySet().removeIf(name -> !Objects.equals(relative.get(name), at));
        same(path.estimate("t::" + k), columns, of);
      }
    }
    Map<String, Double> after = new TreeMap<>(sizes);
    after.keySet().removeIf(name -> relative.getOrDefault(name, 0) < 0);
    same(sunab.by(EffectsBy.ALL).fit(market.panel()).estimate("ATT"), columns, after);
    Estimate x = columns.estimate("x");
    assertThat(path.estimate("x").estimate()).isCloseTo(x.estimate(), CLOSE);
    assertThat(path.degreesOfFreedom()).isEqualTo(columns.degreesOfFreedom());
    after.keySet().removeIf(name -> !name.startsWith("cell5"));
    same(sunab.by(EffectsBy.COHORT).fit(market.panel()).estimate("cohort::5"), columns, after);
  }

  private static void same(Estimate ours, Fit columns, Map<String, Double> sizes) {
    double total = sizes.values().stream().mapToDouble(size -> size).sum();
    sizes.replaceAll((name, size) -> size / total);
    Estimate theirs = columns.combination("of", sizes);
    sizes.replaceAll((name, share) -> share * total);
    assertThat(ours.estimate()).isCloseTo(theirs.estimate(), CLOSE);
    assertThat(ours.stdError()).isCloseTo(theirs.stdError(), CLOSE);
    assertThat(ours.pValue()).isCloseTo(theirs.pValue(), within(1e-9));
  }

  @Test
  void plantedEffectsWithoutNoiseAreFoundAgainstEitherComparison() {
    Panel panel = new Market(4, 30, 7, STARTS, (g, k) -> 0.2 * g + 0.5 * k, 0, 0.1).panel();
    for (ComparisonCohort comparison : ComparisonCohort.values()) {
      SunAbraham sunab =
          BASIC
              .controllingFor("x")
              .against(comparison)
              .by(EffectsBy.COHORT_AND_EVENT_TIME)
              .withReference(-2);
      for (Estimate estimate : sunab.fit(panel).estimates()) {
        if (!estimate.term().equals("x")) {
          List<String> parts = Rows.parts(estimate.term());
          int k = Integer.parseInt(parts.get(1));
          double planted = k < 0 ? 0 : 0.2 * Integer.parseInt(parts.get(2)) + 0.5 * k;
          assertThat(estimate.estimate()).isCloseTo(planted, CLOSE);
        }
      }
    }
  }

  @Test
  void theLastTreatedAreComparedWithBeforeTheyStart() {
    Panel panel = new Market(5, 12, 6, new int[] {3, 5, 0}, (g, k) -> 1, 1, 0).panel();
    Fit fit = BASIC.against(ComparisonCohort.LAST_TREATED).fit(panel);
    assertThat(fit.dropped())
        .containsExactly(
            new Dropped("never treated, where the last treated are compared with", 24),
            new Dropped("from 5 on, when the last cohort is treated too", 16));
    assertThat(fit.estimates()).extracting(Estimate::term).containsExactly("t::-2", "t::0", "t::1");
    assertThat(fit.observations()).isEqualTo(32);
  }

  @Test
  void cohortsWithoutTheirReferencePeriodAreLeftOut() {
    Panel panel = new Market(6, 12, 5, new int[] {0, 1, 3}, (g, k) -> 1, 1, 0).panel();
    Fit fit = BASIC.fit(panel);
    assertThat(fit.dropped())
        .containsExactly(new Dropped("cohort 1, not observed in its reference period 0", 20));
    assertThat(fit.has("t::4")).isFalse();
  }

  @Test
  void periodsWithoutAUnitToCompareWithAreLeftOut() {
    Panel all = market(7, STARTS).panel();
    int[] rows =
        IntStream.range(0, all.observations())
            .filter(row -> all.number("g", row) > 0 || all.number("t", row) < 7)
            .toArray();
    Panel panel = all.at(rows);
    Fit fit = BASIC.fit(panel);
    assertThat(fit.dropped())
        .extracting(Dropped::reason)
        .containsExactly("in periods without a unit to compare with");
    assertThat(fit.has("t::4")).isFalse();
    assertThat(fit.has("t::3")).isTrue();
  }

  @Test
  void singletonsAreDroppedBeforeSharesAreCounted() {
    Panel full = new Market(8, 24, 6, new int[] {0, 3, 4}, (g, k) -> 1, 1, 0).panel();
    int[] rows =
        IntStream.range(0, full.observations())
            .filter(row -> full.number("i", row) != 1 || full.number("t", row) == 5)
            .toArray();
    int[] without =
        IntStream.range(0, full.observations()).filter(row -> full.number("i", row) != 1).toArray();
    Fit dropped = BASIC.with(Singletons.DROP).fit(full.at(rows));
    assertThat(dropped.dropped()).containsExactly(new Dropped("singleton of i", 1));
    assertThat(dropped.estimates()).isEqualTo(BASIC.fit(full.at(without)).estimates());
    Fit kept = BASIC.fit(full.at(rows));
    assertThat(kept.warnings()).anyMatch(w -> w.startsWith("1 observations are alone"));
  }

  @Test
  void theOrderOfRowsDoesNotMatter() {
    Panel panel = market(9, STARTS).panel();
    Fit fit = BASIC.controllingFor("x").fit(panel);
    Fit other = BASIC.controllingFor("x").fit(Rows.shuffled(panel));
    for (Estimate estimate : fit.estimates()) {
      Estimate twin = other.estimate(estimate.term());
      assertThat(twin.estimate()).isCloseTo(estimate.estimate(), within(1e-12));
      assertThat(twin.stdError()).isCloseTo(estimate.stdError(), within(1e-12));
    }
  }

  @Test
  void intervalsCoverThePlantedEffectAsOftenAsTheySay() {
    int runs = 300;
    int covered = 0;
    for (int seed = 0; seed < runs; seed++) {
      Panel panel =
          new Market(2000 + seed, 60, 6, new int[] {0, 3, 5}, (g, k) -> 1 + 0.5 * k, 1, 0.05)
              .panel();
      Estimate first = BASIC.controllingFor("x").fit(panel).estimate("t::1");
      covered += first.confLow() <= 1.5 && 1.5 <= first.confHigh() ? 1 : 0;
    }
    assertThat(covered / (double) runs).isBetween(0.95 - 4 * 0.0126, 0.95 + 4 * 0.0126);
  }

  @Test
  void dataThatCarryNoEventStudyAreRefused() {
    Panel panel = market(10, STARTS).panel();
    refused(BASIC.withReference(0), panel, "The reference period 0 is not before treatment");
    refused(BASIC.withReference(-9), panel, "No cohort is left that is observed in its reference");
    refused(
        BASIC,
        market(11, 3, 5).panel(),
        "Every unit is treated within the data, according to g.",
        "those of 5");
    refused(
        BASIC.against(ComparisonCohort.LAST_TREATED),
        market(12, 3).panel(),
        "All treated units start in 3");
    refused(BASIC, market(13, 0).panel(), "None of the 36 units is treated");
    refused(BASIC.absorbing("i", "t", "g^t"), panel, "Cannot estimate the effect of the treatment");
    Panel block =
        Rows.with(
            panel,
            "block",
            row -> panel.number("g", row) == 3 ? Math.max(4, panel.number("t", row)) : 0);
    refused(
        BASIC.absorbing("i", "t", "block"),
        block,
        "the other cells explain t::2:cohort::3, t::3:cohort::3, t::4:cohort::3, and setting");
    refused(SunAbraham.of("y", "region", "t", "g"), panel, "There are two rows with region = ");
    refused(
        SunAbraham.of("still", "i", "t", "g"),
        Rows.with(panel, "still", row -> panel.number("i", row)),
        "It does not vary once i and t are taken out.");
    refused(BASIC.controllingFor("nothing"), panel, "No column \"nothing\".");
  }

  private static void refused(SunAbraham sunab, Panel panel, String... parts) {
    assertThatThrownBy(() -> sunab.fit(panel))
        .isInstanceOf(DampakException.class)
        .message()
        .contains(parts);
  }
}
