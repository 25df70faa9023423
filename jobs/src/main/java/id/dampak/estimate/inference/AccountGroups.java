package id.dampak.estimate.inference;

import id.dampak.estimate.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** The groups of a dimension, in order of their names, and how much of each was exposed. */
final class AccountGroups {
  /** The dimension of the total, and the name of its one group. */
  static final String TOTAL = "total";

  static final String ALL = "all";

  private final String dimension;
  private final List<String> labels;
  private final int[] codes;
  private final int[] units;
  private final double[] exposed;
  private final double unexposed;

  private AccountGroups(
      String dimension, List<String> labels, int[] codes, double[] worth, double[] exposure) {
    this.dimension = dimension;
    this.labels = List.copyOf(labels);
    this.codes = codes;
    this.units = new int[labels.size()];
    this.exposed = new double[labels.size()];
    double never = 0;
    for (int i = 0; i < codes.length; i++) {
      units[codes[i]]++;
      exposed[codes[i]] += exposure[i] * worth[i];
      never += exposure[i] == 0 ? worth[i] : 0;
    }
    this.unexposed = never;
  }

  /** All units as one group. */
  static AccountGroups all(double[] worth, double[] exposure) {
    return new AccountGroups(TOTAL, List.of(ALL), new int[worth.length], worth, exposure);
  }

  /** The groups of a column at rows of a panel. */
  static AccountGroups of(
      String column, Panel panel, int[] rows, double[] worth, double[] exposure) {
    List<String> names = Arrays.stream(rows).mapToObj(row -> panel.label(column, row)).toList();
    List<String> labels = new ArrayList<>(new TreeSet<>(names));
    int[] codes = names.stream().mapToInt(name -> placeOf(name, labels)).toArray();
    return new AccountGroups(column, labels, codes, worth, exposure);
  }

  private static int placeOf(String name, List<String> sorted) {
    return java.util.Collections.binarySearch(sorted, name);
  }

  String dimension() {
    return dimension;
  }

  int size() {
    return labels.size();
  }

  List<String> labels() {
    return labels;
  }

  /** The group of a unit. */
  int at(int unit) {
    return codes[unit];
  }

  int units(int group) {
    return units[group];
  }

  /** {@code Σ e_i s_i} over the units of a group: what its suspended channel usually sells. */
  double exposed(int group) {
    return exposed[group];
  }

  /** {@code Σ s_i} over the units that are not exposed at all, in all groups. */
  double unexposed() {
    return unexposed;
  }
}
