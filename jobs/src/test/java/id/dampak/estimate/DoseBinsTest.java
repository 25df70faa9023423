package id.dampak.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.dampak.error.DampakException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DoseBinsTest {
  private static final Offset<Double> CLOSE = within(1e-9);
  private static final int EVENT = 4;
  private static final DoseCuts CUTS = new DoseCuts.At(List.of(0.3, 0.6));

  /** Units seen in periods 1–6, of whom a third is not exposed; y responds by e². */
  private static List<double[]> market(long seed, int units, double missing) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < units; i++) {
      double exposure = i % 3 == 0 ? 0 : random.nextDouble();
      for (int t = 1; t <= 6; t++) {
        double effect = t >= EVENT ? -10 * exposure * exposure : 0;
        double y = i + 0.5 * t * (i % 2) + effect + random.nextGaussian();
        if (random.nextDouble() >= missing) {
          rows.add(new double[] {i, t, i % 2, Math.floorDiv(i, 2), exposure, y});
        }
      }
    }
    return rows;
  }

  private static Panel panel(List<double[]> rows) {
    String[] names = {"unit", "t", "region", "pair", "e", "y"};
    Panel.Builder panel = Panel.ofRows(rows.size());
    IntStream.range(0, names.length).forEach(j -> panel.numeric(names[j], i -> rows.get(i)[j]));
    for (int bin = 0; bin < 3; bin++) {
      for (int t = 1; t <= 6; t++) {
        int b = bin;
        int period = t;
        panel.numeric(
            "b" + bin + "t" + t,
            i ->
                rows.get(i)[1] == period && rows.get(i)[4] > 0 && binOf(rows.get(i)[4]) == b
                    ? 1
                    : 0);
      }
    }
    return panel.build();
  }

  private static int binOf(double exposure) {
    return exposure <= 0.3 ? 0 : exposure <= 0.6 ? 1 : 2;
  }

  private static DoseBins bins() {
    return DoseBins.of("y", "e", "unit", "t", EVENT, CUTS);
  }

  @Test
  void inABalancedPanelTheyAreTheRegressionOnDummiesOfBinAndPeriod() {
    Panel panel = panel(market(1, 60, 0));
    List<String> dummies = new ArrayList<>();
    for (int b = 0; b < 3; b++) {
      for (int t = 1; t <= 6; t++) {
        if (t != EVENT - 1) {
          dummies.add("b" + b + "t" + t);
        }
      }
    }
    for (String cluster : List.of("unit", "pair")) {
      Fit means = bins().clusteredBy(cluster).fit(panel);
      Fit regression =
          FixedEffectsRegression.of("y", dummies)
              .absorbing("unit", "t")
              .with(new Variance.Clustered(List.of(cluster), ParameterCount.OFF, ClusterFactor.MIN))
              .fit(panel);
      assertThat(means.estimates()).hasSize(15);
      assertThat(means.degreesOfFreedom()).isEqualTo(regression.degreesOfFreedom());
      for (int j = 0; j < 15; j++) {
        assertThat(means.estimates().get(j).estimate())
            .isCloseTo(regression.estimates().get(j).estimate(), CLOSE);
        for (int k = 0; k < 15; k++) {
          assertThat(means.covariance().at(j, k))
              .isCloseTo(regression.covariance().at(j, k), CLOSE);
        }
      }
    }
  }

  @Test
  void inAnUnbalancedPanelTheyAreDifferencesOfMeansOfUnitsSeenTwice() {
    List<double[]> rows = market(2, 60, 0.2);
    Fit fit = bins().fit(panel(rows));
    double expected = meanChange(rows, 0.3, 0.6, 5) - meanChange(rows, -1, 0, 5);
    assertThat(fit.estimate("e(0.3, 0.6][1]").estimate()).isCloseTo(expected, CLOSE);
    Collections.reverse(rows);
    assertThat(bins().fit(panel(rows)).estimate("e(0.3, 0.6][1]").estimate())
        .isCloseTo(expected, CLOSE);
  }

  /** Mean of y at t less y before the event, of units exposed above and up to. */
  private static double meanChange(List<double[]> rows, double above, double upTo, int t) {
    List<Double> changes = new ArrayList<>();
    for (double[] then : rows) {
      for (double[] before : rows) {
        if (then[0] == before[0]
            && then[1] == t
            && before[1] == EVENT - 1
            && then[4] > above
            && then[4] <= upTo) {
          changes.add(then[5] - before[5]);
        }
      }
    }
    return changes.stream().mapToDouble(c -> c).average().orElseThrow();
  }

  @Test
  void withinGroupsEachUnitIsComparedWithItsOwnGroup() {
    List<double[]> rows = market(3, 90, 0);
    Fit fit = bins().within("region").fit(panel(rows));
    double sum = 0;
    int count = 0;
    for (int region = 0; region < 2; region++) {
      int r = region;
      List<double[]> part = rows.stream().filter(row -> row[2] == r).toList();
      int units = (int) part.stream().filter(row -> row[1] == 5 && row[4] > 0.6).count();
      sum += units * (meanChange(part, 0.6, 1, 5) - meanChange(part, -1, 0, 5));
      count += units;
    }
    assertThat(fit.estimate("e(0.6, )[1]").estimate()).isCloseTo(sum / count, CLOSE);
  }

  @Test
  void theErrorWithinGroupsIsThatOfResamplingUnits() {
    List<double[]> rows = market(4, 240, 0);
    Fit fit = bins().within("region").fit(panel(rows));
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
    int draws = 250;
    double sum = 0;
    double squares = 0;
    for (int draw = 0; draw < draws; draw++) {
      List<double[]> again = new ArrayList<>();
      for (int i = 0; i < 240; i++) {
        int from = 6 * random.nextInt(240);
        for (int t = 0; t < 6; t++) {
          double[] row = rows.get(from + t).clone();
          row[0] = i;
          again.add(row);
        }
      }
      double found = bins().within("region").fit(panel(again)).estimate("e(0.6, )[1]").estimate();
      sum += found;
      squares += found * found;
    }
    double bootstrap = Math.sqrt(squares / draws - sum / draws * sum / draws);
    assertThat(fit.estimate("e(0.6, )[1]").stdError() / bootstrap).isBetween(0.85, 1.15);
  }

  @Test
  void intervalsCoverTheEffectOnEachBin() {
    int covered = 0;
    for (int run = 0; run < 200; run++) {
      List<double[]> rows = market(100 + run, 90, 0.1);
      double truth =
          rows.stream()
              .filter(row -> row[1] == 5 && row[4] > 0.6 && hasReference(rows, row[0]))
              .mapToDouble(row -> -10 * row[4] * row[4])
              .average()
              .orElseThrow();
      Estimate found = bins().within("region").fit(panel(rows)).estimate("e(0.6, )[1]");
      covered += found.confLow() <= truth && truth <= found.confHigh() ? 1 : 0;
    }
    // The interval is for the effect in the population, whose doses vary too: it is a bit wide.
    assertThat(covered).isBetween(181, 200);
  }

  private static boolean hasReference(List<double[]> rows, double unit) {
    return rows.stream().anyMatch(row -> row[0] == unit && row[1] == EVENT - 1);
  }

  @Test
  void quantilesShareTheExposedUnitsAndTellTheirMeanDose() {
    DoseBins thirds = DoseBins.of("y", "e", "unit", "t", EVENT, new DoseCuts.Quantiles(3));
    List<DoseBin> found = thirds.bins(panel(market(6, 90, 0)));
    assertThat(found).extracting(DoseBin::units).containsExactly(20, 20, 20);
    assertThat(found.get(0).meanDose()).isLessThan(found.get(0).upTo());
    assertThat(found.get(2).meanDose()).isGreaterThan(found.get(1).upTo());
    assertThat(new DoseCuts.Quantiles(4).of(new double[] {1, 1, 1, 1})).isEmpty();
  }

  @Test
  void quasiStayersAreDeclaredAndNamed() {
    List<double[]> rows = market(7, 90, 0);
    rows.removeIf(row -> row[4] == 0);
    Fit fit = bins().withStayersUpTo(0.1).fit(panel(rows));
    assertThat(fit.warnings()).singleElement().asString().contains("units with e up to 0.1");
    assertThat(fit.has("e(0.1, 0.3][0]")).isTrue();
  }

  @Test
  void noPreTrendIsFoundWhereThereIsNoneAndOneIsFoundWhereThereIs() {
    List<double[]> rows = market(8, 90, 0);
    assertThat(bins().within("region").preTrend(bins().within("region").fit(panel(rows))).pValue())
        .isGreaterThan(0.01);
    rows.forEach(row -> row[5] += 2 * row[4] * row[1]);
    JointTest test = bins().within("region").preTrend(bins().within("region").fit(panel(rows)));
    assertThat(test.pValue()).isLessThan(0.001);
    assertThat(test.numeratorDegreesOfFreedom()).isEqualTo(6);
  }

  @Test
  void aGroupWithoutComparisonLeavesTheTermOutAndSaysSo() {
    List<double[]> rows = market(11, 60, 0);
    rows.removeIf(row -> row[2] == 1 && row[4] == 0 && row[1] == 5);
    Fit fit = bins().within("region").fit(panel(rows));
    assertThat(fit.has("e(0.0, 0.3][1]")).isFalse();
    assertThat(fit.has("e(0.0, 0.3][0]")).isTrue();
    assertThat(fit.warnings())
        .anySatisfy(w -> assertThat(w).startsWith("e(0.0, 0.3][1] is left out: a group has fewer"));
  }

  @Test
  void unitsWithoutExposureAreDroppedAndCounted() {
    List<double[]> rows = market(9, 60, 0);
    rows.stream().filter(row -> row[0] < 2).forEach(row -> row[4] = Double.NaN);
    Fit fit = bins().fit(panel(rows));
    assertThat(fit.dropped()).containsExactly(new Dropped("e missing", 12));
    assertThat(fit.clusters()).containsExactly(new Clusters("unit", 58));
  }

  @Test
  void whatCannotBeComparedIsRefused() {
    List<double[]> exposed = market(10, 60, 0);
    exposed.removeIf(row -> row[4] == 0);
    refuses(bins(), exposed, "0 units have e up to 0.0 and two are needed");
    List<double[]> none = market(10, 60, 0);
    none.forEach(row -> row[4] = 0);
    refuses(bins(), none, "No unit has e above 0.0");
    List<double[]> negative = market(10, 60, 0);
    negative.stream().filter(row -> row[0] == 4).forEach(row -> row[4] = -0.5);
    refuses(bins(), negative, "-0.5 for unit 4");
    List<double[]> rows = market(10, 60, 0);
    refuses(
        DoseBins.of("y", "e", "unit", "t", EVENT, new DoseCuts.At(List.of(2.0))),
        rows,
        "(2.0, ) holds 0 units");
    refuses(bins().relativeTo(-9), rows, "No row lies in the reference period -9");
    refuses(DoseBins.of("y", "e", "unit", "t", 1, CUTS), rows, "both sides");
    refuses(DoseBins.of("y", "y", "unit", "t", EVENT, CUTS), rows, "for the same unit");
    rows.add(rows.get(0));
    refuses(bins(), rows, "two rows");
  }

  private static void refuses(DoseBins bins, List<double[]> rows, String reason) {
    assertThatThrownBy(() -> bins.fit(panel(rows)))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining(reason);
  }
}
