package id.dampak.estimate.staggered;

import id.dampak.linalg.LongCodes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The cells of cohort and event time that occur, by event time, then cohort. */
final class CohortCells {
  /** The code of an observation that is in no cell. */
  static final int NONE = -1;

  private final List<Cell> cells;
  private final int[] codes;

  /**
   * A cohort in a period.
   *
   * @param start period g in which the cohort is first treated
   * @param relative period less g
   */
  record Cell(int start, int relative) {}

  private CohortCells(List<Cell> cells, int[] codes) {
    this.cells = cells;
    this.codes = codes;
  }

  /** The cells of those of {@code rows} for which {@code in} holds, none of them never treated. */
  static CohortCells of(Adoption adoption, int[] rows, IntPredicate in) {
    LongCodes keys = new LongCodes(1024);
    List<Cell> found = new ArrayList<>();
    int[] codes = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      codes[i] = NONE;
      if (in.test(rows[i])) {
        int start = adoption.start(rows[i]);
        int relative = adoption.relative(rows[i]);
        codes[i] = keys.codeOf((long) start << Integer.SIZE | (relative & 0xffffffffL));
        if (codes[i] == found.size()) {
          found.add(new Cell(start, relative));
        }
      }
    }
    int[] order =
        IntStream.range(0, found.size())
            .boxed()
            .sorted(
                Comparator.comparingInt((Integer c) -> found.get(c).relative())
                    .thenComparingInt(c -> found.get(c).start()))
            .mapToInt(c -> c)
            .toArray();
    int[] place = new int[order.length];
    for (int p = 0; p < order.length; p++) {
      place[order[p]] = p;
    }
    for (int i = 0; i < codes.length; i++) {
      codes[i] = codes[i] == NONE ? NONE : place[codes[i]];
    }
    return new CohortCells(IntStream.of(order).mapToObj(found::get).toList(), codes);
  }

  List<Cell> cells() {
    return cells;
  }

  int size() {
    return cells.size();
  }

  /** The cell of the i-th row, or {@link #NONE}. */
  int code(int i) {
    return codes[i];
  }

  /** A copy of the codes. */
  int[] codes() {
    return codes.clone();
  }
}
