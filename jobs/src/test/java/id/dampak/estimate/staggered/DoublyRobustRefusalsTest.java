package id.dampak.estimate.staggered;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dampak.error.DampakException;
import id.dampak.estimate.Panel;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What cannot be estimated says so, with the values. */
class DoublyRobustRefusalsTest {
  private static final BeforeAndAfter WIDE = new BeforeAndAfter.Columns("before", "after");

  @Test
  void aTreatmentThatIsNeitherZeroNorOneIsRefused() {
    assertRefused(new double[] {1, 2, 0, 0}, new double[] {1, 2, 3, 4}, "It is 2.0");
  }

  @Test
  void nobodyOnOneSideIsRefused() {
    assertRefused(new double[4], new double[] {1, 2, 3, 5}, "0 treated and 4 comparison units");
    assertRefused(
        new double[] {1, 1, 1, 1}, new double[] {1, 2, 3, 5}, "4 treated and 0 comparison units");
  }

  @Test
  void tooFewComparisonUnitsAreRefused() {
    assertRefused(
        new double[] {1, 1, 0, 0}, new double[] {1, 2, 3, 5}, "2 comparison units cannot carry 2");
  }

  @Test
  void aConstantCovariateIsRefusedByName() {
    assertRefused(
        new double[] {1, 0, 0, 0}, new double[] {1, 3, 3, 3}, "3 comparison units x is constant");
  }

  @Test
  void groupsThatTheCovariateTellsApartAreRefused() {
    assertRefused(
        new double[] {1, 1, 1, 0, 0, 0, 0},
        new double[] {10, 11, 12, 1, 2, 3, 4},
        "propensity score is 1.0, where less than 0.999999");
  }

  @Test
  void aScoreTooCloseToOneIsRefused() {
    Panel panel = new TwoPeriodUnits(70, new Random(1)).wide();
    DoublyRobust strict =
        DoublyRobust.of(WIDE, "treated", List.of("x", "z")).with(Adjustment.INVERSE_PROBABILITY);

    assertThatThrownBy(() -> strict.with(new Overlap(0.5, 0.7)).fit(panel))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("where less than 0.7 is asked for");
    assertThatThrownBy(() -> strict.with(new Overlap(1e-9, 1)).fit(panel))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("Every comparison unit has a propensity score");
  }

  @Test
  void infiniteValuesAreRefused() {
    assertRefused(
        new double[] {1, 0, 0, 0},
        new double[] {1, 3, Double.POSITIVE_INFINITY, 3},
        "\"x\" is infinite in row 3");
  }

  @Test
  void periodsThatDoNotOccurAreRefused() {
    Panel panel = new TwoPeriodUnits(10, new Random(1)).longPanel();
    DoublyRobust estimator =
        DoublyRobust.of(new BeforeAndAfter.Periods("y", "unit", "t", 2, 9), "treated", List.of());

    assertThatThrownBy(() -> estimator.fit(panel))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("from t = 2 to 9");
  }

  @Test
  void oneClusterIsRefused() {
    DoublyRobust estimator = DoublyRobust.of(WIDE, "treated", List.of()).clusteredBy("one");
    Panel panel = new TwoPeriodUnits(10, new Random(1)).wide();

    assertThatThrownBy(() -> estimator.fit(panel))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("All units lie in one cluster");
  }

  private static void assertRefused(double[] treated, double[] x, String message) {
    Panel panel =
        Panel.ofRows(x.length)
            .numeric("before", i -> 0)
            .numeric("after", i -> i * i % 3)
            .numeric("treated", treated)
            .numeric("x", x)
            .build();

    assertThatThrownBy(() -> DoublyRobust.of(WIDE, "treated", List.of("x")).fit(panel))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining(message);
  }
}
