package id.dampak.bench;

import id.dampak.estimate.Panel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The unbalanced panel of the yardstick: units × days with errors that follow one another (AR(1)), 2
 * % of the cells missing at random, and a dose that a third of the units get in four days. The same
 * numbers as the C program that fixest was timed on, but for the last bit of logarithms and cosines.
 */
final class GeneratedPanel {
  private long state;
  private final int days;
  private int rows;
  private int[] unit;
  private int[] day;
  private final double[][] columns = new double[4][];

  private GeneratedPanel(int units, int days, long seed) {
    this.state = seed;
    this.days = days;
    this.unit = new int[units * days];
    this.day = new int[units * days];
    for (int j = 0; j < columns.length; j++) {
      columns[j] = new double[units * days];
    }
    double[] common = new double[days];
    for (int t = 0; t < days; t++) {
      common[t] = 0.3 * normal() + 0.2 * Math.sin(6.283185307179586 * t / 7.0);
    }
    for (int i = 0; i < units; i++) {
      addUnit(i, common);
    }
  }

  /** Rows of {@code units} × {@code days} less those that are missing. */
  static Panel of(int units, int days, long seed) {
    return new GeneratedPanel(units, days, seed).panel(units);
  }

  private void addUnit(int i, double[] common) {
    double effect = normal();
    double dose = uniform() < 0.4 ? uniform() : 0;
    double error = normal() * 0.8;
    int start = (int) (0.6 * days);
    for (int t = 0; t < days; t++) {
      double x1 = 0.5 * effect + 0.5 * common[t] + normal();
      double x2 = 0.3 * effect + normal();
      double d = t >= start && t < start + 4 ? dose : 0;
      error = 0.3 * error + 0.8 * normal();
      double y = 0.5 * x1 - 0.3 * x2 - 0.25 * d + effect + common[t] + error;
      if (uniform() < 0.02) {
        continue;
      }
      unit[rows] = i;
      day[rows] = t;
      columns[0][rows] = x1;
      columns[1][rows] = x2;
      columns[2][rows] = d;
      columns[3][rows] = y;
      rows++;
    }
  }

  private Panel panel(int units) {
    unit = Arrays.copyOf(unit, rows);
    day = Arrays.copyOf(day, rows);
    return Panel.ofRows(rows)
        .numeric("x1", r -> columns[0][r])
        .numeric("x2", r -> columns[1][r])
        .numeric("d", r -> columns[2][r])
        .numeric("y", r -> columns[3][r])
        .categorical("unit", unit, labels(units))
        .categorical("day", day, labels(days))
        .build();
  }

  static List<String> labels(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
  }

  private long next() {
    state += 0x9E3779B97F4A7C15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private double uniform() {
    return ((next() >>> 11) + 0.5) * (1.0 / 9007199254740992.0);
  }

  private double normal() {
    double a = uniform();
    double b = uniform();
    return Math.sqrt(-2 * Math.log(a)) * Math.cos(6.283185307179586 * b);
  }
}
