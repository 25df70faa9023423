package id.dampak.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The groups of a heterogeneous study, in order of their labels; one group without any. */
final class Groups {
  private final List<String> labels;
  private final int[] codes;
  private final int[] orderOfCode;

  private Groups(List<String> labels, int[] codes, int[] orderOfCode) {
    this.labels = labels;
    this.codes = codes;
    this.orderOfCode = orderOfCode;
  }

  static Groups of(ExposureEventStudy study, Panel panel, int[] rows) {
    if (study.by().isEmpty()) {
      return new Groups(List.of(EventPath.ALL), new int[panel.observations()], new int[1]);
    }
    String by = study.by().get();
    Column.Coded coded = panel.coded(by);
    int[] orderOfCode = new int[coded.levels()];
    Arrays.fill(orderOfCode, -1);
    Map<String, Integer> seen = new TreeMap<>();
    for (int row : rows) {
      int code = coded.codes()[row];
      if (orderOfCode[code] < 0) {
        orderOfCode[code] = 0;
        seen.put(panel.label(by, row), code);
      }
    }
    List<String> labels = new ArrayList<>(seen.keySet());
    seen.forEach((label, code) -> orderOfCode[code] = labels.indexOf(label));
    return new Groups(labels, coded.codes(), orderOfCode);
  }

  List<String> labels() {
    return labels;
  }

  /** Place of the group of a row of the panel among the labels. */
  int at(int row) {
    return orderOfCode[codes[row]];
  }
}
