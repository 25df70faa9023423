package id.dampak.estimate.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.dampak.error.DampakException;
import id.dampak.estimate.Bins;
import id.dampak.estimate.ExposureEventStudy;
import id.dampak.estimate.Fit;
import id.dampak.estimate.Panel;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlaceboEventsTest {
  private static final ExposureEventStudy STUDY =
      ExposureEventStudy.of("y", "e", "shop", "day", 60).but().binned(new Bins(-1, 2)).build();

  /**
   * Thirty shops over 80 days; days move the exposed by a shock, and the event by {@code effect}.
   */
  private static Panel market(long seed, double effect, double common) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] shocks = random.doubles(80).map(u -> common * (u - 0.5)).toArray();
    double[] noise = random.doubles(2400).toArray();
    double[] exposure = random.doubles(30).toArray();
    return Panel.ofRows(2400)
        .categorical("shop", IntStream.range(0, 2400).mapToObj(i -> "s" + i / 80).toList())
        .numeric("day", i -> i % 80)
        .numeric("sector", i -> i / 80 % 3)
        .numeric("e", i -> exposure[i / 80])
        .numeric(
            "y",
            i ->
                exposure[i / 80] * (shocks[i % 80] + (i % 80 >= 60 && i % 80 < 63 ? effect : 0))
                    + noise[i])
        .build();
  }

  private static List<Integer> placebos() {
    return IntStream.range(0, 8).map(w -> 10 + 6 * w).filter(t -> t <= 50).boxed().toList();
  }

  @Test
  void aPlaceboIsTheStudyOfItsWindow() {
    Panel panel = market(1, -5, 1);
    PlaceboEvents placebo = new PlaceboEvents(STUDY, 7, 3, placebos(), PlaceboStatistic.EFFECT);
    RandomisationTest test = placebo.test(panel);
    for (int i = 0; i < placebos().size(); i++) {
      int t0 = placebos().get(i);
      Panel window =
          panel.where(r -> panel.number("day", r) >= t0 - 7 && panel.number("day", r) < t0 + 3);
      // All days before are the reference: the mean of e × three days is one difference.
      Panel dummy =
          window.with("d", r -> window.number("day", r) >= t0 ? window.number("e", r) : 0);
      Fit fit =
          id.dampak.estimate.FixedEffectsRegression.of("y", List.of("d"))
              .absorbing("shop", "day")
              .fit(dummy);
      assertThat(test.placebos().get(i).assignment()).isEqualTo(String.valueOf(t0));
      assertThat(test.placebos().get(i).statistic())
          .isCloseTo(fit.estimate("d").estimate(), within(1e-9));
    }
    assertThat(test.pValue()).isEqualTo(1.0 / (1 + placebos().size()));
    Fit fit = placebo.fit(panel);
    assertThat(fit.estimates()).hasSize(1);
    assertThat(fit.estimates().get(0).pValue()).isEqualTo(test.pValue());
    assertThat(fit.estimates().get(0).estimate()).isEqualTo(test.observed());
    assertThat(fit.estimates().get(0).confLow()).isNaN();
    assertThat(fit.warnings()).anyMatch(w -> w.startsWith(placebos().size() + " placebos"));
  }

  @Test
  void shocksThatAllTheExposedShareDeceiveClustersAndNotPlacebos() {
    int byClusters = 0;
    int byPlacebos = 0;
    int runs = 40;
    List<Integer> many =
        IntStream.rangeClosed(1, 50).filter(t -> t >= 5 && t <= 52).boxed().toList();
    for (int run = 0; run < runs; run++) {
      Panel panel = market(100 + run, 0, 6);
      PlaceboEvents placebo = new PlaceboEvents(STUDY, 5, 3, many, PlaceboStatistic.EFFECT);
      Fit fit = placebo.fit(panel);
      double t = fit.estimates().get(0).estimate() / fit.estimates().get(0).stdError();
      byClusters += Math.abs(t) > 2.05 ? 1 : 0;
      byPlacebos += fit.estimates().get(0).pValue() <= 0.05 ? 1 : 0;
    }
    assertThat(byClusters / (double) runs).isGreaterThan(0.3);
    // 5 % + 3 standard deviations of a binomial share of 40.
    assertThat(byPlacebos / (double) runs).isLessThan(0.153);
  }

  @Test
  void placebosThatTouchTheEventAndEmptyWindowsAreRefused() {
    Panel panel = market(1, -5, 1);
    assertThatThrownBy(
            () -> new PlaceboEvents(STUDY, 7, 3, List.of(20, 51), PlaceboStatistic.T).test(panel))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("period 51");
    assertThatThrownBy(() -> new PlaceboEvents(STUDY, 0, 3, List.of(20), PlaceboStatistic.T))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("0 periods before");
  }

  private static ExposurePermutation permutation(PlaceboStatistic statistic) {
    return new ExposurePermutation(
        STUDY, List.of(0, 1, 2), Optional.of("sector"), statistic, 199, 3);
  }

  @Test
  void aPermutationDealsTheExposuresOfAStratumOutAmongItsUnits() {
    Panel panel = market(2, -5, 0).where(r -> r % 80 >= 55 && r % 80 < 63);
    RandomisationTest test = permutation(PlaceboStatistic.EFFECT).test(panel);
    assertThat(test.pValue()).isEqualTo(1 / 200.0);
    assertThat(test.placebos()).hasSize(199);
    // The mean over permutations is near 0, as no unit is linked with its own exposure.
    double mean = test.placebos().stream().mapToDouble(Placebo::statistic).average().orElseThrow();
    assertThat(Math.abs(mean)).isLessThan(0.2 * Math.abs(test.observed()));
    assertThat(test.placebos().stream().map(Placebo::statistic).distinct()).hasSize(199);
  }

  @Test
  void permutationsDependOnLabelsAndNotOnTheOrderOfRows() {
    Panel panel = market(3, -1, 0).where(r -> r % 80 >= 58 && r % 80 < 63);
    int n = panel.observations();
    Panel.Builder backwards =
        Panel.ofRows(n)
            .categorical(
                "shop",
                IntStream.range(0, n).mapToObj(i -> panel.label("shop", n - 1 - i)).toList());
    for (String column : List.of("day", "sector", "e", "y")) {
      backwards.numeric(column, i -> panel.number(column, n - 1 - i));
    }
    for (PlaceboStatistic statistic : PlaceboStatistic.values()) {
      RandomisationTest one = permutation(statistic).test(panel);
      RandomisationTest other = permutation(statistic).test(backwards.build());
      assertThat(other.pValue()).isEqualTo(one.pValue());
      for (int i = 0; i < 199; i++) {
        assertThat(other.placebos().get(i).statistic())
            .isCloseTo(one.placebos().get(i).statistic(), within(1e-8));
      }
    }
  }

  @Test
  void withoutAnEffectPermutationsRejectAsOftenAsTheySay() {
    int rejected = 0;
    for (int run = 0; run < 60; run++) {
      Panel panel = market(500 + run, 0, 0).where(r -> r % 80 >= 59 && r % 80 < 61);
      ExposurePermutation test =
          new ExposurePermutation(
              STUDY, List.of(0), Optional.empty(), PlaceboStatistic.EFFECT, 99, run);
      rejected += test.fit(panel).estimates().get(0).pValue() <= 0.1 ? 1 : 0;
    }
    // 10 % ± 3 standard deviations of a binomial share of 60.
    assertThat(rejected).isBetween(1, 12);
  }

  @Test
  void exposuresThatAreAlikeWithinStrataAreRefused() {
    Panel panel = market(3, -1, 0).where(r -> r % 80 >= 58 && r % 80 < 63);
    Panel alike = panel.with("e", r -> panel.number("sector", r));
    assertThatThrownBy(() -> permutation(PlaceboStatistic.T).test(alike))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("permutation test of e");
    assertThat(permutation(PlaceboStatistic.T).columns()).contains("sector", "shop", "e");
    assertThat(permutation(PlaceboStatistic.T).identifiers()).containsExactly("sector", "shop");
  }
}
