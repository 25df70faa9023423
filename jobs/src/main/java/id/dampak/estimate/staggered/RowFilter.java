package id.dampak.estimate.staggered;

import id.dampak.estimate.Dropped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Rows that are still in, and how many went for what reason; a row goes for the first one only. */
final class RowFilter {
  private final boolean[] out;
  private final List<Dropped> dropped = new ArrayList<>();

  RowFilter(int rows, List<Dropped> before) {
    this.out = new boolean[rows];
    this.dropped.addAll(before);
  }

  /** Leaves out the rows for which {@code condition} holds; returns how many. */
  int leaveOut(String reason, IntPredicate condition) {
    int count = 0;
    for (int row = 0; row < out.length; row++) {
      if (!out[row] && condition.test(row)) {
        out[row] = true;
        count++;
      }
    }
    if (count > 0) {
      dropped.add(new Dropped(reason, count));
    }
    return count;
  }

  int size() {
    return out.length;
  }

  /** Rows that are in, ascending. */
  int[] rows() {
    return rows(row -> true);
  }

  /** Rows that are in and of some kind, ascending. */
  int[] rows(IntPredicate kind) {
    return IntStream.range(0, out.length).filter(row -> !out[row] && kind.test(row)).toArray();
  }

  List<Dropped> dropped() {
    return List.copyOf(dropped);
  }

  /** The reasons with their counts, for messages. */
  List<String> reasons() {
    return dropped.stream().map(d -> d.rows() + " rows: " + d.reason()).toList();
  }
}
