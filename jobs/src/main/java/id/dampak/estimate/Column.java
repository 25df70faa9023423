package id.dampak.estimate;

import id.dampak.linalg.Factor;
import id.dampak.linalg.LongCodes;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A column of a panel. */
sealed interface Column {

  /** The value in {@code row} as text. */
  String label(int row);

  /** The categories of the column; the distinct values of a numeric one are its categories. */
  Coded coded();

  /** The values of the given rows, in that order. */
  Column at(int[] rows);

  /**
   * Numbers, NaN where missing.
   *
   * @param values the numbers; not copied
   * @param finite whether none is missing or infinite, which is found out once for all who ask
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never shown
  record Numbers(double[] values, boolean finite) implements Column {
    static Numbers of(double[] values) {
      double sum = 0;
      for (double value : values) {
        // 0 for a finite number, NaN for any other.
        sum += value * 0;
      }
      return new Numbers(values, sum == 0);
    }

    @Override
    public String label(int row) {
      double value = values[row];
      return value == Math.rint(value) && Math.abs(value) < 1e15
          ? Long.toString((long) value)
          : Double.toString(value);
    }

    @Override
    public Column at(int[] rows) {
      return of(Arrays.stream(rows).mapToDouble(row -> values[row]).toArray());
    }

    @Override
    public Coded coded() {
      LongCodes distinct = new LongCodes(1024);
      int[] codes = new int[values.length];
      for (int i = 0; i < codes.length; i++) {
        // Adding 0.0 turns -0.0 into 0.0, which is the same category.
        codes[i] =
            Double.isNaN(values[i])
                ? -1
                : distinct.codeOf(Double.doubleToLongBits(values[i] + 0.0));
      }
      return new Coded(codes, distinct.size());
    }
  }

  /** Codes into labels, -1 where missing. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never shown
  record Categories(int[] codes, List<String> labels) implements Column {
    private static final Pattern NUMBER = Pattern.compile("\\s*[-+]?[0-9.]+([eE][-+]?[0-9]+)?\\s*");

    @Override
    public String label(int row) {
      return codes[row] < 0 ? "missing" : labels.get(codes[row]);
    }

    /** A label that shows why these are no numbers: the first that is none, if one is. */
    String example() {
      return labels.stream()
          .filter(label -> !NUMBER.matcher(label).matches())
          .findFirst()
          .orElseGet(() -> labels.isEmpty() ? "" : labels.get(0));
    }

    @Override
    public Column at(int[] rows) {
      return new Categories(Arrays.stream(rows).map(row -> codes[row]).toArray(), labels);
    }

    @Override
    public Coded coded() {
      return new Coded(codes, labels.size());
    }
  }

  /** Codes of categories, -1 where missing, and the number of categories. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never shown
  record Coded(int[] codes, int levels) {
    /** The categories of the observations {@code rows}, renumbered so that each one occurs. */
    Factor at(int[] rows) {
      return Factor.compact(codes, levels, rows);
    }
  }
}
