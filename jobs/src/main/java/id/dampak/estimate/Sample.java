package id.dampak.estimate;

import id.dampak.error.EstimationErrors;
import id.dampak.linalg.Factor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The observations that enter an estimation, in the order of the panel, and why the others do not.
 * Every row that is left out is counted once, under the first reason that applies.
 */
public final class Sample {
  private final Panel panel;
  private final boolean[] out;
  private int left;
  private final Map<String, Column.Coded> coded = new LinkedHashMap<>();
  private final List<Dropped> dropped = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  /** All observations of {@code panel}, until something is required of them. */
  public Sample(Panel panel) {
    this.panel = panel;
    this.out = new boolean[panel.observations()];
    this.left = out.length;
  }

  /** Leaves out rows in which a number is missing; refuses infinite ones. */
  public void requireNumbers(String column) {
    if (panel.isFinite(column)) {
      return;
    }
    double[] values = panel.numbers(column);
    int missing = 0;
    for (int i = 0; i < values.length; i++) {
      if (Double.isInfinite(values[i])) {
        throw EstimationErrors.infinite(column, panel.rowName(i));
      }
      if (Double.isNaN(values[i])) {
        missing += leaveOut(i);
      }
    }
    report(column + " missing", missing);
  }

  /** Leaves out rows in which a factor of one of the terms, columns or products, is missing. */
  public void requireTerms(List<String> terms) {
    terms.stream().flatMap(term -> Terms.factorsOf(term).stream()).forEach(this::requireNumbers);
  }

  /** Leaves out rows in which a category is missing. */
  public void requireCategories(String effect) {
    int[] codes = coded(effect).codes();
    int missing = 0;
    for (int i = 0; i < codes.length; i++) {
      if (codes[i] < 0) {
        missing += leaveOut(i);
      }
    }
    report(effect + " missing", missing);
  }

