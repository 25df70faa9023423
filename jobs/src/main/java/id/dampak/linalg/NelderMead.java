package id.dampak.linalg;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * A local minimum of a function without derivatives: the simplex search of Nelder and Mead (1965)
 * with coefficients that adapt to the dimension (Gao and Han 2012, doi:10.1007/s10589-010-9329-3).
 * Deterministic.
 */
public final class NelderMead {
  private final ToDoubleFunction<double[]> function;
  private final double[][] points;
  private final double[] values;
  private final int n;
  private int evaluations;

  private NelderMead(ToDoubleFunction<double[]> function, double[] start, double edge) {
    this.function = function;
    this.n = start.length;
    this.points = new double[n + 1][];
    this.values = new double[n + 1];
    for (int i = 0; i <= n; i++) {
      points[i] = start.clone();
      if (i > 0) {
        points[i][i - 1] += edge;
      }
      values[i] = evaluate(points[i]);
    }
  }

  /**
   * Searches from {@code start}.
   *
   * @param edge length of the first simplex along every axis
   * @param tolerance relative spread of the values over the simplex at which to stop
   * @param evaluations at most this many, give or take one step
   */
  public static double[] minimise(
      ToDoubleFunction<double[]> function,
      double[] start,
      double edge,
      double tolerance,
      int evaluations) {
    NelderMead search = new NelderMead(function, start, edge);
    search.sort();
    while (search.evaluations < evaluations && search.spread() > tolerance) {
      search.step();
      search.sort();
    }
    return search.points[0];
  }

  private double spread() {
    return (values[n] - values[0]) / (Math.abs(values[0]) + Double.MIN_NORMAL);
  }

  private double evaluate(double[] point) {
    evaluations++;
    double value = function.applyAsDouble(point);
    return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
  }

  private void step() {
    double[] reflected = along(1);
    double value = evaluate(reflected);
    if (value < values[0]) {
      double[] expanded = along(1 + 2.0 / n);
      double further = evaluate(expanded);
      if (further < value) {
        replace(expanded, further);
      } else {
        replace(reflected, value);
      }
    } else if (n > 1 && value < values[n - 1]) {
      replace(reflected, value);
    } else {
      contract(reflected, value);
    }
  }

  private void contract(double[] reflected, double value) {
    double inward = Math.max(0.25, 0.75 - 1 / (2.0 * n));
    boolean outside = value < values[n];
    double[] contracted = along(outside ? inward : -inward);
    double now = evaluate(contracted);
    if (now < Math.min(value, values[n])) {
      replace(contracted, now);
      return;
    }
    if (outside) {
      replace(reflected, value);
    }
    double shrink = n > 1 ? 1 - 1.0 / n : 0.5;
    for (int i = 1; i <= n; i++) {
      for (int j = 0; j < n; j++) {
        points[i][j] = points[0][j] + shrink * (points[i][j] - points[0][j]);
      }
      values[i] = evaluate(points[i]);
    }
  }

  /** The point at {@code factor} times the way from the worst through the others' centre. */
  private double[] along(double factor) {
    double[] point = new double[n];
    for (int j = 0; j < n; j++) {
      double centre = 0;
      for (int i = 0; i < n; i++) {
        centre += points[i][j];
      }
      centre /= n;
      point[j] = centre + factor * (centre - points[n][j]);
    }
    return point;
  }

  private void replace(double[] point, double value) {
    points[n] = point;
    values[n] = value;
  }

  private void sort() {
    for (int i = 1; i <= n; i++) {
      double[] point = points[i];
      double value = values[i];
      int place = i;
      while (place > 0 && values[place - 1] > value) {
        points[place] = points[place - 1];
        values[place] = values[place - 1];
        place--;
      }
      points[place] = point;
      values[place] = value;
    }
  }

  @Override
  public String toString() {
    return evaluations + " evaluations, " + values[0] + " at " + Arrays.toString(points[0]);
  }
}
