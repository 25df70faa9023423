package id.dampak.estimate.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.dampak.error.DampakException;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.ExposureEventStudy;
import id.dampak.estimate.FixedEffectsRegression;
import id.dampak.estimate.Panel;
import id.dampak.estimate.inference.PlaceboSuspensions.Placebos;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlaceboSuspensionsTest {
  private static final int DAYS = 70;
  private static final int BEFORE = 7;
  private static final List<Integer> STARTS = IntStream.rangeClosed(7, 62).boxed().toList();
  private static final ExposureEventStudy STUDY =
      ExposureEventStudy.of("y", "e", "shop", "day", DAYS);

  /** Events of one day, of four, and of four with a gap. */
  private static final PlaceboSuspensions PLACEBOS =
      new PlaceboSuspensions(
          STUDY, BEFORE, 8, List.of(List.of(0), List.of(0, 1, 2, 3), List.of(0, 1, 5)));

  /** Shops whose days are noise, and days that move all the exposed by a shock. */
  private static Panel market(long seed, int shops, double common) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] shocks = random.doubles(DAYS).map(u -> common * (u - 0.5)).toArray();
    double[] noise = random.doubles((long) DAYS * shops).toArray();
    double[] exposure = random.doubles(shops).toArray();
    return Panel.ofRows(DAYS * shops)
        .categorical(
            "shop", IntStream.range(0, DAYS * shops).mapToObj(i -> "s" + i / DAYS).toList())
        .numeric("day", i -> i % DAYS)
        .numeric("e", i -> exposure[i / DAYS])
        .numeric("y", i -> exposure[i / DAYS] * shocks[i % DAYS] + noise[i])
        .build();
  }

  private static List<Double> effects(Panel panel, int event) {
    return PLACEBOS.at(panel, STARTS).stream()
        .map(found -> found.effects().get(event))
        .map(Estimate::estimate)
        .filter(estimate -> !Double.isNaN(estimate))
        .toList();
  }

  private static double detectable(Panel panel, int parts, int event) {
    List<List<Double>> samples =
        new UnitParts("shop", parts, 1)
            .of(panel).stream().map(part -> effects(part, event)).toList();
    return PlaceboPower.of(0.05, samples).detectable(0.8);
  }

  @Test
  void anEffectIsTheRegressionOfItsWindowWrittenOut() {
    Panel panel = market(1, 30, 1);
    for (Placebos found : PLACEBOS.at(panel, List.of(7, 33, 62))) {
      int start = found.start();
      Panel window =
          panel.where(
              r -> {
                double day = panel.number("day", r);
                return day >= start - BEFORE && day < start + 4;
              });
      Panel dosed =
          window.with("d", r -> window.number("day", r) >= start ? window.number("e", r) : 0);
      Estimate twin =
          FixedEffectsRegression.of("y", List.of("d"))
              .absorbing("shop", "day")
              .fit(dosed)
              .estimate("d");
      assertThat(found.effects().get(1).estimate()).isCloseTo(twin.estimate(), within(1e-10));
    }
  }

  @Test
  void aPlantedLossLowersTheEffectByExactlyThat() {
    Panel panel = market(2, 25, 1);
    int start = 40;
    Panel planted =
        panel.with(
            "y",
            r ->
                panel.number("y", r)
                    - (panel.number("day", r) >= start ? 0.7 * panel.number("e", r) : 0));
    Placebos without = PLACEBOS.at(panel, start);
    Placebos with = PLACEBOS.at(planted, start);
    for (int event = 0; event < 3; event++) {
      assertThat(with.effects().get(event).estimate())
          .isCloseTo(without.effects().get(event).estimate() - 0.7, within(1e-10));
    }
  }

  @Test
  void anEventThatOutlastsTheDataHasNoEffectAndShorterOnesDo() {
    List<Placebos> late = PLACEBOS.at(market(3, 20, 0), List.of(64, 67));

    assertThat(late.get(0).effects().get(2).estimate()).isNotNaN();
    assertThat(late.get(1).effects().get(0).estimate()).isNotNaN();
    assertThat(late.get(1).effects().get(1).estimate()).isNaN();
    assertThat(late.get(1).effects().get(2).estimate()).isNaN();
  }

  @Test
  void whereNothingCanBeEstimatedTheEffectsOfADateAreNotDefined() {
    Panel panel = market(3, 20, 0);
    Panel alike = panel.with("e", r -> 0.5);

    assertThat(PLACEBOS.at(alike, List.of(30)).get(0).effects())
        .allMatch(effect -> Double.isNaN(effect.estimate()));
    assertThatThrownBy(() -> PLACEBOS.at(alike, 30)).isInstanceOf(DampakException.class);
  }

  @Test
  void moreMerchantsAndLongerSuspensionsDetectLess() {
    Panel panel = market(4, 400, 0);

    double tenth = detectable(panel, 10, 1);
    double quarter = detectable(panel, 4, 1);
    double all = detectable(panel, 1, 1);
    assertThat(tenth).isGreaterThan(quarter);
    assertThat(quarter).isGreaterThan(all);
    assertThat(detectable(panel, 1, 0)).isGreaterThan(all);
    // Noise is of single shops: by √10 and √4, within a quarter.
    assertThat(tenth / all).isCloseTo(Math.sqrt(10), within(Math.sqrt(10) / 4));
    assertThat(quarter / all).isCloseTo(2, within(0.5));
  }

  @Test
  void shocksThatAllTheExposedShareDoNotAverageOut() {
    Panel panel = market(5, 400, 6);

    assertThat(detectable(panel, 10, 1)).isLessThan(1.3 * detectable(panel, 1, 1));
  }
}
