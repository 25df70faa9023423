package id.dampak.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * Regressors that are never written out: each observation has at most one of them that is not zero,
 * so its code and its exposure say it all. Those of an event study are {@code e_i 1{k(t) = k}};
 * those of {@link Dummies} have an exposure of 1.
 */
final class EventDesign {
  private static final int REFERENCE = -1;

  private final String name;
  private final List<String> terms;
  private final List<Integer> periods;
  private final int[] codes;
  private final double[] exposure;

  private EventDesign(
      String name, List<String> terms, List<Integer> periods, int[] codes, double[] exposure) {
    this.name = name;
    this.terms = terms;
    this.periods = periods;
    this.codes = codes;
    this.exposure = exposure;
  }

  /**
   * The regressors for the observations {@code rows}, by group and period in their order.
   *
   * @throws id.dampak.error.DampakException if the panel carries no event study
   */
  static EventDesign of(ExposureEventStudy study, Panel panel, int[] rows) {
    new EventChecks(study, panel, rows).require();
    double[] time = Terms.values(panel, study.time(), rows);
    TreeSet<Integer> periods = new TreeSet<>();
    for (double t : time) {
      periods.add(study.coefficientPeriod(t));
    }
    int first = periods.first();
    int[] place = new int[periods.last() - first + 1];
    periods.remove(study.reference());
    int next = 0;
    for (int k : periods) {
      place[k - first] = next++;
    }
    Groups groups = Groups.of(study, panel, rows);
    List<String> terms = new ArrayList<>();
    for (String group : groups.labels()) {
      periods.forEach(
          k -> terms.add(study.by().isPresent() ? study.term(k, group) : study.term(k)));
    }
    int[] codes = new int[rows.length];
    for (int i = 0; i < codes.length; i++) {
      int k = study.coefficientPeriod(time[i]);
      codes[i] = k == study.reference() ? REFERENCE : groups.at(rows[i]) * next + place[k - first];
    }
    return new EventDesign(
        study.exposure(),
        terms,
        List.copyOf(periods),
        codes,
        Terms.values(panel, study.exposure(), rows));
  }

  /** The dummies for the observations {@code rows}. */
  static EventDesign of(Dummies dummies, int[] rows) {
    int[] codes = Arrays.stream(rows).map(dummies::code).toArray();
    double[] ones = new double[rows.length];
    Arrays.fill(ones, 1);
    return new EventDesign(dummies.name(), dummies.terms(), List.of(), codes, ones);
  }

  /** The term of each observation, −1 for none; the array itself. */
  int[] codes() {
    return codes;
  }

  /** What the dummy of each observation is multiplied by; the array itself. */
  double[] exposure() {
    return exposure;
  }

  /** What varies between the terms. */
  String name() {
    return name;
  }

  /** Names of the terms, in the order of their codes. */
  List<String> terms() {
    return terms;
  }

  /** The relative period of the term {@code j}; every group has the same ones in the same order. */
  int period(int j) {
    return periods.get(j % periods.size());
  }

  /** The regressor of the term {@code j}, written out. */
  double[] column(int j) {
    double[] column = new double[codes.length];
    for (int i = 0; i < codes.length; i++) {
      column[i] = codes[i] == j ? exposure[i] : 0;
    }
    return column;
  }

  /** {@code Z β} for coefficients in the order of the terms. */
  double[] times(double[] coefficients) {
    double[] fitted = new double[codes.length];
    for (int i = 0; i < codes.length; i++) {
      fitted[i] = codes[i] == REFERENCE ? 0 : exposure[i] * coefficients[codes[i]];
    }
    return fitted;
  }

  /** {@code Z' W v}. */
  double[] transposeTimes(double[] weights, double[] v) {
    double[] sums = new double[terms.size()];
    for (int i = 0; i < codes.length; i++) {
      if (codes[i] != REFERENCE) {
        sums[codes[i]] += exposure[i] * weights[i] * v[i];
      }
    }
    return sums;
  }
}
