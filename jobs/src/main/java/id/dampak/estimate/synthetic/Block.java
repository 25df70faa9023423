package id.dampak.estimate.synthetic;

import java.util.Arrays;

/**
 * Outcomes of units by periods, controls first, in which all treated units are treated from one
 * period on.
 */
final class Block {
  private final double[][] outcome;
  private final int controls;
  private final int before;

  /**
   * @param outcome a row for each unit; not copied
   * @param controls how many of the first rows are never treated
   * @param before how many of the first periods nobody is treated in
   */
  Block(double[][] outcome, int controls, int before) {
    this.outcome = outcome;
    this.controls = controls;
    this.before = before;
  }

  int controls() {
    return controls;
  }

  int treated() {
    return outcome.length - controls;
  }

  int units() {
    return outcome.length;
  }

  int periods() {
    return outcome[0].length;
  }

  int before() {
    return before;
  }

  int after() {
    return periods() - before;
  }

  double outcome(int unit, int period) {
    return outcome[unit][period];
  }

  /** Mean outcome of the treated in each period. */
  double[] treatedMean() {
    double[] mean = new double[periods()];
    for (int unit = controls; unit < outcome.length; unit++) {
      for (int t = 0; t < mean.length; t++) {
        mean[t] += outcome[unit][t];
      }
    }
    for (int t = 0; t < mean.length; t++) {
      mean[t] /= treated();
    }
    return mean;
  }

  /** Each control's mean outcome from the first treated period on. */
  double[] controlsAfter() {
    double[] mean = new double[controls];
    for (int unit = 0; unit < controls; unit++) {
      for (int t = before; t < periods(); t++) {
        mean[unit] += outcome[unit][t];
      }
      mean[unit] /= after();
    }
    return mean;
  }

  /** Each control's outcomes before treatment. */
  double[][] controlsBefore() {
    double[][] rows = new double[controls][];
    for (int unit = 0; unit < controls; unit++) {
      rows[unit] = Arrays.copyOf(outcome[unit], before);
    }
    return rows;
  }

  /** The controls alone, with {@code chosen} (ascending) in the part of the treated. */
  Block placebo(int[] chosen) {
    double[][] rows = new double[controls][];
    int place = 0;
    for (int unit = 0; unit < controls; unit++) {
      if (Arrays.binarySearch(chosen, unit) < 0) {
        rows[place++] = outcome[unit];
      }
    }
    for (int unit : chosen) {
      rows[place++] = outcome[unit];
    }
    return new Block(rows, controls - chosen.length, before);
  }

  Block without(int unit) {
    double[][] rows = new double[outcome.length - 1][];
    System.arraycopy(outcome, 0, rows, 0, unit);
    System.arraycopy(outcome, unit + 1, rows, unit, rows.length - unit);
    return new Block(rows, unit < controls ? controls - 1 : controls, before);
  }

  /** σ̂: standard deviation of the controls' changes from period to period before treatment. */
  double noise() {
    int count = controls * (before - 1);
    double mean = 0;
    for (int unit = 0; unit < controls; unit++) {
      mean += (outcome[unit][before - 1] - outcome[unit][0]) / count;
    }
    double sum = 0;
    for (int unit = 0; unit < controls; unit++) {
      for (int t = 1; t < before; t++) {
        double deviation = outcome[unit][t] - outcome[unit][t - 1] - mean;
        sum += deviation * deviation;
      }
    }
    return Math.sqrt(sum / (count - 1));
  }
}
