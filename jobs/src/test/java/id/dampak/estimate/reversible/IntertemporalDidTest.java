package id.dampak.estimate.reversible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.dampak.estimate.Dropped;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.Fit;
import id.dampak.estimate.Panel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class IntertemporalDidTest {
  private static final Offset<Double> CLOSE = within(1e-9);
  private static final double MISSING = Double.NaN;

  private static final IntertemporalDid THREE =
      IntertemporalDid.of(Market.COLUMNS, 3).withPlacebos(2);

  @Test
  void byHand() {
    // Unit 0 switches in period 2; 1 and 2 have not yet by then, 1 by period 3; the outcomes are
    // such that 1 and 2 rise by 1 and 3 in period 2 and unit 2 by 4 until period 3.
    double[][] paths = {{0, 2, 2}, {0, 0, 1}, {0, 0, 0}};
    double[][] y = {{5, 10, 13}, {0, 1, 9}, {0, 3, 4}};
    Fit fit =
        IntertemporalDid.of(Market.COLUMNS, 2)
            .fit(Market.panel(paths, (unit, t, d) -> y[unit][t - 1]));
    // DID_{0,1} = 5 − 2 = 3 and DID_{1,1} = 8 − 1 = 7; DID_{0,2} = 8 − 4.
    assertThat(fit.estimate("effect[1]").estimate()).isCloseTo(5, CLOSE);
    assertThat(fit.estimate("effect[2]").estimate()).isCloseTo(4, CLOSE);
    assertThat(fit.estimate("average").estimate()).isCloseTo((3 + 7 + 4) / 5.0, CLOSE);
    // Alone in their cohorts, the switchers deviate from the mean of themselves and their controls
    // (5 + 1 + 3)/3 and (8 + 1)/2; so does unit 2 in period 3; the two controls from their own.
    double unit0 = Math.sqrt(1.5) * (5 - 3) / 2;
    double unit1 = Math.sqrt(2) * (8 - 4.5) / 2 - Math.sqrt(2) * (1 - 2) / 2 / 2;
    double unit2 = -Math.sqrt(2) * (3 - 2) / 2 / 2 - Math.sqrt(2) * (1 - 4.5) / 2;
    assertThat(fit.estimate("effect[1]").stdError())
        .isCloseTo(Math.sqrt(unit0 * unit0 + unit1 * unit1 + unit2 * unit2), CLOSE);
  }

  @Test
  void agreesWithTheFormulasWrittenOutOnMessyPanels() {
    for (int seed = 1; seed <= 4; seed++) {
      for (boolean clustered : new boolean[] {false, true}) {
        boolean weighted = seed % 2 == 0;
        List<double[]> rows = Market.messy(seed, 60, 8);
        TreatmentColumns columns = columns(clustered, weighted);
        ReversibleFit fast =
            IntertemporalDid.of(columns, 3).withPlacebos(2).estimate(Market.panel(rows));
        same(fast, new SlowIntertemporal(rows, 8), weighted, clustered, u -> true);
      }
    }
  }

  @Test
  void switchersInAndOutAgreeWithTheFormulasToo() {
    List<double[]> rows = Market.messy(9, 80, 8);
    SlowIntertemporal slow = new SlowIntertemporal(rows, 8);
    Panel panel = Market.panel(rows);
    same(THREE.with(SwitchDirection.IN).estimate(panel), slow, false, false, u -> u.sign() > 0);
    same(THREE.with(SwitchDirection.OUT).estimate(panel), slow, false, false, u -> u.sign() < 0);
  }

  private static TreatmentColumns columns(boolean clustered, boolean weighted) {
    TreatmentColumns columns = weighted ? Market.COLUMNS.weightedBy("w") : Market.COLUMNS;
    return clustered ? columns.clusteredBy("cluster") : columns;
  }

  private static void same(
      ReversibleFit fast,
      SlowIntertemporal slow,
      boolean weighted,
      boolean clustered,
      Predicate<SlowIntertemporal.Unit> asked) {
    double total = 0;
    double dose = 0;
    Map<SlowIntertemporal.Unit, Double> scores = new HashMap<>();
    Set<String> cells = new HashSet<>();
    for (int l : new int[] {1, 2, 3, -1, -2}) {
      SlowIntertemporal.Term term = slow.new Term(l, weighted, clustered, asked);
      String name = l > 0 ? "effect[" + l + "]" : "placebo[" + -l + "]";
      same(fast.fit().estimate(name), term.estimate(), term.stdError(clustered));
      assertThat(fast.count(name).switchers()).isEqualTo(term.switchers).isPositive();
      assertThat(fast.count(name).cells()).isEqualTo(term.cells.size());
      assertThat(fast.count(name).dose()).isCloseTo(term.dose / term.n, CLOSE);
      if (l > 0) {
        total += term.sum;
        dose += term.lastDose;
        term.scores.forEach((u, s) -> scores.merge(u, s * term.n, Double::sum));
        cells.addAll(term.cells);
      }
    }
    double scale = dose;
    scores.replaceAll((u, s) -> s / scale);
    double stdError = SlowIntertemporal.stdError(scores, clustered);
    same(fast.fit().estimate("average"), total / dose, stdError);
    assertThat(fast.count("average").cells()).isEqualTo(cells.size());
  }

  private static void same(Estimate ours, double estimate, double stdError) {
    assertThat(ours.estimate()).isCloseTo(estimate, CLOSE);
    assertThat(ours.stdError()).isCloseTo(stdError, CLOSE);
  }

  @Test
  void neitherTheOrderOfRowsNorTheNamesOfUnitsMatter() {
    List<double[]> rows = Market.messy(5, 60, 8);
    Fit fit = THREE.fit(Market.panel(rows));
    Fit again = THREE.fit(Market.shuffledAndRenamed(rows, 1));
    assertThat(again.dropped()).containsExactlyInAnyOrderElementsOf(fit.dropped());
    assertThat(again.observations()).isEqualTo(fit.observations());
    for (Estimate estimate : fit.estimates()) {
      Estimate other = again.estimate(estimate.term());
      assertThat(other.estimate()).isCloseTo(estimate.estimate(), within(1e-12));
      assertThat(other.stdError()).isCloseTo(estimate.stdError(), within(1e-12));
    }
  }

  @Test
  void everyRowIsUsedOrCounted() {
    List<double[]> rows = Market.messy(6, 60, 8);
    for (TreatmentGaps gaps : TreatmentGaps.values()) {
      Fit fit = THREE.with(gaps).fit(Market.panel(rows));
      long dropped = fit.dropped().stream().mapToLong(Dropped::rows).sum();
      assertThat(fit.observations() + dropped).isEqualTo(rows.size());
    }
  }

  @Test
  void effectsPerUnitAreThoseDividedByTheDoseSoFar() {
    Panel panel = Market.panel(Market.messy(7, 80, 8));
    ReversibleFit raw = THREE.estimate(panel);
    Fit perUnit = THREE.with(EffectScale.PER_UNIT).fit(panel);
    for (SwitcherCounts count : raw.counts()) {
      Estimate estimate = raw.fit().estimate(count.term());
      double dose = count.term().equals("average") ? 1 : count.dose();
      same(perUnit.estimate(count.term()), estimate.estimate() / dose, estimate.stdError() / dose);
    }
  }

  @Test
  void theSameSwitchersStandBehindEveryTermWhenThatIsAskedFor() {
    Panel panel = Market.panel(Market.messy(8, 90, 8));
    ReversibleFit fit = THREE.with(Composition.SAME_FOR_EFFECTS_AND_PLACEBOS).estimate(panel);
    assertThat(fit.counts().subList(0, 5))
        .extracting(SwitcherCounts::switchers)
        .containsOnly(fit.count("effect[1]").switchers());
    ReversibleFit effectsOnly = THREE.with(Composition.SAME_FOR_EFFECTS).estimate(panel);
    assertThat(effectsOnly.counts().subList(0, 3))
        .extracting(SwitcherCounts::switchers)
        .containsOnly(effectsOnly.count("effect[1]").switchers());
    assertThat(effectsOnly.count("effect[1]").switchers())
        .isGreaterThan(fit.count("effect[1]").switchers());
  }

  @Test
  void aPathWithoutNoiseIsFoundWhateverHappensAfterTheSwitch() {
    double[][] paths = {
      {0, 0, 1, 1, 1, 1},
      {0, 0, 1, 0, 1, 0},
      {0, 0, 0, 0, 1, 1},
      {0, 0, 0, 0, 0, 0},
      {1, 1, 0, 0, 0, 0},
      {1, 1, 1, 1, 1, 1}
    };
    // Each period of treatment raises the outcome for good.
    Market.Outcome lasting =
        (unit, t, d) -> {
          double sum = 0;
          for (int k = 0; k < t; k++) {
            sum += d[k];
          }
          return 100 * unit + t * t + sum;
        };
    Fit fit = IntertemporalDid.of(Market.COLUMNS, 4).fit(Market.panel(paths, lasting));
    // Against 0 forever: 1; 2, 1, 2 of units 0, 1, 2; and against 1 forever for unit 4.
    assertThat(fit.estimate("effect[1]").estimate()).isCloseTo(1, CLOSE);
    assertThat(fit.estimate("effect[2]").estimate()).isCloseTo((2 + 1 + 2 + 2) / 4.0, CLOSE);
    assertThat(fit.estimate("effect[3]").estimate()).isCloseTo((3 + 2 + 3) / 3.0, CLOSE);
    assertThat(fit.estimate("effect[4]").estimate()).isCloseTo((4 + 2 + 4) / 3.0, CLOSE);
  }

  @Test
  void missingTreatmentsAreFilledOrForgottenByTheConventionsOfThePeer() {
    double[][] paths = {
      {0, 0, 0, 1, 1, 1}, // the switcher
      {MISSING, 0, 0, 0, 0, 0}, // its first outcome goes
      {0, 0, MISSING, 0, 0, 0}, // filled, or cut from period 3 on
      {0, 0, MISSING, 1, 1, 1}, // switched in 3 or 4: outcomes from 3 on go
      {0, 0, 0, 0, MISSING, MISSING}, // outcomes from 5 on go
      {0, 0, 0, 1, MISSING, 1}, // filled by 1
      {1, 1, 2, 1, 0, 0}, // crosses its start in 5
      {1, 1, 1, 1, 1, 1},
      {MISSING, MISSING, MISSING, MISSING, MISSING, MISSING}
    };
    Panel panel = Market.panel(paths, (unit, t, d) -> unit * t);
    IntertemporalDid did = IntertemporalDid.of(Market.COLUMNS, 3).withPlacebos(2);
    ReversibleFit filled = did.estimate(panel);
    assertThat(filled.count("effect[1]").switchers()).isEqualTo(3);
    assertThat(filled.count("effect[1]").cells()).isEqualTo(3 + 3 + 1);
    assertThat(filled.count("effect[2]").cells()).isEqualTo(3 + 2 + 1);
    assertThat(filled.count("effect[3]").switchers()).isEqualTo(2);
    assertThat(filled.fit().dropped())
        .contains(
            new Dropped("before the first observed treatment of the unit", 1 + 6),
            new Dropped("switched in a period in which its treatment is not observed", 4),
            new Dropped("after the last certain treatment of a unit not seen to switch", 2),
            new Dropped("treatment has been above and below that of the start", 2));
    assertThat(filled.fit().warnings())
        .contains(
            "1 observations lack the treatment between two of the same treatment: taken to have it",
            "1 observations lack the treatment after the switch of their unit: taken to be as in"
                + " the switch");
    ReversibleFit cut = did.with(TreatmentGaps.CUT).estimate(panel);
    assertThat(cut.count("effect[1]").cells()).isEqualTo(3 + 2 + 1);
  }

  @Test
  void aTreatmentCountsWhereTheOutcomeIsMissing() {
    double[][] paths = {{0, 1, 1}, {0, 0, 0}, {0, 0, 0}};
    Panel panel =
        Market.panel(paths, (u, t, d) -> u == 0 && t == 2 ? MISSING : u * t + (t == 3 ? u : 0));
    ReversibleFit fit = IntertemporalDid.of(Market.COLUMNS, 2).estimate(panel);
    assertThat(fit.fit().has("effect[1]")).isFalse();
    assertThat(fit.count("effect[2]").switchers()).isEqualTo(1);
    assertThat(fit.fit().warnings()).anyMatch(w -> w.startsWith("effect[1] is left out"));
  }

  @Test
  void comparedWithinGroupsItIsTheMeanOfTheGroupsByTheirSwitchers() {
    List<double[]> rows = Market.messy(11, 120, 8);
    rows.forEach(row -> row[2] = row[0] < 50 ? 0 : 1);
    TreatmentColumns within = Market.COLUMNS.comparedWithin("cluster");
    ReversibleFit all = IntertemporalDid.of(within, 2).estimate(Market.panel(rows));
    double sum = 0;
    double variance = 0;
    for (int group = 0; group < 2; group++) {
      int which = group;
      Panel part = Market.panel(rows.stream().filter(row -> row[2] == which).toList());
      ReversibleFit fit = IntertemporalDid.of(Market.COLUMNS, 2).estimate(part);
      long n = fit.count("effect[2]").switchers();
      sum += n * fit.fit().estimate("effect[2]").estimate();
      variance += n * n * fit.fit().covariance().at(1, 1);
    }
    long n = all.count("effect[2]").switchers();
    same(all.fit().estimate("effect[2]"), sum / n, Math.sqrt(variance) / n);
    assertThat(within.all()).contains("cluster");
  }

  @Test
  void theSpecificationIsItsText() {
    List<String> parts = new ArrayList<>(THREE.columns());
    assertThat(parts).containsExactly("d", "t", "unit", "y");
    assertThat(THREE.data().clusteredBy("c").weightedBy("w").all()).contains("c", "w");
    assertThat(THREE.identifiers()).containsExactly("unit");
    assertThat(THREE.toString()).contains("effects=3", "placebos=2", "PER_SWITCH");
    assertThat(THREE.withLevel(0.9).level()).isEqualTo(0.9);
  }
}
