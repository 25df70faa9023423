package id.dampak.estimate.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dampak.error.DampakException;
import id.dampak.estimate.Dropped;
import id.dampak.estimate.Panel;
import id.dampak.estimate.synthetic.SyntheticInference.Jackknife;
import id.dampak.estimate.synthetic.SyntheticInference.None;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class SyntheticRefusalsTest {
  private static final double MISSING = Double.NaN;
  private static final SyntheticDifferenceInDifferences SDID =
      SyntheticDifferenceInDifferences.of("y", "unit", "time", Market.INDICATOR);

  @Test
  void placebosNeedMoreControlsThanTreatedUnits() {
    Panel panel = Market.random(new SplittableRandom(1), 3, 3, 5, 2).panel();
    refused(
        () -> SDID.fit(panel),
        "3 controls are too few to put 3 of them in the place of the treated",
        "the jackknife");
  }

  @Test
  void theJackknifeNeedsTwoTreatedUnits() {
    Panel panel = Market.random(new SplittableRandom(2), 5, 1, 5, 2).panel();
    refused(
        () -> SDID.with(new Jackknife()).fit(panel),
        "u05 is the only treated unit",
        "Use placebos");
  }

  @Test
  void theJackknifeNeedsTwoControlsWithWeight() {
    Panel panel = Market.random(new SplittableRandom(3), 1, 3, 5, 2).panel();
    refused(() -> SDID.with(new Jackknife()).fit(panel), "u00 is the only control with weight");
  }

  @Test
  void aCellWithoutOutcomeIsRefused() {
    refused(() -> fit(four(MISSING, 1, 2, 3), row -> 0), "no y in 1 cell", "a in period 1");
  }

  @Test
  void aUnitWithoutAnyOutcomeIsLeftOutAndCounted() {
    Panel panel = panel(4, row -> row / 4 == 1 ? MISSING : row * row % 7, row -> row >= 14 ? 1 : 0);
    assertThat(SDID.with(new None()).fit(panel).dropped())
        .extracting(Dropped::rows)
        .containsExactly(4L);
  }

  @Test
  void allTreatedOrNobodyIsRefused() {
    refused(() -> fit(four(1, 2, 4, 3), row -> row % 4 >= 2 ? 1 : 0), "All 4 units are treated");
    refused(() -> fit(four(1, 2, 4, 3), row -> 0), "None of the 4 units is treated");
  }

  @Test
  void treatmentsThatEndStartAtDifferentTimesOrAreNoIndicatorAreRefused() {
    IntToDoubleFunction y = row -> row * row % 7;
    refused(() -> fit(y, row -> row == 14 ? 1 : 0), "of d ends before period 4");
    refused(
        () -> fit(y, row -> row >= 14 || row == 11 ? 1 : 0), "c is treated from 4 on and d from 3");
    refused(() -> fit(y, row -> row >= 14 ? 2 : 0), "is 2.0 for d in period 3");
    refused(() -> fit(y, row -> row >= 14 ? 1 : MISSING), "is NaN for a in period 1");
  }

  @Test
  void timeBeforeTreatmentIsNeeded() {
    IntToDoubleFunction y = row -> row * row % 7;
    refused(() -> fit(y, row -> row >= 12 ? 1 : 0), "d is treated from the first period, 1, on");
    refused(() -> fit(y, row -> row >= 13 ? 1 : 0), "1 is the only period before treatment");
    Panel once = panel(4, y, row -> row >= 13 ? 1 : 0);
    assertThat(
            DifferenceInAverages.of("y", "unit", "time", Market.INDICATOR)
                .fit(once)
                .has(Synthesis.ATT))
        .isTrue();
  }

  @Test
  void controlsThatChangeAlikeTellNothingAboutWeights() {
    refused(() -> fit(row -> row % 4 + row / 4, row -> row >= 14 ? 1 : 0), "3 controls");
    refused(
        () -> fit(row -> Math.floorDiv(row, 4), row -> row >= 14 ? 1 : 0), "no weights are better");
  }

  @Test
  void infiniteOutcomesAndTwoRowsForACellAreRefused() {
    refused(
        () -> fit(row -> row == 3 ? Double.POSITIVE_INFINITY : row, row -> row >= 14 ? 1 : 0),
        "\"y\" is infinite in row 4");
    Panel twice =
        Panel.ofRows(2)
            .categorical("unit", List.of("a", "a"))
            .numeric("time", row -> 1)
            .numeric("y", row -> row)
            .numeric("d", row -> 0)
            .build();
    refused(() -> SDID.fit(twice), "two rows with unit = a and time = 1");
  }

  @Test
  void treatedFromIsNeverWhereItIsEmptyInfiniteZeroOrLate() {
    double[] from = {MISSING, Double.POSITIVE_INFINITY, 0, 3, 9};
    Panel panel =
        Panel.ofRows(20)
            .numeric("unit", row -> Math.floorDiv(row, 4))
            .numeric("time", row -> 1 + row % 4)
            .numeric("y", row -> row * row % 7)
            .numeric("from", row -> from[row / 4])
            .build();
    Synthesis ours =
        SyntheticControl.of("y", "unit", "time", new Treatment.From("from")).synthesise(panel);
    assertThat(ours.real().units()).hasSize(1);
    assertThat(ours.unitWeights()).hasSize(4);
    assertThat(ours.timeWeights()).extracting(TimeWeight::period).containsExactly(1, 2);
  }

  private static void refused(Runnable fit, String... words) {
    assertThatThrownBy(fit::run)
        .isInstanceOf(DampakException.class)
        .satisfies(error -> assertThat(error.getMessage()).contains(words));
  }

  private static void fit(IntToDoubleFunction y, IntToDoubleFunction d) {
    SDID.fit(panel(4, y, d));
  }

  /** Units a to d in periods 1 to 4. */
  private static Panel panel(int units, IntToDoubleFunction y, IntToDoubleFunction d) {
    return Panel.ofRows(4 * units)
        .categorical("unit", row -> row / 4, List.of("a", "b", "c", "d"))
        .numeric("time", row -> 1 + row % 4)
        .numeric("y", y)
        .numeric("d", d)
        .build();
  }

  /** The first four outcomes; the others do not matter. */
  private static IntToDoubleFunction four(double... first) {
    return row -> row < 4 ? first[row] : row * row % 7;
  }
}
