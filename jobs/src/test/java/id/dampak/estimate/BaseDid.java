package id.dampak.estimate;

import java.util.stream.IntStream;

/** The unbalanced variant of the {@code base_did} case, made as the case describes it. */
final class BaseDid {
  private BaseDid() {}

  static Panel unbalanced(Panel panel) {
    int[] rows = IntStream.range(0, panel.observations()).filter(i -> stays(panel, i)).toArray();
    Panel.Builder unbalanced = Panel.ofRows(rows.length);
    for (String column : panel.columns()) {
      unbalanced.numeric(column, i -> panel.number(column, rows[i]));
    }
    return unbalanced.build();
  }

  private static boolean stays(Panel panel, int row) {
    double id = panel.number("id", row);
    double period = panel.number("period", row);
    return !(id % 7 == 3 && period > 4) && !(id % 11 == 5 && period != 2);
  }
}
