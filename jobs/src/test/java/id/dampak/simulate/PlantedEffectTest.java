package id.dampak.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The planted effect can be found by its dose, and not by looking before and after. */
class PlantedEffectTest {
  private static final int MERCHANTS = 800;
  private static final int DAYS = 78;
  private static final int SEEDS = 40;
  private static final int REGIONS = 38;

  /** Losses as multiples of the planted net loss. */
  private record Found(double byDose, double beforeAfter) {}

  @Test
  void comparingBeforeAndAfterBlamesTheSuspensionForUnrestTooButTheDoseDoesNot() {
    Found[] found =
        LongStream.rangeClosed(1, SEEDS).mapToObj(PlantedEffectTest::find).toArray(Found[]::new);
    double[] byDose = Arrays.stream(found).mapToDouble(Found::byDose).toArray();
    double mean = Arrays.stream(byDose).average().orElseThrow();
    double error =
        Math.sqrt(
            Arrays.stream(byDose).map(x -> (x - mean) * (x - mean)).sum() / (SEEDS - 1) / SEEDS);
    assertThat(mean).isCloseTo(1, within(3 * error));
    assertThat(Arrays.stream(found).mapToDouble(Found::beforeAfter).average().orElseThrow())
        .isGreaterThan(1.5);
  }

  private static Found find(long seed) {
    Market market = new Market(MarketOptions.of(MERCHANTS, DAYS, seed));
    int off = market.firstSuspendedDay(market.merchant(0));
    int on = market.lastSuspendedDay(market.merchant(0)) + 1;
    double[] baseline = new double[MERCHANTS];
    double[] live = new double[MERCHANTS];
    double[] change = new double[MERCHANTS];
    Truth truth =
        market.dailySales(
            (i, day, amount, liveAmount) -> {
              if (off - 56 <= day && day < off - 14) {
                baseline[i] += amount;
                live[i] += liveAmount;
              } else if (off - 14 <= day && day < off) {
                change[i] -= amount * (on - off) / 14.0;
              } else if (off <= day && day < on) {
                change[i] += amount;
              }
            });
    double planted = truth.total().expected().netLoss();
    double beforeAfter = -Arrays.stream(change).sum();
    return new Found(byDose(market, baseline, live, change) / planted, beforeAfter / planted);
  }

  /**
   * The slope of change/ȳ on the dose e within provinces, weighted by ȳ, times Σ e ȳ. The weights
   * cancel the denominators, so that only sums of rupiah are needed.
   */
  private static double byDose(Market market, double[] baseline, double[] live, double[] change) {
    double[] sales = new double[REGIONS];
    double[] liveSales = new double[REGIONS];
    for (int i = 0; i < MERCHANTS; i++) {
      sales[market.merchant(i).region()] += baseline[i];
      liveSales[market.merchant(i).region()] += live[i];
    }
    double covariance = 0;
    double variance = 0;
    for (int i = 0; i < MERCHANTS; i++) {
      int region = market.merchant(i).region();
      if (baseline[i] > 0) {
        double dose = live[i] / baseline[i] - liveSales[region] / sales[region];
        covariance += dose * change[i];
        variance += dose * dose * baseline[i];
      }
    }
    return -covariance / variance * Arrays.stream(live).sum();
  }
}
