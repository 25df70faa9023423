package id.dampak.estimate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The levels of an effect that occur in a sample, with the labels of the parts of its cells. */
final class LocalLevels {
  /** Rows that show which parts of cells stay the same within a group. */
  private static final int LOOKED_AT = 100_000;

  private final int[] codes;
  private final List<List<String>> labels;
  private final int parts;

  private LocalLevels(int[] codes, List<List<String>> labels, int parts) {
    this.codes = codes;
    this.labels = labels;
    this.parts = parts;
  }

  static LocalLevels of(Panel panel, Sample sample, String effect) {
    int[] codes = sample.codes(effect);
    int[] rows = sample.isWhole() ? new int[0] : sample.rows();
    int[] firstRow = new int[sample.coded(effect).levels()];
    Arrays.fill(firstRow, -1);
    int left = firstRow.length;
    for (int i = 0; i < codes.length && left > 0; i++) {
      if (firstRow[codes[i]] < 0) {
        firstRow[codes[i]] = rows.length == 0 ? i : rows[i];
        left--;
      }
    }
    List<String> parts = Terms.columnsOf(effect);
    List<List<String>> labels =
        IntStream.of(firstRow)
            .mapToObj(
                row ->
                    row < 0
                        ? List.<String>of()
                        : parts.stream().map(part -> panel.label(part, row)).toList())
            .toList();
    return new LocalLevels(codes, labels, parts.size());
  }

  /** The same for some rows of the sample, among which every level occurs. */
  LocalLevels at(int[] rows) {
    return new LocalLevels(Arrays.stream(rows).map(i -> codes[i]).toArray(), labels, parts);
  }

  /** The level of each row of the sample; the array itself. */
  int[] codes() {
    return codes;
  }

  /** The labels of each level by code; none for one that does not occur. */
  List<List<String>> labels() {
    return labels;
  }

  /** Codes of the levels that occur. */
  int[] occurring() {
    return IntStream.range(0, labels.size()).filter(code -> !labels.get(code).isEmpty()).toArray();
  }

  /** How often each part of the cells changes within a group of the first rows. */
  long[] changes(int[] groups) {
    long[] changes = new long[parts];
    for (int i = 1; i < Math.min(codes.length, LOOKED_AT); i++) {
      if (groups[i] == groups[i - 1] && codes[i] != codes[i - 1]) {
        List<String> before = labels.get(codes[i - 1]);
        List<String> after = labels.get(codes[i]);
        for (int part = 0; part < parts; part++) {
          changes[part] += before.get(part).equals(after.get(part)) ? 0 : 1;
        }
      }
    }
    return changes;
  }

  /** The codes of all rows once the code {@code c} is called {@code places[c]}. */
  int[] renumbered(int[] places) {
    int[] renumbered = new int[codes.length];
    for (int i = 0; i < codes.length; i++) {
      renumbered[i] = places[codes[i]];
    }
    return renumbered;
  }

  /** Places of the levels that occur in the order that keeps groups together; −1 for the others. */
  int[] ordered(int[] groups) {
    Comparator<List<String>> order = LevelOrder.of(changes(groups));
    int[] places = new int[labels.size()];
    Arrays.fill(places, -1);
    int[] sorted =
        Arrays.stream(occurring())
            .boxed()
            .sorted((a, b) -> order.compare(labels.get(a), labels.get(b)))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int place = 0; place < sorted.length; place++) {
      places[sorted[place]] = place;
    }
    return places;
  }
}
