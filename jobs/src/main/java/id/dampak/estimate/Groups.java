package id.dampak.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** The groups of a heterogeneous study, in order of their labels; one group without any. */
final class Groups {
  private final int[] codes;
  private final int[] orderOfCode;

  private Groups(int[] codes, int[] orderOfCode) {
    this.codes = codes;
    this.orderOfCode = orderOfCode;
  }

  /** The groups of a panel, numbered by their place among {@code labels}. */
  static Groups of(ExposureEventStudy study, List<String> labels, Panel panel) {
    if (study.by().isEmpty()) {
      return new Groups(new int[panel.observations()], new int[1]);
    }
    String by = study.by().get();
    Column.Coded coded = panel.coded(by);
    int[] orderOfCode = new int[coded.levels()];
    Arrays.fill(orderOfCode, -1);
    for (int row = 0; row < panel.observations(); row++) {
      int code = coded.codes()[row];
      if (code >= 0 && orderOfCode[code] < 0) {
        orderOfCode[code] = labels.indexOf(panel.label(by, row));
      }
    }
    return new Groups(coded.codes(), orderOfCode);
  }

  /** The labels that occur in {@code rows}, in order. */
  static List<String> labels(ExposureEventStudy study, Panel panel, int[] rows) {
    if (study.by().isEmpty()) {
      return List.of(EventPath.ALL);
    }
    String by = study.by().get();
    Column.Coded coded = panel.coded(by);
    boolean[] seen = new boolean[coded.levels()];
    TreeSet<String> labels = new TreeSet<>();
    for (int row : rows) {
      if (!seen[coded.codes()[row]]) {
        seen[coded.codes()[row]] = true;
        labels.add(panel.label(by, row));
      }
    }
    return List.copyOf(labels);
  }

  /** Place of the group of a row of the panel among the labels. */
  int at(int row) {
    return orderOfCode[codes[row]];
  }
}
