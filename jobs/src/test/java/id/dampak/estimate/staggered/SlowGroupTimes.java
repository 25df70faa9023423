package id.dampak.estimate.staggered;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The slow, obvious twin of {@link CallawaySantAnna}: every term by its formula, units weighted.
 */
final class SlowGroupTimes {
  private final CallawaySantAnna options;
  private final StaggeredUnits data;
  private final double[] u;
  private final Map<String, Double> terms = new TreeMap<>();

  private SlowGroupTimes(CallawaySantAnna options, StaggeredUnits data, double[] u) {
    this.options = options;
    this.data = data;
    this.u = u;
  }

  static Map<String, Double> terms(CallawaySantAnna options, StaggeredUnits data, double[] u) {
    SlowGroupTimes slow = new SlowGroupTimes(options, data, u);
    slow.estimate();
    return slow.terms;
  }

  private void estimate() {
    int last = data.y[0].length;
    List<int[]> cells = new ArrayList<>();
    for (int g : new int[] {3, 5}) {
      for (int t = options.basePeriod() == BasePeriod.VARYING ? 2 : 1; t <= last; t++) {
        cells.add(new int[] {g, t});
        terms.put(CallawaySantAnna.term(g, t), att(g, t));
      }
    }
    average("simple", cells.stream().filter(c -> c[1] >= c[0]).toList());
    List<String> after = new ArrayList<>();
    for (int e = -last; e <= last; e++) {
      int at = e;
      int until = options.balance().orElse(99);
      List<int[]> these =
          cells.stream()
              .filter(c -> c[1] - c[0] == at && at <= until)
              .filter(c -> options.balance().isEmpty() || last - c[0] >= until)
              .toList();
      if (!these.isEmpty()) {
        average("dynamic(" + e + ")", these);
        after.addAll(e >= 0 ? List.of("dynamic(" + e + ")") : List.of());
      }
    }
    mean("dynamic", after);
    for (int g : new int[] {3, 5}) {
      mean(
          "group(" + g + ")",
          IntStream.rangeClosed(g, last).mapToObj(t -> CallawaySantAnna.term(g, t)).toList());
    }
    terms.put(
        "group", (size(3) * term("group(3)") + size(5) * term("group(5)")) / (size(3) + size(5)));
    List<String> calendar = new ArrayList<>();
    for (int t = 3; t <= last; t++) {
      int at = t;
      average("calendar(" + t + ")", cells.stream().filter(c -> c[1] == at && at >= c[0]).toList());
      calendar.add("calendar(" + t + ")");
    }
    mean("calendar", calendar);
  }

  private double att(int g, int t) {
    boolean isLong =
        options.basePeriod() == BasePeriod.UNIVERSAL || t >= g - options.anticipation();
    int base = isLong ? g - options.anticipation() - 1 : t - 1;
    if (base == t) {
      return 0;
    }
    boolean never = options.comparison() == ComparisonGroup.NEVER_TREATED;
    int[] members =
        IntStream.range(0, u.length)
            .filter(i -> !Double.isNaN(data.y[i][t - 1] + data.y[i][base - 1]))
            .filter(
                i ->
                    data.start[i] == g
                        || data.start[i] == 0
                        || (!never && data.start[i] > Math.max(t, base) + options.anticipation()))
            .toArray();
    boolean[] treated = new boolean[members.length];
    double[][] rows = new double[members.length][];
    for (int k = 0; k < members.length; k++) {
      treated[k] = data.start[members[k]] == g;
      double x = data.x[members[k]][base - 1];
      rows[k] = options.covariates().isEmpty() ? new double[] {1} : new double[] {1, x};
    }
    return new SlowComparison(
            Arrays.stream(members)
                .mapToDouble(i -> data.y[i][t - 1] - data.y[i][base - 1])
                .toArray(),
            treated,
            rows,
            Arrays.stream(members).mapToDouble(i -> u[i]).toArray(),
            0.995)
        .att(options.adjustment());
  }

  private double size(int g) {
    return IntStream.range(0, u.length)
        .filter(i -> data.start[i] == g)
        .mapToDouble(i -> u[i])
        .sum();
  }

  private double term(String name) {
    return Optional.ofNullable(terms.get(name)).orElseThrow();
  }

  private void average(String name, List<int[]> cells) {
    double sum = 0;
    double weight = 0;
    for (int[] cell : cells) {
      sum += size(cell[0]) * term(CallawaySantAnna.term(cell[0], cell[1]));
      weight += size(cell[0]);
    }
    terms.put(name, sum / weight);
  }

  private void mean(String name, List<String> of) {
    terms.put(name, of.stream().mapToDouble(this::term).average().orElseThrow());
  }
}
