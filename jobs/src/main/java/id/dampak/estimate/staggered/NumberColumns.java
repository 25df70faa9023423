package id.dampak.estimate.staggered;

import id.dampak.estimate.Dropped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;

/** Named numbers of things that are numbered from 0; NaN where one is missing. */
final class NumberColumns {
  private final int count;
  private final List<String> names = new ArrayList<>();
  private final List<IntToDoubleFunction> columns = new ArrayList<>();

  NumberColumns(int count) {
    this.count = count;
  }

  void add(String name, IntToDoubleFunction column) {
    names.add(name);
    columns.add(column);
  }

  double value(int column, int i) {
    return columns.get(column).applyAsDouble(i);
  }

  /**
   * Those that have all numbers, ascending. The others are reported under the first that they lack.
   *
   * @param rows how many rows of the panel one stands for
   */
  int[] complete(IntUnaryOperator rows, List<Dropped> dropped) {
    long[] lacking = new long[names.size()];
    int[] complete = new int[count];
    int found = 0;
    for (int i = 0; i < count; i++) {
      int column = firstMissing(i);
      if (column < lacking.length) {
        lacking[column] += rows.applyAsInt(i);
      } else {
        complete[found++] = i;
      }
    }
    for (int column = 0; column < lacking.length; column++) {
      if (lacking[column] > 0) {
        dropped.add(new Dropped(names.get(column) + " missing", lacking[column]));
      }
    }
    return Arrays.copyOf(complete, found);
  }

  private int firstMissing(int i) {
    int column = 0;
    while (column < columns.size() && !Double.isNaN(value(column, i))) {
      column++;
    }
    return column;
  }
}
