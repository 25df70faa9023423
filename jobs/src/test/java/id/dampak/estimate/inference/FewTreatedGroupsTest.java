package id.dampak.estimate.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.dampak.error.DampakException;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.Estimator;
import id.dampak.estimate.Fit;
import id.dampak.estimate.FixedEffectsRegression;
import id.dampak.estimate.Panel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FewTreatedGroupsTest {
  private static final Offset<Double> CLOSE = within(1e-9);
  private static final ConleyTaber TABER = ConleyTaber.of("y", "d", "g", "t", 1);
  private static final FermanPinto PINTO = FermanPinto.of("y", "d", "g", "t", "m", 1);

  /**
   * {@code groups} groups over six periods; the first {@code treated} from the fourth on, by 1. The
   * first group is of size {@code small}, the others of 10 to 200; noise falls with size if it
   * counts.
   */
  private static Panel market(long seed, int groups, int treated, double small, boolean counts) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] sizes =
        IntStream.range(0, groups)
            .mapToDouble(g -> g == 0 ? small : 10 + 190 * random.nextDouble())
            .toArray();
    double[] noise = new double[6 * groups];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = random.nextGaussian() * (counts ? 5 / Math.sqrt(sizes[i / 6]) : 1);
    }
    return Panel.ofRows(noise.length)
        .categorical(
            "g",
            IntStream.range(0, noise.length)
                .mapToObj(i -> String.format(Locale.ROOT, "g%03d", i / 6))
                .toList())
        .numeric("t", i -> i % 6)
        .numeric("m", i -> sizes[i / 6])
        .numeric("x", i -> Math.sin(i))
        .numeric("d", i -> i / 6 < treated && i % 6 > 2 ? 1 : 0)
        .numeric("y", i -> i / 6 + i % 6 + (i / 6 < treated && i % 6 > 2 ? 1 : 0) + noise[i])
        .build();
  }

  @Test
  void aPlaceboGivesATreatedGroupTheResidualsOfAControl() {
    Panel panel = market(1, 50, 1, 20, false);
    FixedEffectsRegression regression =
        FixedEffectsRegression.of("y", List.of("d", "x")).absorbing("g", "t");
    Fit fit = TABER.controllingFor("x").fit(panel);
    double alpha = regression.fit(panel).estimate("d").estimate();
    assertThat(fit.estimate("d").estimate()).isCloseTo(alpha, CLOSE);
    // The residuals' difference between the two halves of a control, as each half has three
    // periods.
    double gamma = regression.fit(panel).estimate("x").estimate();
    double[] left = new double[300];
    Arrays.setAll(
        left,
        i -> panel.number("y", i) - alpha * panel.number("d", i) - gamma * panel.number("x", i));
    double[] means = new double[6];
    for (int i = 0; i < 300; i++) {
      means[i % 6] += left[i] / 50;
    }
    double[] placebos = new double[49];
    for (int g = 1; g < 50; g++) {
      for (int t = 0; t < 6; t++) {
        placebos[g - 1] += (t > 2 ? 1 : -1) * (left[6 * g + t] - means[t]) / 3;
      }
    }
    Arrays.sort(placebos);
    int above = (int) Arrays.stream(placebos).filter(w -> w >= alpha).count();
    assertThat(fit.estimate("d").pValue())
        .isCloseTo(2.0 * (1 + Math.min(above, 49 - above)) / 50, CLOSE);
    double quarter = 0.25;
    assertThat(fit.estimate("d").confHigh())
        .isCloseTo(alpha - (placebos[0] + quarter * (placebos[1] - placebos[0])), CLOSE);
  }

  @Test
  void everyWayOfChoosingControlsIsTakenOrSomeAreDrawn() {
    Panel two = market(2, 30, 2, 20, false);
    Estimate all = TABER.fit(two).estimate("d");
    // 28² = 784 ways; the least p value is 2/785.
    assertThat(all.pValue() * 785 / 2).isCloseTo(Math.rint(all.pValue() * 785 / 2), CLOSE);
    Panel five = market(2, 30, 5, 20, false);
    Estimate drawn = TABER.fit(five).estimate("d");
    assertThat(drawn.pValue() * 5000).isCloseTo(Math.rint(drawn.pValue() * 5000), CLOSE);
    assertThat(TABER.fit(five)).usingRecursiveComparison().isEqualTo(TABER.fit(five));
  }

  @Test
  void fewControlsLeaveTheIntervalOpen() {
    Fit fit = TABER.fit(market(3, 20, 1, 20, false));
    assertThat(fit.estimate("d").confLow()).isNaN();
    assertThat(fit.warnings()).contains("19 placebos are too few for an interval of this level");
    assertThat(fit.estimate("d").pValue()).isGreaterThanOrEqualTo(0.1);
    assertThat(fit.clusters().get(0).count()).isEqualTo(20);
  }

  @Test
  void oneTreatedGroupAmongAlikeIsCoveredByBoth() {
    assertThat(coverage(TABER, 100, false)).isBetween(0.89, 0.99);
    assertThat(coverage(PINTO.withDraws(999), 100, false)).isBetween(0.89, 0.99);
  }

  @Test
  void aSmallTreatedGroupIsCoveredOnlyWhereSizeCounts() {
    assertThat(coverage(PINTO.withDraws(999), 5, true)).isBetween(0.88, 1.0);
    assertThat(coverage(TABER, 5, true)).isLessThan(0.7);
  }

  private static double coverage(Estimator estimator, double small, boolean counts) {
    int covered = 0;
    int runs = 200;
    for (int run = 0; run < runs; run++) {
      covered += covers(estimator, market(1000 + run, 60, 1, small, counts)) ? 1 : 0;
    }
    // Bounds: 95 % ± about 3 standard deviations of a binomial share of 200.
    return covered / (double) runs;
  }

  private static boolean covers(Estimator estimator, Panel panel) {
    if (estimator instanceof FermanPinto pinto) {
      return pinto.pValue(panel, 1) > 0.05;
    }
    Estimate estimate = estimator.fit(panel).estimate("d");
    return estimate.confLow() <= 1 && 1 <= estimate.confHigh();
  }

  @Test
  void theIntervalHoldsWhatIsNotRejected() {
    Panel panel = market(7, 40, 1, 20, true);
    Estimate estimate = PINTO.fit(panel).estimate("d");
    for (double end : new double[] {estimate.confLow(), estimate.confHigh()}) {
      double outwards = Math.signum(end - estimate.estimate()) * 1e-6;
      assertThat(PINTO.pValue(panel, end - outwards)).isGreaterThan(0.05);
      assertThat(PINTO.pValue(panel, end + outwards)).isLessThanOrEqualTo(0.05);
    }
    assertThat(estimate.pValue()).isEqualTo(PINTO.pValue(panel, 0));
  }

  @Test
  void theEstimateIsThatOfTheRegressionAndTheSampleCountsAmongDraws() {
    Panel panel = market(4, 40, 3, 50, true);
    Estimate estimate = PINTO.fit(panel).estimate("d");
    double alpha =
        FixedEffectsRegression.of("y", List.of("d"))
            .absorbing("g", "t")
            .fit(panel)
            .estimate("d")
            .estimate();
    assertThat(estimate.estimate()).isCloseTo(alpha, CLOSE);
    assertThat(estimate.pValue() * 5000).isCloseTo(Math.rint(estimate.pValue() * 5000), CLOSE);
    assertThat(estimate.confLow()).isLessThan(alpha);
    assertThat(estimate.confHigh()).isGreaterThan(alpha);
  }

  @Test
  void drawsDependOnLabelsAndNotOnTheOrderOfRows() {
    Panel panel = market(5, 30, 5, 50, true);
    int n = panel.observations();
    Panel.Builder backwards =
        Panel.ofRows(n)
            .categorical(
                "g", IntStream.range(0, n).mapToObj(i -> panel.label("g", n - 1 - i)).toList());
    for (String column : List.of("t", "m", "d", "y")) {
      backwards.numeric(column, i -> panel.number(column, n - 1 - i));
    }
    Panel reversed = backwards.build();
    for (Estimator estimator : List.of(TABER, PINTO)) {
      Estimate one = estimator.fit(panel).estimate("d");
      Estimate other = estimator.fit(reversed).estimate("d");
      assertThat(other.pValue()).isEqualTo(one.pValue());
      assertThat(other.confLow()).isCloseTo(one.confLow(), within(1e-7));
    }
  }

  @Test
  void varianceBySizeIsLeastSquaresWithoutNegativeParts() {
    // Squares fall with size: 1/M explains them exactly, so that scaled changes are all alike.
    double[] sizes = {1, 4, 16, 1, 4, 16};
    double[] changes = {1, 0.5, 0.25, -1, -0.5, -0.25};
    boolean[] treated = {true, false, false, false, false, false};
    int[][] indices = {{0, 1, 2, 3, 4, 5}, {3, 0, 0, 0, 0, 0}};
    SizedChanges sized = new SizedChanges(changes, treated, sizes, indices);
    double[] second = {-1, 0.5, 0.25, 1, 0.5, 0.25};
    double first = 1 - (0.5 + 0.25 - 1 - 0.5 - 0.25) / 5;
    double other = second[0] - Arrays.stream(second, 1, 6).sum() / 5;
    assertThat(sized.estimate()).isCloseTo(first, CLOSE);
    assertThat(sized.stdError(0)).isCloseTo(Math.sqrt((first * first + other * other) / 2), CLOSE);
    assertThat(sized.pValue(0)).isEqualTo(1);
  }

  @Test
  void panelsThatDoNotFitAreRefused() {
    Panel panel = market(6, 20, 2, 20, false);
    refuses(TABER, panel.where(i -> i != 33), "missing for group g005 in period 3");
    refuses(TABER, panel.with("d", i -> 0), "changes over time in 0 groups");
    refuses(TABER, panel.with("d", i -> i % 6 > 2 ? 1 : 0), "does not in 0");
    refuses(TABER.controllingFor("x"), panel.with("x", i -> panel.number("d", i)), "explain it");
    refuses(
        PINTO,
        panel.with("d", i -> (i < 6 && i % 6 > 3) || (i / 6 == 1 && i % 6 > 1) ? 1 : 0),
        "of group g001 is not 0 before one period");
    refuses(PINTO, panel.with("m", i -> i / 6 == 4 ? 0 : 5), "of group g004 is 0.0");
    refuses(PINTO, panel.with("t", i -> 1), "two rows");
    assertThatThrownBy(() -> PINTO.withDraws(9)).isInstanceOf(DampakException.class);
  }

  private static void refuses(Estimator estimator, Panel panel, String message) {
    assertThatThrownBy(() -> estimator.fit(panel))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining(message);
  }
}
