package id.dampak.estimate.staggered;

import id.dampak.estimate.Panel;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Panels made from panels. */
final class Rows {
  private Rows() {}

  /** A copy of numeric columns with one more. */
  static Panel with(Panel panel, String name, IntToDoubleFunction value) {
    Panel.Builder copy = Panel.ofRows(panel.observations());
    for (String column : panel.columns()) {
      copy.numeric(column, row -> panel.number(column, row));
    }
    return copy.numeric(name, value).build();
  }

  /** The parts of a term {@code t::k:cohort::g}: t, k and g. */
  static List<String> parts(String term) {
    return Pattern.compile(":+(cohort:+)?").splitAsStream(term).toList();
  }

  /** The rows in an order that mixes units and periods. */
  static Panel shuffled(Panel panel) {
    int n = panel.observations();
    List<Integer> rows =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingLong(i -> (i * 2654435761L) & 0xffffffffL))
            .toList();
    return panel.at(rows.stream().mapToInt(i -> i).toArray());
  }
}
