package id.dampak.estimate.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.dampak.error.DampakException;
import id.dampak.estimate.ExposureEventStudy;
import id.dampak.estimate.FixedEffectsRegression;
import id.dampak.estimate.Panel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefitsTest {
  private static final FixedEffectsRegression MEAN = FixedEffectsRegression.of("y", List.of());
  private static final Quantity LEVEL = Quantity.term(FixedEffectsRegression.INTERCEPT);

  /**
   * Means are easily checked by hand: groups a, b, c with sums 3, 30, 6 and one row of no group.
   */
  private static Panel groups() {
    return Panel.ofRows(6)
        .numeric("y", new double[] {1, 2, 30, 3, 3, 0})
        .categorical("g", new int[] {0, 0, 1, 2, 2, -1}, List.of("a", "b", "c"))
        .build();
  }

  @Test
  void eachGroupIsLeftOutInTurnAndRowsOfNoGroupStay() {
    Refits refits = LeaveOneOut.of(MEAN, LEVEL, "g").fit(groups());
    assertThat(refits.full().estimate()).isCloseTo(39.0 / 6, within(1e-12));
    // By rows a and c come first.
    assertThat(refits.refits()).extracting(Refit::name).containsExactly("a", "c", "b");
    assertThat(refits.refits())
        .extracting(refit -> refit.estimate().estimate())
        .usingComparatorForType((x, y) -> Math.abs(x - y) < 1e-12 ? 0 : 1, Double.class)
        .containsExactly(36.0 / 4, 33.0 / 4, 9.0 / 5);
    assertThat(refits.lowest()).isCloseTo(9.0 / 5, within(1e-12));
    assertThat(refits.highest()).isCloseTo(36.0 / 4, within(1e-12));
    assertThat(refits.mostInfluential().map(Refit::name)).hasValue("b");
    assertThat(refits.untried()).isZero();
  }

  @Test
  void onlyTheLargestAreTriedAndTheOthersCounted() {
    Refits refits = LeaveOneOut.of(MEAN, LEVEL, "g").largest(1, "y").fit(groups());
    assertThat(refits.refits()).extracting(Refit::name).containsExactly("b");
    assertThat(refits.untried()).isEqualTo(2);
  }

  @Test
  void aGroupThatCannotBeSparedIsReportedAndStopsNothing() {
    Panel panel =
        Panel.ofRows(5)
            .numeric("y", new double[] {1, 2, 4, 4, 5})
            .numeric("x", new double[] {0, 1, 0, 0, 0})
            .categorical("g", List.of("a", "b", "c", "c", "d"))
            .build();
    FixedEffectsRegression slope = FixedEffectsRegression.of("y", List.of("x"));
    Refits refits = LeaveOneOut.of(slope, Quantity.term("x"), "g").fit(panel);
    assertThat(refits.refused()).extracting(Refit::name).containsExactly("b");
    assertThat(refits.refused().get(0).refusal().orElseThrow()).contains("\"x\"");
    assertThat(refits.refused().get(0).estimate().estimate()).isNaN();
    assertThat(refits.mostInfluential()).isPresent();
  }

  @Test
  void oneGroupIsRefused() {
    assertThatThrownBy(() -> LeaveOneOut.of(MEAN, LEVEL, "g").fit(groups().where(row -> row < 2)))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("1 groups");
    assertThatThrownBy(() -> LeaveOneOut.of(MEAN, LEVEL, "g").largest(0, "y"))
        .hasMessageContaining("The number of groups to leave out is 0");
  }

  @Test
  void anEventStudyWithoutOneUnitIsThatOfAPanelBuiltWithoutIt() {
    Panel market = EventCoefficientsTest.market();
    ExposureEventStudy study = ExposureEventStudy.of("y", "e", "unit", "t", 6);
    Quantity first = new Quantity("effect", Map.of("e[0]", 0.5, "e[1]", 0.5));
    Refits refits = new LeaveOneOut(study, first, "unit", Optional.of("e"), 5).fit(market);
    assertThat(refits.refits()).hasSize(5);
    assertThat(refits.untried()).isEqualTo(35);
    Refit largest = refits.refits().get(0);
    int out = Integer.parseInt(largest.name());
    double[] y = new double[312];
    double[] e = new double[312];
    double[] unit = new double[312];
    double[] t = new double[312];
    for (int row = 0, kept = 0; row < 320; row++) {
      assertThat(market.number("e", row)).isLessThanOrEqualTo(market.number("e", out * 8));
      if (row / 8 != out) {
        y[kept] = market.number("y", row);
        e[kept] = market.number("e", row);
        unit[kept] = Math.floorDiv(row, 8);
        t[kept++] = row % 8 + 1;
      }
    }
    Panel rest =
        Panel.ofRows(312)
            .numeric("y", y)
            .numeric("e", e)
            .numeric("unit", unit)
            .numeric("t", t)
            .build();
    assertThat(largest.estimate()).isEqualTo(first.in(study.fit(rest)));
    assertThat(largest.observations()).isEqualTo(312);
  }

  @Test
  void aDonutLeavesOutItsHoleAndAHoleAroundTheReferenceIsRefused() {
    Panel market = EventCoefficientsTest.market();
    ExposureEventStudy study = ExposureEventStudy.of("y", "e", "unit", "t", 6);
    Donut donut =
        new Donut(study, Quantity.term("e[2]"), "t", List.of(new Span(6, 7), new Span(5, 5)));
    Refits refits = donut.fit(market);
    assertThat(refits.refits()).extracting(Refit::name).containsExactly("6 to 7", "5 to 5");
    assertThat(refits.refits().get(0).observations()).isEqualTo(240);
    // Balanced: other periods do not move the coefficient of this one.
    assertThat(refits.refits().get(0).estimate().estimate())
        .isCloseTo(refits.full().estimate(), within(1e-10));
    assertThat(refits.refits().get(1).refusal().orElseThrow()).contains("reference period -1");
    assertThatThrownBy(() -> new Span(3, 2)).isInstanceOf(DampakException.class);
  }

  @Test
  void placebosOfOutcomesAndDatesAreTheNamedFits() {
    Panel market = EventCoefficientsTest.market();
    Quantity first = Quantity.term("e[0]");
    Placebo outcome = Placebo.outcome("t", ExposureEventStudy.of("t", "e", "unit", "t", 6), first);
    Placebo date =
        Placebo.date(
            "period 4",
            ExposureEventStudy.of("y", "e", "unit", "t", 4),
            first,
            "t",
            new Span(1, 5));
    List<Refit> refits = Placebo.fitAll(List.of(outcome, date), market);
    // A time does not vary once period effects are taken out.
    assertThat(refits.get(0).succeeded()).isFalse();
    assertThat(refits.get(1).observations()).isEqualTo(200);
    assertThat(refits.get(1).estimate())
        .isEqualTo(
            ExposureEventStudy.of("y", "e", "unit", "t", 4)
                .fit(market.where(row -> row % 8 < 5))
                .combination("e[0]", Map.of("e[0]", 1.0)));
  }
}