  /** Leaves out rows of missing or zero weight; refuses negative ones. */
  public void requireWeights(String column) {
    requireNumbers(column);
    double[] weights = panel.numbers(column);
    int zero = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] < 0) {
        throw EstimationErrors.negativeWeight(column, weights[i], panel.rowName(i));
      }
      if (weights[i] == 0) {
        zero += leaveOut(i);
      }
    }
    report(column + " (weight) zero", zero);
  }

  /** Leaves out rows in which a cluster is missing. */
  public void requireClusters(Variance variance) {
    if (variance instanceof Variance.Clustered clustered) {
      clustered.by().forEach(this::requireCategories);
    }
  }

  /**
   * Drops or merely counts the observations that are alone in a level of one of the effects; may be
   * called again when further ones have gone.
   */
  public void treatSingletons(List<String> effects, Singletons treatment) {
    warnings.clear();
    boolean found = true;
    while (found) {
      found = false;
      for (String effect : effects) {
        int singletons = singletonsOf(coded(effect), treatment);
        if (singletons > 0 && treatment == Singletons.DROP) {
          report("singleton of " + effect, singletons);
          found = true;
        } else if (singletons > 0) {
          warnings.add(alone(singletons, effect));
        }
      }
    }
  }

  /** What a reader should know of observations that are alone in a level of an effect. */
  static String alone(long observations, String effect) {
    return "%d observations are alone in their level of %s: they count in N but carry no information"
        .formatted(observations, effect);
  }

  /**
   * Leaves out the levels of effects in which a column is zero throughout, again and again until
   * none is left, and what these leave alone.
   */
  void dropZeroLevels(String column, List<String> effects, Singletons treatment) {
    double[] values = panel.numbers(column);
    int before = -1;
    while (before != left) {
      before = left;
      for (String effect : effects) {
        Column.Coded coded = coded(effect);
        boolean[] positive = new boolean[coded.levels()];
        for (int i = 0; i < out.length; i++) {
          if (!out[i] && values[i] != 0) {
            positive[coded.codes()[i]] = true;
          }
        }
        int[] zero =
            IntStream.range(0, out.length)
                .filter(i -> !out[i] && !positive[coded.codes()[i]])
                .toArray();
        drop(zero, column + " zero throughout its level of " + effect);
      }
      treatSingletons(effects, treatment);
    }
  }

  /** Leaves out rows that are in. */
  void drop(int[] rows, String reason) {
    for (int row : rows) {
      leaveOut(row);
    }
    report(reason, rows.length);
  }

  /** Adds what a reader should know of the observations that entered. */
  void warn(String remark) {
    warnings.add(remark);
  }

  /** Leaves a row out; 1 if it was in, else 0. */
  private int leaveOut(int row) {
    if (out[row]) {
      return 0;
    }
    out[row] = true;
    left--;
    return 1;
  }

  /**
   * Rows that are in, ascending.
   *
   * @throws id.dampak.error.DampakException if there are none
   */
  public int[] rows() {
    if (left == 0) {
      throw EstimationErrors.noObservations(
          dropped.stream().map(d -> d.rows() + " rows: " + d.reason()).toList());
    }
    int[] rows = new int[left];
    int next = 0;
    for (int i = 0; i < out.length; i++) {
      if (!out[i]) {
        rows[next++] = i;
      }
    }
    return rows;
  }

  /** Number of rows that are in. */
  int size() {
    return left;
  }

  /** Whether every row is in. */
  boolean isWhole() {
    return left > 0 && left == out.length;
  }

  /**
   * Numbers of a column or product in {@link #rows()}: the array of the panel itself where that is
   * what is asked for, so for reading only.
   */
  double[] numbers(String term) {
    List<String> factors = Terms.factorsOf(term);
    return factors.size() == 1 && isWhole() ? panel.numbers(factors.get(0)) : values(term);
  }

  /** Codes of an effect in {@link #rows()}; for reading only. */
  int[] codes(String effect) {
    int[] codes = coded(effect).codes();
    return isWhole() ? codes : Arrays.stream(rows()).map(row -> codes[row]).toArray();
  }

  /** The values of a column or product in {@link #rows()}. */
  public double[] values(String term) {
    return Terms.values(panel, term, rows());
  }

  /** The categories of a column or of cells {@code a^b} in {@link #rows()}. */
  public Factor factor(String effect) {
    return coded(effect).at(rows());
  }

  /** The weights of {@code rows}, all 1 without a column. */
  public double[] weights(Optional<String> column, int[] rows) {
    return column
        .map(name -> Terms.values(panel, name, rows))
        .orElseGet(() -> DoubleStream.generate(() -> 1).limit(rows.length).toArray());
  }

  /** Observations that are out, by reason. */
  public List<Dropped> dropped() {
    return List.copyOf(dropped);
  }

  /** What a reader should know of those that are in. */
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** Codes over all rows of the panel, computed once for each effect. */
  Column.Coded coded(String effect) {
    return coded.computeIfAbsent(effect, name -> Terms.coded(panel, name));
  }

  private int singletonsOf(Column.Coded effect, Singletons treatment) {
    int[] sizes = new int[effect.levels()];
    for (int i = 0; i < out.length; i++) {
      if (!out[i]) {
        sizes[effect.codes()[i]]++;
      }
    }
    int singletons = (int) Arrays.stream(sizes).filter(size -> size == 1).count();
    if (singletons > 0 && treatment == Singletons.DROP) {
      for (int i = 0; i < out.length; i++) {
        if (!out[i] && sizes[effect.codes()[i]] == 1) {
          leaveOut(i);
        }
      }
    }
    return singletons;
  }

  private void report(String reason, int rows) {
    if (rows == 0) {
      return;
    }
    for (int i = 0; i < dropped.size(); i++) {
      if (dropped.get(i).reason().equals(reason)) {
        dropped.set(i, new Dropped(reason, dropped.get(i).rows() + rows));
        return;
      }
    }
    dropped.add(new Dropped(reason, rows));
  }
}
