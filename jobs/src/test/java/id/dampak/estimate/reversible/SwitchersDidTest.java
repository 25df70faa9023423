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
import java.util.function.ToDoubleFunction;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SwitchersDidTest {
  private static final Offset<Double> CLOSE = within(1e-9);
  private static final SwitchersDid DID =
      SwitchersDid.of(Market.COLUMNS).with(PeriodDetail.BY_PERIOD);

  @Test
  void byHand() {
    double[][] paths = {{0, 1, 1}, {0, 1, 0}, {0, 0, 0}, {0, 0, 0}, {1, 1, 1}};
    double[][] y = {{1, 7, 9}, {2, 6, 4}, {3, 4, 5}, {0, 3, 4}, {5, 6, 9}};
    ReversibleFit fit = DID.estimate(Market.panel(paths, (unit, t, d) -> y[unit][t - 1]));
    // Period 2: the switchers rise by 6 and 4, the stayers at 0 by 1 and 3. Period 3: unit 1 falls
    // by 2, those that stay at 1 rise by 2 and 3.
    assertThat(fit.fit().estimate("DID+[2]").estimate()).isCloseTo(5 - 2, CLOSE);
    assertThat(fit.fit().estimate("DID-[3]").estimate()).isCloseTo(2.5 + 2, CLOSE);
    assertThat(fit.fit().estimate("DID_M").estimate()).isCloseTo((2 * 3 + 4.5) / 3, CLOSE);
    assertThat(fit.fit().estimate("DID+").estimate()).isCloseTo(3, CLOSE);
    assertThat(fit.fit().estimate("DID-").estimate()).isCloseTo(4.5, CLOSE);
    assertThat(fit.count("DID_M")).isEqualTo(new SwitcherCounts("DID_M", 4 + 3, 3, 2, 1, 0, 1));
    assertThat(fit.fit().has("DID+[3]")).isFalse();
    // Pairs deviate by ±1 from their means and by ±√2 once the mean's own error is allowed for.
    double unit0 = Math.sqrt(2) * 1 / 2;
    double unit2 = -Math.sqrt(2) * -1 / 2;
    assertThat(fit.fit().estimate("DID+[2]").stdError())
        .isCloseTo(Math.sqrt(2 * unit0 * unit0 + 2 * unit2 * unit2), CLOSE);
  }

  @Test
  void agreesWithTheFormulasWrittenOutOnMessyPanels() {
    for (int seed = 21; seed <= 24; seed++) {
      boolean weighted = seed % 2 == 0;
      boolean clustered = seed > 22;
      List<double[]> rows = Market.messy(seed, 50, 7);
      TreatmentColumns columns = weighted ? Market.COLUMNS.weightedBy("w") : Market.COLUMNS;
      columns = clustered ? columns.clusteredBy("cluster") : columns;
      for (EffectScale scale : EffectScale.values()) {
        SwitchersDid did =
            SwitchersDid.of(columns).withPlacebos(2).with(PeriodDetail.BY_PERIOD).with(scale);
        ReversibleFit fast = did.estimate(Market.panel(rows));
        Slow slow = new Slow(rows, weighted, clustered, scale);
        slow.same(fast, "DID_M", 0, 0, 1, -1);
        slow.same(fast, "DID+", 0, 0, 1);
        slow.same(fast, "DID-", 0, 0, -1);
        slow.same(fast, "DID+[4]", 0, 4, 1);
        slow.same(fast, "DID-[5]", 0, 5, -1);
        slow.same(fast, "placebo[1]", 1, 0, 1, -1);
        slow.same(fast, "placebo[2]", 2, 0, 1, -1);
      }
    }
  }

  /** The paper's sums over lists of units. */
  private static final class Slow {
    private static final int PERIODS = 7;
    private final List<SlowIntertemporal.Unit> units = new ArrayList<>();
    private final boolean clustered;
    private final boolean perUnit;
    private final ToDoubleFunction<SlowIntertemporal.Unit> weight;

    Slow(List<double[]> rows, boolean weighted, boolean clustered, EffectScale scale) {
      Map<Double, SlowIntertemporal.Unit> byLabel = new HashMap<>();
      for (double[] row : rows) {
        SlowIntertemporal.Unit unit =
            byLabel.computeIfAbsent(
                row[0], u -> new SlowIntertemporal.Unit(row[2], row[3], PERIODS));
        unit.y[(int) row[1]] = row[5];
        unit.d[(int) row[1]] = row[4];
      }
      units.addAll(byLabel.values());
      this.clustered = clustered;
      this.perUnit = scale == EffectScale.PER_UNIT;
      this.weight = u -> weighted ? u.weight : 1;
    }

    void same(ReversibleFit fast, String term, int lag, int only, int... signs) {
      Map<SlowIntertemporal.Unit, Double> scores = new HashMap<>();
      Set<String> cells = new HashSet<>();
      double[] sums = new double[2];
      for (int t = lag + 2; t <= PERIODS; t++) {
        for (double from = 0; from <= 2; from++) {
          for (int sign : signs) {
            if (only == 0 || only == t) {
              add(t, lag, from, sign, sums, scores, cells);
            }
          }
        }
      }
      Estimate ours = fast.fit().estimate(term);
      assertThat(ours.estimate()).as(term).isCloseTo(sums[0] / sums[1], CLOSE);
      scores.replaceAll((u, s) -> s / sums[1]);
      assertThat(ours.stdError())
          .as(term)
          .isCloseTo(SlowIntertemporal.stdError(scores, clustered), CLOSE);
      assertThat(fast.count(term).cells()).isEqualTo(cells.size());
    }

    private void add(
        int t,
        int lag,
        double from,
        int sign,
        double[] sums,
        Map<SlowIntertemporal.Unit, Double> scores,
        Set<String> cells) {
      ToDoubleFunction<SlowIntertemporal.Unit> change = u -> u.y[t - lag] - u.y[t - lag - 1];
      List<SlowIntertemporal.Unit> same =
          units.stream()
              .filter(u -> u.d[t - 1] == from && !Double.isNaN(u.d[t]))
              .filter(u -> !Double.isNaN(change.applyAsDouble(u) + u.y[t] + u.y[t - 1]))
              .filter(u -> constant(u, t, lag))
              .toList();
      List<SlowIntertemporal.Unit> stay = same.stream().filter(u -> u.d[t] == from).toList();
      List<SlowIntertemporal.Unit> move =
          same.stream().filter(u -> (u.d[t] - from) * sign > 0).toList();
      if (stay.isEmpty() || move.isEmpty()) {
        return;
      }
      List<SlowIntertemporal.Unit> union = new ArrayList<>(stay);
      union.addAll(move);
      double mean = SlowIntertemporal.mean(stay, change, weight);
      double moving = move.stream().mapToDouble(weight).sum();
      double staying = stay.stream().mapToDouble(weight).sum();
      for (SlowIntertemporal.Unit u : move) {
        double w = weight.applyAsDouble(u);
        sums[0] += sign * w * (change.applyAsDouble(u) - mean);
        sums[1] += w * (perUnit ? Math.abs(u.d[t] - from) : 1);
        List<SlowIntertemporal.Unit> cohort = move.stream().filter(v -> v.d[t] == u.d[t]).toList();
        double deviation = SlowIntertemporal.deviation(cohort, union, change, weight, clustered, u);
        scores.merge(u, sign * w * deviation, Double::sum);
      }
      for (SlowIntertemporal.Unit u : stay) {
        double share = weight.applyAsDouble(u) * moving / staying;
        double deviation = SlowIntertemporal.deviation(stay, union, change, weight, clustered, u);
        scores.merge(u, -sign * share * deviation, Double::sum);
      }
      union.forEach(u -> cells.add(units.indexOf(u) + " " + t));
    }

    private static boolean constant(SlowIntertemporal.Unit u, int t, int lag) {
      for (int k = 1; k <= lag; k++) {
        if (u.d[t - k - 1] != u.d[t - 1]) {
          return false;
        }
      }
      return true;
    }
  }

  @Test
  void whereTreatmentStaysItIsTheFirstIntertemporalEffect() {
    double[][] paths = new double[40][6];
    for (int unit = 0; unit < 40; unit++) {
      for (int t = 2 + unit % 6; t < 6; t++) {
        paths[unit][t] = 1;
      }
    }
    var random = Market.random(31);
    Panel panel = Market.panel(paths, (unit, t, d) -> unit + random.nextGaussian() + d[t - 1]);
    Estimate did = SwitchersDid.of(Market.COLUMNS).fit(panel).estimate(SwitchersDid.ALL);
    Estimate effect = IntertemporalDid.of(Market.COLUMNS, 1).fit(panel).estimate("effect[1]");
    assertThat(did.estimate()).isCloseTo(effect.estimate(), CLOSE);
    assertThat(did.stdError()).isCloseTo(effect.stdError(), CLOSE);
  }

  @Test
  void switchersWithoutStayersDoNotEnterAndAreNamed() {
    double[][] paths = {{0, 1, 1, 1}, {0, 0, 1, 1}, {0, 0, 1, 1}, {0, 0, 1, 0}};
    ReversibleFit fit = DID.estimate(Market.panel(paths, (unit, t, d) -> unit * t + d[t - 1]));
    assertThat(fit.count("DID_M").switchers()).isEqualTo(2);
    assertThat(fit.count("DID_M").withoutControls()).isEqualTo(3);
    assertThat(fit.fit().warnings()).anyMatch(w -> w.startsWith("DID_M: 3 switches in periods"));
    assertThat(fit.fit().has("placebo[1]")).isFalse();
  }

  @Test
  void everyRowIsUsedOrCountedAndRowsMayBeShuffled() {
    List<double[]> rows = Market.messy(25, 60, 8);
    Fit fit = DID.fit(Market.panel(rows));
    long dropped = fit.dropped().stream().mapToLong(Dropped::rows).sum();
    assertThat(fit.observations() + dropped).isEqualTo(rows.size());
    Fit again = DID.fit(Market.shuffledAndRenamed(rows, 3));
    for (Estimate estimate : fit.estimates()) {
      Estimate other = again.estimate(estimate.term());
      assertThat(other.estimate()).isCloseTo(estimate.estimate(), within(1e-12));
      assertThat(other.stdError()).isCloseTo(estimate.stdError(), within(1e-12));
    }
  }

  @Test
  void intervalsCoverAPlantedEffectOfATreatmentThatComesAndGoes() {
    int runs = 300;
    int covered = 0;
    int rejected = 0;
    int unequal = 0;
    for (int run = 0; run < runs; run++) {
      var random = Market.random(5000 + run);
      double[][] paths = Market.onAndOff(random, 80, 8, 0.2);
      Panel panel =
          Market.panel(paths, (unit, t, d) -> unit + t * t + random.nextGaussian() - 3 * d[t - 1]);
      ReversibleFit fit = SwitchersDid.of(Market.COLUMNS).estimate(panel);
      covered += IntertemporalInferenceTest.covers(fit.fit().estimate(SwitchersDid.ALL), -3);
      rejected += fit.test(SwitchersDid.PLACEBOS_ARE_ZERO).pValue() < 0.05 ? 1 : 0;
      unequal += fit.test(SwitchersDid.UP_EQUALS_DOWN).pValue() < 0.05 ? 1 : 0;
    }
    // Within three standard deviations of the binomial, 1.26 % of 300 runs.
    assertThat(covered / (double) runs).isBetween(0.91, 0.99);
    assertThat(rejected / (double) runs).isBetween(0.01, 0.09);
    assertThat(unequal / (double) runs).isBetween(0.01, 0.09);
  }

  @Test
  void comparedWithinGroupsItIsTheMeanOfTheGroupsByTheirSwitches() {
    List<double[]> rows = Market.messy(12, 120, 8);
    rows.forEach(row -> row[2] = row[0] < 50 ? 0 : 1);
    SwitchersDid within =
        SwitchersDid.of(Market.COLUMNS.comparedWithin("cluster")).with(EffectScale.PER_SWITCH);
    ReversibleFit all = within.estimate(Market.panel(rows));
    double sum = 0;
    for (int group = 0; group < 2; group++) {
      int which = group;
      Panel part = Market.panel(rows.stream().filter(row -> row[2] == which).toList());
      ReversibleFit fit =
          SwitchersDid.of(Market.COLUMNS).with(EffectScale.PER_SWITCH).estimate(part);
      sum += fit.count("DID_M").switchers() * fit.fit().estimate("DID_M").estimate();
    }
    assertThat(all.fit().estimate("DID_M").estimate())
        .isCloseTo(sum / all.count("DID_M").switchers(), CLOSE);
  }

  @Test
  void periodsWithoutRowsBetweenThemCountAsConsecutiveAndAreNamed() {
    List<double[]> rows = Market.messy(13, 40, 8);
    rows.removeIf(row -> row[1] == 4);
    assertThat(DID.fit(Market.panel(rows)).warnings())
        .contains("No row lies between the periods 3 and 5: they count as consecutive");
  }

  @Test
  void theSpecificationIsItsText() {
    assertThat(DID.toString()).contains("placebos=1", "PER_UNIT", "BY_PERIOD");
    assertThat(DID.columns()).containsExactly("d", "t", "unit", "y");
    assertThat(DID.identifiers()).containsExactly("unit");
    assertThat(DID.withLevel(0.9).level()).isEqualTo(0.9);
  }
}
