package id.dampak.estimate.reversible;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** DID_ℓ as the paper writes it, unit by unit and over lists: slow, and obvious. */
final class SlowIntertemporal {
  /** A unit: its outcomes and treatments by period from 1, NaN where unknown; F = 0 if never. */
  static final class Unit {
    final double cluster;
    final double weight;
    final double[] y;
    final double[] d;
    int first;

    Unit(double cluster, double weight, int periods) {
      this.cluster = cluster;
      this.weight = weight;
      this.y = nans(periods);
      this.d = nans(periods);
    }

    double start() {
      for (double value : d) {
        if (!Double.isNaN(value)) {
          return value;
        }
      }
      return Double.NaN;
    }

    boolean notYet(int t) {
      return first == 0 || first > t;
    }

    int sign() {
      return d[first] > start() ? 1 : -1;
    }
  }

  final List<Unit> units = new ArrayList<>();
  final int periods;

  SlowIntertemporal(List<double[]> rows, int periods) {
    this.periods = periods;
    Map<Double, Unit> byLabel = new HashMap<>();
    for (double[] row : rows) {
      Unit unit = byLabel.computeIfAbsent(row[0], u -> new Unit(row[2], row[3], periods));
      unit.y[(int) row[1]] = row[5];
      unit.d[(int) row[1]] = row[4];
    }
    byLabel.values().stream().filter(u -> !Double.isNaN(u.start())).forEach(units::add);
    units.forEach(this::date);
  }

  private static double[] nans(int periods) {
    double[] nans = new double[periods + 1];
    Arrays.fill(nans, Double.NaN);
    return nans;
  }

  private void date(Unit u) {
    int firstSeen = 0;
    int lastAtStart = 0;
    int lastSeen = 0;
    for (int t = periods; t >= 1; t--) {
      if (!Double.isNaN(u.d[t])) {
        firstSeen = t;
        lastSeen = Math.max(lastSeen, t);
      }
    }
    for (int t = 1; t <= periods && u.first == 0; t++) {
      if (u.d[t] == u.start()) {
        lastAtStart = t;
      } else if (!Double.isNaN(u.d[t])) {
        u.first = t;
      }
    }
    for (int t = 1; t < firstSeen; t++) {
      u.y[t] = Double.NaN;
    }
    if (u.first == 0 || lastAtStart < u.first - 1) {
      u.first = 0;
      for (int t = lastAtStart + 1; t <= periods; t++) {
        u.y[t] = Double.NaN;
      }
      return;
    }
    boolean crossed = false;
    for (int t = u.first; t <= periods; t++) {
      u.d[t] = Double.isNaN(u.d[t]) ? u.d[u.first] : u.d[t];
      crossed |= (u.d[t] - u.start()) * u.sign() < 0;
      u.y[t] = crossed ? Double.NaN : u.y[t];
    }
  }

  /** Estimate, dose, number and scores of one ℓ, negative for a placebo. */
  final class Term {
    final Map<Unit, Double> scores = new HashMap<>();
    double sum;
    double n;
    double dose;
    double lastDose;
    int switchers;
    final Set<String> cells = new HashSet<>();

    Term(int l, boolean weighted, boolean clustered, Predicate<Unit> asked) {
      ToDoubleFunction<Unit> w = u -> weighted ? u.weight : 1;
      int length = Math.abs(l);
      for (int sign : new int[] {1, -1}) {
        for (double start : new TreeSet<>(units.stream().map(Unit::start).toList())) {
          for (int f = 2; f + length - 1 <= periods; f++) {
            add(l, f, start, sign, w, clustered, asked);
          }
        }
      }
      scores.replaceAll((u, s) -> s / n);
    }

    private void add(
        int l,
        int f,
        double start,
        int sign,
        ToDoubleFunction<Unit> w,
        boolean clustered,
        Predicate<Unit> asked) {
      int length = Math.abs(l);
      int s = f - 1;
      int t = s + length;
      int compared = s + l;
      if (compared < 1) {
        return;
      }
      ToDoubleFunction<Unit> change = u -> u.y[compared] - u.y[s];
      Predicate<Unit> known = u -> !Double.isNaN(change.applyAsDouble(u) + u.y[t]);
      List<Unit> same = units.stream().filter(u -> u.start() == start).filter(known).toList();
      List<Unit> controls = same.stream().filter(u -> u.notYet(t)).toList();
      List<Unit> switching =
          same.stream().filter(u -> u.first == f && u.sign() == sign).filter(asked).toList();
      if (controls.isEmpty() || switching.isEmpty()) {
        return;
      }
      List<Unit> union = new ArrayList<>(controls);
      union.addAll(switching);
      double total = switching.stream().mapToDouble(w).sum();
      double mean = mean(controls, change, w);
      double size = controls.stream().mapToDouble(w).sum();
      n += total;
      switchers += switching.size();
      for (Unit u : switching) {
        double weight = w.applyAsDouble(u);
        sum += sign * weight * (change.applyAsDouble(u) - mean);
        List<Unit> cohort = switching.stream().filter(v -> v.d[f] == u.d[f]).toList();
        double deviation = deviation(cohort, union, change, w, clustered, u);
        scores.merge(u, sign * weight * deviation, Double::sum);
        for (int k = f; k <= t; k++) {
          dose += weight * sign * (u.d[k] - start);
        }
        lastDose += weight * sign * (u.d[t] - start);
      }
      for (Unit u : controls) {
        double share = total / size * w.applyAsDouble(u);
        double deviation = deviation(controls, union, change, w, clustered, u);
        scores.merge(u, -sign * share * deviation, Double::sum);
      }
      union.forEach(u -> cells.add(units.indexOf(u) + " " + t));
    }

    double estimate() {
      return sum / n;
    }

    double stdError(boolean clustered) {
      return SlowIntertemporal.stdError(scores, clustered);
    }
  }

  static double stdError(Map<Unit, Double> scores, boolean clustered) {
    Map<Object, Double> byCluster = new HashMap<>();
    scores.forEach((u, s) -> byCluster.merge(clustered ? u.cluster : u, s, Double::sum));
    return Math.sqrt(byCluster.values().stream().mapToDouble(s -> s * s).sum());
  }

  static double mean(List<Unit> of, ToDoubleFunction<Unit> value, ToDoubleFunction<Unit> weight) {
    return of.stream().mapToDouble(u -> weight.applyAsDouble(u) * value.applyAsDouble(u)).sum()
        / of.stream().mapToDouble(weight).sum();
  }

  static double deviation(
      List<Unit> own,
      List<Unit> union,
      ToDoubleFunction<Unit> value,
      ToDoubleFunction<Unit> weight,
      boolean clustered,
      Unit unit) {
    for (List<Unit> set : List.of(own, union)) {
      double c = clustered ? set.stream().map(u -> u.cluster).distinct().count() : set.size();
      if (c > 1) {
        double mean = mean(set, value, weight);
        return Math.sqrt(c / (c - 1)) * (value.applyAsDouble(unit) - mean);
      }
    }
    return value.applyAsDouble(unit);
  }
}
