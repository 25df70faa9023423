package id.dampak.estimate;

import id.dampak.error.EstimationErrors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Observations in columns of primitives: what every estimator reads.
 *
 * <p>Numeric columns hold doubles, {@link Double#NaN} where a value is missing. Categorical columns
 * hold codes into a list of labels, {@code -1} where a value is missing. Rows need no order.
 */
public final class Panel {
  private final int observations;
  private final Map<String, Column> columns;

  /** The column that tells where a row is, empty where its number does. */
  private final String place;

  private Panel(int observations, Map<String, Column> columns, String place) {
    this.observations = observations;
    this.columns = columns;
    this.place = place;
  }

  /** Starts a panel of {@code observations} rows. */
  public static Builder ofRows(int observations) {
    return new Builder(observations);
  }

  /** Names of the columns that an effect is made of: one, or those of the cells {@code a^b}. */
  public static List<String> columnsOf(String effect) {
    return Terms.columnsOf(effect);
  }

  /** Number of rows. */
  public int observations() {
    return observations;
  }

  /** Names of the columns, in the order in which they were added. */
  public List<String> columns() {
    return List.copyOf(columns.keySet());
  }

  /** Whether the column holds numbers rather than categories. */
  public boolean isNumeric(String column) {
    return column(column) instanceof Column.Numbers;
  }

  /** The number in {@code row} of a numeric column. */
  public double number(String column, int row) {
    return numbers(column)[row];
  }

  /** The label in {@code row}: of a categorical column its own, else the number as text. */
  public String label(String column, int row) {
    return column(column).label(row);
  }

  /**
   * Codes from 0 of the categories of a column, {@code -1} where missing; the distinct values of a
   * numeric one are its categories. A copy.
   */
  public int[] categories(String column) {
    return coded(column).codes().clone();
  }

  /** How a message says where a row is. */
  String rowName(int row) {
    return place.isEmpty()
        ? "row " + (row + 1)
        : "a row with " + place + " = " + Terms.label(this, place, row);
  }

  /** A panel of the given rows, in that order. */
  public Panel at(int[] rows) {
    Map<String, Column> picked = new LinkedHashMap<>();
    columns.forEach((name, column) -> picked.put(name, column.at(rows)));
    return new Panel(rows.length, picked, place);
  }

  /** A panel of those rows for which {@code keep} holds, in their order. */
  public Panel where(IntPredicate keep) {
    return at(IntStream.range(0, observations).filter(keep).toArray());
  }

  /** The same panel with a numeric column added, or in the place of the one of that name. */
  public Panel with(String name, IntToDoubleFunction value) {
    double[] values = new double[observations];
    Arrays.setAll(values, value);
    Map<String, Column> changed = new LinkedHashMap<>(columns);
    changed.put(name, Column.Numbers.of(values));
    return new Panel(observations, changed, place);
  }

  /** The values of a numeric column; not a copy, so for reading only. */
  double[] numbers(String name) {
    return numeric(name).values();
  }

  /** Whether no value of a numeric column is missing or infinite. */
  boolean isFinite(String name) {
    return numeric(name).finite();
  }

  private Column.Numbers numeric(String name) {
    Column column = column(name);
    if (column instanceof Column.Categories texts) {
      throw EstimationErrors.notNumeric(name, texts.example());
    }
    return (Column.Numbers) column;
  }

  /**
   * Codes of the categories of a column, {@code -1} where missing; the distinct values of a numeric
   * one are its categories.
   */
  Column.Coded coded(String name) {
    return column(name).coded();
  }

  @Override
  public String toString() {
    return observations + " observations of " + columns.keySet();
  }

  private Column column(String name) {
    Column column = columns.get(name);
    if (column == null) {
      throw EstimationErrors.noSuchColumn(name, columns.keySet());
    }
    return column;
  }

  /** Collects columns; a name may be used once. */
  public static final class Builder {
    private final int observations;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private String place = "";

    private Builder(int observations) {
      this.observations = observations;
    }

    /** Adds a numeric column; the values are copied. */
    public Builder numeric(String name, double[] values) {
      requireLength(name, values.length);
      return add(name, Column.Numbers.of(values.clone()));
    }

    /** Adds a numeric column whose value in a row is {@code value.applyAsDouble(row)}. */
    public Builder numeric(String name, IntToDoubleFunction value) {
      double[] values = new double[observations];
      for (int i = 0; i < observations; i++) {
        values[i] = value.applyAsDouble(i);
      }
      return add(name, Column.Numbers.of(values));
    }

    /** Adds a categorical column of codes into {@code labels}, -1 for missing; both are copied. */
    public Builder categorical(String name, int[] codes, List<String> labels) {
      requireLength(name, codes.length);
      return categorical(name, i -> codes[i], labels);
    }

    /** Adds a categorical column whose code in a row is {@code code.applyAsInt(row)}. */
    public Builder categorical(String name, IntUnaryOperator code, List<String> labels) {
      int[] codes = new int[observations];
      for (int i = 0; i < observations; i++) {
        codes[i] = code.applyAsInt(i);
        if (codes[i] < -1 || codes[i] >= labels.size()) {
          throw new IllegalArgumentException(
              "code %d of column %s has no label".formatted(codes[i], name));
        }
      }
      return add(name, new Column.Categories(codes, List.copyOf(labels)));
    }

    /** Adds a categorical column of texts. */
    public Builder categorical(String name, List<String> values) {
      requireLength(name, values.size());
      Map<String, Integer> seen = new LinkedHashMap<>();
      int[] codes = new int[observations];
      for (int i = 0; i < observations; i++) {
        codes[i] = seen.computeIfAbsent(values.get(i), value -> seen.size());
      }
      return add(name, new Column.Categories(codes, new ArrayList<>(seen.keySet())));
    }

    /**
     * Lets messages tell rows by a column or by cells {@code a^b}, for a piece of a panel in which
     * the number of a row says nothing.
     */
    public Builder namingRowsBy(String effect) {
      place = effect;
      return this;
    }

    /** The panel. */
    public Panel build() {
      return new Panel(observations, new LinkedHashMap<>(columns), place);
    }

    private Builder add(String name, Column column) {
      if (columns.putIfAbsent(name, column) != null) {
        throw new IllegalArgumentException("two columns named " + name);
      }
      return this;
    }

    private void requireLength(String name, int length) {
      if (length != observations) {
        throw new IllegalArgumentException(
            "column %s has %d values for %d rows".formatted(name, length, observations));
      }
    }
  }
}
