package id.dampak.estimate.staggered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.dampak.estimate.Estimate;
import id.dampak.estimate.Fit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every term and the whole covariance against formulas written out and numerical derivatives. */
class CallawaySantAnnaTwinTest {
  private static final int UNITS = 70;
  private static final CallawaySantAnna PLAIN = CallawaySantAnna.of("y", "unit", "t", "g");

  @ParameterizedTest
  @EnumSource(Adjustment.class)
  void everyAdjustmentForACovariateThatChanges(Adjustment adjustment) {
    check(PLAIN.but().given("x").adjustment(adjustment).build(), units());
  }

  @ParameterizedTest
  @EnumSource(ComparisonGroup.class)
  void bothComparisonsWithAUniversalBase(ComparisonGroup comparison) {
    check(PLAIN.but().comparedWith(comparison).basePeriod(BasePeriod.UNIVERSAL).build(), units());
  }

  @ParameterizedTest
  @EnumSource(BasePeriod.class)
  void bothBasePeriodsWithAnticipation(BasePeriod base) {
    check(
        PLAIN
            .but()
            .given("x")
            .comparedWith(ComparisonGroup.NOT_YET_TREATED)
            .basePeriod(base)
            .anticipatedBy(1)
            .build(),
        units());
  }

  @Test
  void balancedInEventTime() {
    check(PLAIN.but().balancedTo(1).build(), units());
    check(PLAIN.but().balancedTo(3).build(), units());
  }

  @Test
  void availablePairsOfUnitsWithGaps() {
    check(
        PLAIN
            .but()
            .given("x")
            .incomplete(IncompleteUnits.USE_AVAILABLE_PAIRS)
            .comparedWith(ComparisonGroup.NOT_YET_TREATED)
            .build(),
        units().withGaps(0.15, new Random(9)));
  }

  @Test
  void clusteredUnits() {
    StaggeredUnits units = units();
    CallawaySantAnna clustered = PLAIN.but().given("x").clusteredBy("cluster").build();

    checkCovariance(clustered, units, IntStream.range(0, UNITS).map(i -> i % 11).toArray());
  }

  private static StaggeredUnits units() {
    return new StaggeredUnits(UNITS, 6, new Random(8));
  }

  private static void check(CallawaySantAnna estimator, StaggeredUnits units) {
    checkCovariance(estimator, units, IntStream.range(0, UNITS).toArray());
  }

  private static void checkCovariance(
      CallawaySantAnna estimator, StaggeredUnits units, int[] clusters) {
    Fit fit = estimator.fit(units.panel());
    double[] ones = new double[UNITS];
    Arrays.fill(ones, 1);
    Map<String, Double> terms = SlowGroupTimes.terms(estimator, units, ones);
    Influences influences =
        Influences.of(UNITS, weights -> SlowGroupTimes.terms(estimator, units, weights));

    List<String> names = fit.estimates().stream().map(Estimate::term).toList();
    List<double[]> each = names.stream().map(influences::of).toList();
    assertThat(new TreeSet<>(names)).isEqualTo(new TreeSet<>(terms.keySet()));
    for (int a = 0; a < names.size(); a++) {
      Estimate ours = fit.estimates().get(a);
      assertThat(ours.estimate()).as(ours.term()).isCloseTo(terms.get(ours.term()), within(1e-10));
      for (int b = 0; b < names.size(); b++) {
        double covariance = Influences.covariance(each.get(a), each.get(b), clusters);
        assertThat(fit.covariance().at(a, b))
            .as(names.get(a) + " with " + names.get(b))
            .isCloseTo(covariance, within(1e-7));
      }
      if (!Double.isNaN(ours.stdError())) {
        assertThat(ours.stdError()).isEqualTo(Math.sqrt(fit.covariance().at(a, a)));
      }
    }
  }
}
