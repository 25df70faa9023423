package id.dampak.estimate.staggered;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dampak.error.DampakException;
import id.dampak.estimate.Panel;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What cannot be estimated says so, with the values. */
class CallawaySantAnnaRefusalsTest {
  private static final CallawaySantAnna PLAIN = CallawaySantAnna.of("y", "unit", "t", "g");

  @Test
  void nobodyNeverTreatedToCompareWith() {
    StaggeredUnits units = units();
    for (int i = 0; i < 60; i++) {
      units.starting(i, units.start[i] == 0 ? 6 : units.start[i]);
    }

    assertRefused(PLAIN, units.panel(), "By g every unit is treated within the data");
  }

  @Test
  void nobodyNotYetTreatedToCompareWith() {
    StaggeredUnits units = units();
    for (int i = 0; i < 60; i++) {
      units.starting(i, 3);
    }

    assertRefused(
        PLAIN.but().comparedWith(ComparisonGroup.NOT_YET_TREATED).build(),
        units.panel(),
        "By g no unit is untreated in the first usable period, 1, and treated by the last, 2");
  }

  @Test
  void nobodyTreatedWithinTheData() {
    StaggeredUnits units = units();
    for (int i = 0; i < 60; i++) {
      units.starting(i, i % 2 == 0 ? 0 : 7);
    }

    assertRefused(PLAIN, units.panel(), "By g no unit is untreated");
  }

  @Test
  void everybodyTreatedFromTheStart() {
    StaggeredUnits units = units();
    for (int i = 0; i < 60; i++) {
      units.starting(i, 1);
    }

    assertRefused(
        PLAIN,
        units.panel(),
        "No observation is left: 360 rows: 60 units treated or anticipating treatment from");
  }

  @Test
  void oneSinglePeriod() {
    List<Integer> rows = IntStream.range(0, 60).map(i -> 6 * i + 3).boxed().toList();

    assertRefused(PLAIN, units().panel(rows), "All rows have t = 4");
  }

  @Test
  void noUnitThatIsObservedInEveryPeriod() {
    List<Integer> rows =
        IntStream.range(0, 360).filter(cell -> cell % 6 != cell / 6 % 6).boxed().toList();

    assertRefused(PLAIN, units().panel(rows), "300 rows: 60 units not observed in every period");
  }

  @Test
  void aCellWithoutPairs() {
    StaggeredUnits units = units();
    List<Integer> rows =
        IntStream.range(0, 360)
            .filter(cell -> units.start[cell / 6] != 0 || cell % 6 != 4)
            .boxed()
            .toList();

    assertRefused(
        PLAIN.but().incomplete(IncompleteUnits.USE_AVAILABLE_PAIRS).build(),
        units.panel(rows),
        "Cannot estimate ATT(3, 5). ");
  }

  @Test
  void aCovariateThatIsConstant() {
    assertRefused(
        PLAIN.but().given("x", "one").build(),
        units().panel(),
        "Cannot estimate ATT(3, 2). Among its ");
  }

  @Test
  void aCovariateThatTellsCohortsApart() {
    StaggeredUnits units = units();
    for (int i = 0; i < 60; i++) {
      for (int t = 0; t < 6; t++) {
        units.x[i][t] = i + (units.start[i] == 5 ? 100 : 0);
      }
    }

    assertRefused(PLAIN.but().given("x").build(), units.panel(), "Cannot estimate ATT(5, 2). ");
    assertRefused(
        PLAIN.but().given("x").adjustment(Adjustment.IMPROVED_DOUBLY_ROBUST).build(),
        units.panel(),
        "Cannot estimate ATT(5, 2). ");
  }

  @Test
  void tooFewComparisonUnits() {
    StaggeredUnits units = units();
    for (int i = 0; i < 60; i++) {
      units.starting(i, i < 2 ? 0 : 3);
    }

    assertRefused(
        PLAIN.but().given("x").build(),
        units.panel(),
        "Cannot estimate ATT(3, 2). 2 comparison units cannot carry 2 coefficients");
  }

  @Test
  void negativeAnticipation() {
    assertThatThrownBy(() -> PLAIN.but().anticipatedBy(-1).build())
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("anticipated by -1 periods");
  }

  @Test
  void aBalanceThatNoCohortReaches() {
    assertRefused(
        PLAIN.but().balancedTo(4).build(), units().panel(), "until 3 periods after its start");
    assertRefused(
        PLAIN.but().balancedTo(-1).build(), units().panel(), "until 3 periods after its start");
  }

  @Test
  void oneCluster() {
    assertRefused(
        PLAIN.but().clusteredBy("one").build(), units().panel(), "All units lie in one cluster");
  }

  @Test
  void aClusterThatUnitsChange() {
    assertRefused(PLAIN.but().clusteredBy("x").build(), units().panel(), "Cannot estimate by x");
  }

  @Test
  void aCohortThatUnitsChangeOrThatIsNoPeriod() {
    assertRefused(CallawaySantAnna.of("y", "unit", "t", "x"), units().panel(), "with x");
    Panel halves =
        Panel.ofRows(2)
            .numeric("y", row -> row)
            .numeric("unit", row -> 1)
            .numeric("t", row -> row)
            .numeric("g", row -> 0.5)
            .build();
    assertRefused(PLAIN, halves, "g = 0.5, which is no whole period");
  }

  @Test
  void anInfiniteCovariate() {
    StaggeredUnits units = units();
    units.x[2][3] = Double.POSITIVE_INFINITY;

    assertRefused(PLAIN.but().given("x").build(), units.panel(), "\"x\" is infinite in row 16");
  }

  @Test
  void twoRowsForAUnitAndPeriod() {
    assertRefused(PLAIN, units().panel(List.of(0, 1, 6, 1)), "two rows with unit = u0 and t = 2");
  }

  private static StaggeredUnits units() {
    return new StaggeredUnits(60, 6, new Random(1));
  }

  private static void assertRefused(CallawaySantAnna estimator, Panel panel, String message) {
    assertThatThrownBy(() -> estimator.fit(panel))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining(message);
  }
}
