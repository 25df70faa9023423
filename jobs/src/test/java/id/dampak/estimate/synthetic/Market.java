package id.dampak.estimate.synthetic;

import id.dampak.estimate.Panel;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/** A small balanced panel: outcomes by unit and period, the last units treated from one on. */
@SuppressWarnings("ArrayRecordComponent") // Tests write into the outcomes; nobody compares markets.
record Market(double[][] y, int controls, int before) {
  static final Treatment INDICATOR = new Treatment.Indicator("d");

  /** Two common factors with loadings of each unit's own, noise, and an effect on the treated. */
  static Market random(SplittableRandom random, int controls, int treated, int before, int after) {
    double[][] y = new double[controls + treated][before + after];
    double[][] factors = new double[2][before + after];
    for (double[] factor : factors) {
      for (int t = 1; t < factor.length; t++) {
        factor[t] = factor[t - 1] + random.nextGaussian();
      }
    }
    for (double[] row : y) {
      double a = random.nextDouble();
      double b = random.nextDouble();
      double level = 10 * random.nextDouble();
      Arrays.setAll(
          row, t -> level + a * factors[0][t] + b * factors[1][t] + 0.5 * random.nextGaussian());
    }
    return new Market(y, controls, before);
  }

  Market plusEffect(double effect) {
    double[][] changed = Arrays.stream(y).map(double[]::clone).toArray(double[][]::new);
    for (int i = controls; i < y.length; i++) {
      for (int t = before; t < y[i].length; t++) {
        changed[i][t] += effect;
      }
    }
    return new Market(changed, controls, before);
  }

  int rows() {
    return y.length * y[0].length;
  }

  Panel panel() {
    int[] order = new int[rows()];
    Arrays.setAll(order, row -> row);
    return panel(order, i -> "u%02d".formatted(i));
  }

  /** Rows in another order, or units called otherwise. */
  Panel panel(int[] order, IntFunction<String> label) {
    int periods = y[0].length;
    return Panel.ofRows(order.length)
        .categorical(
            "unit", Arrays.stream(order).mapToObj(row -> label.apply(row / periods)).toList())
        .numeric("time", row -> 2000 + order[row] % periods)
        .numeric("y", row -> y[order[row] / periods][order[row] % periods])
        .numeric("d", row -> treated(order[row] / periods, order[row] % periods))
        .numeric("from", row -> order[row] / periods >= controls ? 2000 + before : Double.NaN)
        .build();
  }

  private double treated(int unit, int period) {
    return unit >= controls && period >= before ? 1 : 0;
  }

  /** Without one unit. */
  Market without(int unit) {
    double[][] rest = new double[y.length - 1][];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = y[i < unit ? i : i + 1];
    }
    return new Market(rest, unit < controls ? controls - 1 : controls, before);
  }

  /** The controls alone, those chosen last and as if treated. */
  Market placebo(int... chosen) {
    double[][] rows = new double[controls][];
    int place = 0;
    for (int i = 0; i < controls; i++) {
      int unit = i;
      if (Arrays.stream(chosen).noneMatch(c -> c == unit)) {
        rows[place++] = y[i];
      }
    }
    for (int unit : chosen) {
      rows[place++] = y[unit];
    }
    return new Market(rows, controls - chosen.length, before);
  }
}
