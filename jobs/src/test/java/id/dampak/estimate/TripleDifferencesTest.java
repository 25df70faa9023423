package id.dampak.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.dampak.error.DampakException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TripleDifferencesTest {
  private static final Offset<Double> CLOSE = within(1e-8);
  private static final List<String> CHANNELS = List.of("LIVE", "shop");
  private static final PeriodRange EVENT = new PeriodRange(4, 5);

  /** Merchants by channels by days 1–6; LIVE loses 8 e, the shop gains 2 e, demand shocks both. */
  private static List<double[]> market(long seed, int units, double noise, double missing) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < units; i++) {
      double exposure = random.nextDouble();
      for (int t = 1; t <= 6; t++) {
        double demand = noise * random.nextGaussian();
        for (int c = 0; c < 2; c++) {
          double effect = EVENT.holds(t) ? (c == 0 ? -8 : 2) * exposure : 0;
          double y = i + 3 * c + t * (c + 1) + demand + effect + noise * random.nextGaussian();
          if (random.nextDouble() >= missing) {
            rows.add(new double[] {i, t, c, i % 2, exposure, y});
          }
        }
      }
    }
    return rows;
  }

  private static Panel panel(List<double[]> rows) {
    String[] names = {"unit", "t", "c", "region", "e", "y"};
    Panel.Builder panel = Panel.ofRows(rows.size());
    IntStream.range(0, names.length).forEach(j -> panel.numeric(names[j], i -> rows.get(i)[j]));
    panel.categorical("channel", i -> (int) rows.get(i)[2], CHANNELS);
    for (int c = 0; c < 2; c++) {
      int channel = c;
      panel.numeric(
          "d" + c,
          i -> rows.get(i)[2] == channel && EVENT.holds(rows.get(i)[1]) ? rows.get(i)[4] : 0);
    }
    return panel.build();
  }

  private static TripleDifferences triple() {
    return TripleDifferences.of("y", "e", "unit", "channel", "t", "LIVE", EVENT);
  }

  @Test
  void itIsTheRegressionWithItsThreePairsOfEffectsWrittenOut() {
    Panel panel = panel(market(1, 20, 1, 0.1));
    Fit fit = triple().within("region").fit(panel);
    Fit written =
        FixedEffectsRegression.of("y", List.of("d0"))
            .absorbing("unit^channel", "unit^t", "region^channel^t")
            .with(Variance.clusteredBy("unit"))
            .fit(panel);
    same(fit.estimates().get(0), written.estimates().get(0));
    Fit channels = triple().within("region").channels(panel);
    Fit both =
        FixedEffectsRegression.of("y", List.of("d0", "d1"))
            .absorbing("unit^channel", "region^channel^t")
            .with(Variance.clusteredBy("unit"))
            .fit(panel);
    same(channels.estimates().get(0), both.estimates().get(0));
    same(channels.estimates().get(1), both.estimates().get(1));
    assertThat(channels.estimates()).extracting(Estimate::term).containsExactly("e:LIVE", "e:shop");
  }

  @Test
  void nestedEffectsThatAreRedundantWithOneAnotherCountOnce() {
    Panel panel = panel(market(9, 40, 1, 0));
    Fit nested = triple().fit(panel);
    Fit uncorrected =
        triple()
            .with(new Variance.Clustered(List.of("unit"), ParameterCount.OFF, ClusterFactor.MIN))
            .fit(panel);
    // K' = the regressor + 2 channels x 6 periods, the nested effects being one of these.
    double factor = (480 - 1.0) / (480 - 13);
    assertThat(nested.covariance().at(0, 0))
        .isCloseTo(factor * uncorrected.covariance().at(0, 0), CLOSE);
  }

  private static void same(Estimate ours, Estimate theirs) {
    assertThat(ours.estimate()).isCloseTo(theirs.estimate(), CLOSE);
    assertThat(ours.stdError()).isCloseTo(theirs.stdError(), CLOSE);
  }

  @Test
  void withTwoBalancedChannelsItIsTheDifferenceOfTheirEffects() {
    Panel panel = panel(market(2, 20, 1, 0));
    Variance cr0 = new Variance.Clustered(List.of("unit"), ParameterCount.OFF, ClusterFactor.OFF);
    Fit channels = triple().with(cr0).channels(panel);
    Estimate difference = channels.combination("difference", Map.of("e:LIVE", 1.0, "e:shop", -1.0));
    same(triple().with(cr0).fit(panel).estimates().get(0), difference);
  }

  @Test
  void withoutNoiseTheEffectsAndTheDivertedPartAreThePlantedOnes() {
    List<double[]> rows = market(3, 12, 0, 0.1);
    Collections.reverse(rows);
    Panel panel = panel(rows);
    assertThat(triple().fit(panel).estimate("e:LIVE").estimate()).isCloseTo(-10, CLOSE);
    Fit channels = triple().channels(panel);
    assertThat(channels.estimate("e:LIVE").estimate()).isCloseTo(-8, CLOSE);
    assertThat(triple().divert(channels).estimate()).isCloseTo(0.25, CLOSE);
  }

  @Test
  void theErrorOfTheRatioIsThatOfItsNumericalDerivative() {
    Fit channels = triple().channels(panel(market(4, 60, 1, 0.1)));
    double live = channels.estimate("e:LIVE").estimate();
    double shop = channels.estimate("e:shop").estimate();
    double h = 1e-6;
    double[] gradient = {
      (-shop / (live + h) + shop / (live - h)) / (2 * h),
      (-(shop + h) / live + (shop - h) / live) / (2 * h)
    };
    Estimate ratio = triple().divert(channels);
    assertThat(ratio.estimate()).isCloseTo(-shop / live, CLOSE);
    assertThat(ratio.stdError())
        .isCloseTo(Math.sqrt(channels.covariance().quadratic(gradient)), CLOSE);
  }

  @Test
  void aRatioToALossThatMayBeNothingHasNoInterval() {
    List<double[]> rows = market(5, 30, 1, 0);
    rows.stream()
        .filter(row -> row[2] == 0 && EVENT.holds(row[1]))
        .forEach(row -> row[5] += 8 * row[4]);
    Estimate ratio = triple().divert(triple().channels(panel(rows)));
    assertThat(ratio.estimate()).isFinite();
    assertThat(ratio.confLow()).isNaN();
  }

  @Test
  void intervalsCoverTheDivertedPart() {
    int covered = 0;
    for (int run = 0; run < 200; run++) {
      Estimate ratio = triple().divert(triple().channels(panel(market(100 + run, 60, 1, 0.05))));
      covered += ratio.confLow() <= 0.25 && 0.25 <= ratio.confHigh() ? 1 : 0;
    }
    assertThat(covered).isBetween(180, 199);
  }

  @Test
  void whatCarriesNoTripleDifferenceIsRefused() {
    List<double[]> rows = market(6, 12, 1, 0);
    Panel panel = panel(rows);
    refuses(
        TripleDifferences.of("y", "e", "unit", "channel", "t", "radio", EVENT),
        panel,
        "channel holds LIVE, shop");
    refuses(
        TripleDifferences.of("y", "e", "unit", "channel", "t", "LIVE", new PeriodRange(40, 50)),
        panel,
        "0 of 144 rows have t in 40..50");
    refuses(
        TripleDifferences.of("y", "y", "unit", "channel", "t", "LIVE", EVENT),
        panel,
        "for the same unit 0");
    List<double[]> alone = new ArrayList<>(rows);
    alone.removeIf(row -> row[2] == 1);
    refuses(triple(), panel(alone), "channel holds LIVE");
    List<double[]> alike = new ArrayList<>(rows.stream().map(double[]::clone).toList());
    alike.forEach(row -> row[4] = 1);
    refuses(triple(), panel(alike), "no regressor varies");
    rows.add(rows.get(0));
    refuses(triple(), panel(rows), "two rows of unit 0 in channel LIVE and period 1");
  }

  private static void refuses(TripleDifferences triple, Panel panel, String reason) {
    assertThatThrownBy(() -> triple.fit(panel))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining(reason);
  }
}
