package id.dampak.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The levels of the smaller effect in a sample, numbered as {@link LevelOrder} has it. */
final class SampleLevels {
  /** Rows that show which parts of cells stay the same within a group. */
  private static final int LOOKED_AT = 100_000;

  private final Panel panel;
  private final String effect;
  private final int[] local;
  private final int[] firstRow;

  /**
   * Looks for the levels.
   *
   * @param local code of the level in each row of the sample
   * @param rowOf row of the panel for a row of the sample
   */
  private SampleLevels(Panel panel, String effect, int[] local, int[] firstRow) {
    this.panel = panel;
    this.effect = effect;
    this.local = local;
    this.firstRow = firstRow;
  }

  static SampleLevels of(Panel panel, Sample sample, String effect) {
    int[] local = sample.codes(effect);
    int[] rows = sample.isWhole() ? new int[0] : sample.rows();
    int[] firstRow = new int[sample.coded(effect).levels()];
    Arrays.fill(firstRow, -1);
    int left = firstRow.length;
    for (int i = 0; i < local.length && left > 0; i++) {
      if (firstRow[local[i]] < 0) {
        firstRow[local[i]] = rows.length == 0 ? i : rows[i];
        left--;
      }
    }
    return new SampleLevels(panel, effect, local, firstRow);
  }

  /** Number of levels. */
  int count() {
    return (int) Arrays.stream(firstRow).filter(row -> row >= 0).count();
  }

  /** The level of each row of the sample, in the order that keeps groups together. */
  int[] codes(int[] groups) {
    List<String> parts = Terms.columnsOf(effect);
    List<List<String>> labels = new ArrayList<>();
    int[] occurring =
        IntStream.range(0, firstRow.length).filter(code -> firstRow[code] >= 0).toArray();
    for (int code : occurring) {
      labels.add(parts.stream().map(part -> panel.label(part, firstRow[code])).toList());
    }
    Comparator<List<String>> order = LevelOrder.of(changes(parts.size(), labels, groups));
    int[] place = new int[firstRow.length];
    int[] sorted =
        IntStream.range(0, occurring.length)
            .boxed()
            .sorted((a, b) -> order.compare(labels.get(a), labels.get(b)))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int p = 0; p < sorted.length; p++) {
      place[occurring[sorted[p]]] = p;
    }
    int[] codes = new int[local.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = place[local[i]];
    }
    return codes;
  }

  private long[] changes(int parts, List<List<String>> labels, int[] groups) {
    long[] changes = new long[parts];
    int[] index = new int[firstRow.length];
    for (int code = 0, next = 0; code < index.length; code++) {
      index[code] = firstRow[code] < 0 ? -1 : next++;
    }
    for (int i = 1; i < Math.min(local.length, LOOKED_AT) && parts > 1; i++) {
      if (groups[i] == groups[i - 1] && local[i] != local[i - 1]) {
        List<String> before = labels.get(index[local[i - 1]]);
        List<String> after = labels.get(index[local[i]]);
        for (int part = 0; part < parts; part++) {
          changes[part] += before.get(part).equals(after.get(part)) ? 0 : 1;
        }
      }
    }
    return changes;
  }
}
