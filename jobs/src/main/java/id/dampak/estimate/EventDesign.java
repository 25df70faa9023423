package id.dampak.estimate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    EventTerms terms = new EventTerms();
    terms.add(study, panel, rows);
    terms.requireBothSides(study.reference());
    new EventChecks(study, panel, rows).requireUnits();
    return of(study, terms, panel, rows);
  }

  /** The same where other observations have terms too. */
  static EventDesign of(ExposureEventStudy study, EventTerms terms, Panel panel, int[] rows) {
    List<Integer> periods = terms.periods(study.reference());
    Map<Integer, Integer> places = new HashMap<>();
    periods.forEach(k -> places.put(k, places.size()));
    Groups groups = Groups.of(study, terms.groups(), panel);
    double[] time = Terms.values(panel, study.time(), rows);
    int[] codes = new int[rows.length];
    for (int i = 0; i < codes.length; i++) {
      Integer place = places.get(study.coefficientPeriod(time[i]));
      codes[i] = place == null ? REFERENCE : groups.at(rows[i]) * periods.size() + place;
    }
    return new EventDesign(
        study.exposure(),
        terms.names(study),
        periods,
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
