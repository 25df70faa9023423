package id.dampak.estimate.reversible;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dampak.error.DampakException;
import id.dampak.estimate.Estimator;
import id.dampak.estimate.Panel;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is refused, and what is said. */
class RefusalsTest {
  private static final Market.Outcome OUTCOME = (unit, t, d) -> unit * t + d[t - 1];
  private static final double[][] MIXED = {{0, 1, 0}, {0, 0, 0}, {0, 0, 0}, {0, 1, 0}};

  private static List<Estimator> all(TreatmentColumns columns) {
    return List.of(
        SwitchersDid.of(columns), IntertemporalDid.of(columns, 2), CarryOver.of(columns, 1));
  }

  private static void refused(Estimator estimator, Panel panel, String... parts) {
    assertThatThrownBy(() -> estimator.fit(panel))
        .isInstanceOf(DampakException.class)
        .hasMessageContainingAll(parts);
  }

  private static void refused(TreatmentColumns columns, Panel panel, String... parts) {
    all(columns).forEach(estimator -> refused(estimator, panel, parts));
  }

  @Test
  void withoutStayersItSaysWhatIdentifiesInstead() {
    double[][] everybody = {{0, 0, 1, 1}, {0, 0, 1, 1}, {0, 0, 1, 1}};
    Panel panel = Market.panel(everybody, OUTCOME);
    String[] said = {"no stayers", "3 in period 3", "bins of an intensity", "exposure event study"};
    refused(SwitchersDid.of(Market.COLUMNS), panel, said);
    refused(IntertemporalDid.of(Market.COLUMNS, 2), panel, said);
    double[][] offAgain = {{0, 1, 0}, {0, 1, 0}};
    refused(CarryOver.of(Market.COLUMNS, 1), Market.panel(offAgain, OUTCOME), "back", "2 units");
  }

  @Test
  void stayersOfAnotherTreatmentAreNoStayers() {
    double[][] paths = {{0, 0, 1}, {0, 0, 1}, {1, 1, 1}, {1, 1, 1}};
    refused(SwitchersDid.of(Market.COLUMNS), Market.panel(paths, OUTCOME), "no stayers");
    refused(IntertemporalDid.of(Market.COLUMNS, 1), Market.panel(paths, OUTCOME), "no stayers");
  }

  @Test
  void aTreatmentThatNeverChangesHasNoEffectToFind() {
    refused(Market.COLUMNS, Market.panel(new double[3][4], OUTCOME), "3 units is seen to switch");
    refused(Market.COLUMNS, Market.panel(new double[3][1], OUTCOME), "3 units is seen to switch");
    double[][] up = {{0, 1, 1}, {0, 0, 0}};
    refused(
        IntertemporalDid.of(Market.COLUMNS, 1).with(SwitchDirection.OUT),
        Market.panel(up, OUTCOME),
        "seen to switch OUT");
  }

  @Test
  void nobodyWhoComesBackMeansNoTestOfCarryOver() {
    double[][] stays = {{0, 1, 1}, {0, 0, 0}};
    refused(CarryOver.of(Market.COLUMNS, 1), Market.panel(stays, OUTCOME), "1 units that switch");
  }

  @Test
  void noSwitcherWithEveryEffectMeansNoSameSwitchers() {
    double[][] late = {{0, 0, 1}, {0, 0, 0}, {0, 0, 0}};
    refused(
        IntertemporalDid.of(Market.COLUMNS, 2).with(Composition.SAME_FOR_EFFECTS),
        Market.panel(late, OUTCOME),
        "none of the 1 switchers");
  }

  @Test
  void numbersThatAreNoneAreRefused() {
    Market.Outcome infinite = (unit, t, d) -> unit == 1 ? Double.POSITIVE_INFINITY : t;
    refused(Market.COLUMNS, Market.panel(MIXED, infinite), "infinite in row 4");
    double[][] endless = {{0, 1, Double.NEGATIVE_INFINITY}, {0, 0, 0}};
    refused(
        Market.COLUMNS, Market.panel(endless, (unit, t, d) -> unit), "\"d\" is infinite in row 3");
    List<double[]> negative = Market.rows(MIXED, OUTCOME);
    negative.get(4)[3] = -1;
    refused(
        Market.COLUMNS.weightedBy("w"),
        Market.panel(negative),
        "Weight \"w\" of unit 1 is -1.0 in period 2");
    List<double[]> broken = Market.rows(MIXED, OUTCOME);
    broken.get(4)[1] = 2.5;
    refused(Market.COLUMNS, Market.panel(broken), "whole numbers");
  }

  @Test
  void panelsThatAreNoneAreRefused() {
    List<double[]> twice = Market.rows(MIXED, OUTCOME);
    twice.add(twice.get(0).clone());
    refused(Market.COLUMNS, Market.panel(twice), "two rows with unit = 0 and t = 1");
    refused(Market.COLUMNS, Market.panel(List.of()), "No observation is left");
    Market.Outcome nothing = (unit, t, d) -> Double.NaN;
    refused(
        Market.COLUMNS, Market.panel(MIXED, nothing), "No observation is left: 12 rows: y miss");
  }

  @Test
  void clustersMustHoldWholeUnitsAndBeMoreThanOne() {
    List<double[]> one = Market.rows(MIXED, OUTCOME);
    one.forEach(row -> row[2] = 7);
    refused(Market.COLUMNS.clusteredBy("cluster"), Market.panel(one), "one cluster");
    List<double[]> split = Market.rows(MIXED, OUTCOME);
    split.get(1)[2] = 99;
    refused(Market.COLUMNS.clusteredBy("cluster"), Market.panel(split), "same unit 0");
  }

  @Test
  void countsMakeSense() {
    assertThatThrownBy(() -> IntertemporalDid.of(Market.COLUMNS, 0))
        .hasMessageContaining("The number of effects is 0");
    assertThatThrownBy(() -> IntertemporalDid.of(Market.COLUMNS, 1).withPlacebos(-1))
        .hasMessageContaining("The number of placebos is -1");
    assertThatThrownBy(() -> SwitchersDid.of(Market.COLUMNS).withPlacebos(-1))
        .hasMessageContaining("The number of placebos is -1");
    assertThatThrownBy(() -> CarryOver.of(Market.COLUMNS, 0))
        .hasMessageContaining("The number of periods after the return is 0");
  }
}
