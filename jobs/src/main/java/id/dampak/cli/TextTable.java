package id.dampak.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Columns of text, each as wide as its widest cell. */
final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();

  TextTable(List<String> header) {
    rows.add(header.stream().map(Printable::of).toList());
  }

  void add(List<String> cells) {
    rows.add(cells.stream().map(Printable::of).toList());
  }

  void print(PrintWriter out) {
    List<Integer> widths =
        IntStream.range(0, rows.get(0).size())
            .mapToObj(i -> rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
            .toList();
    for (int i = 0; i < rows.size(); i++) {
      out.println(line(rows.get(i), widths).stripTrailing());
      if (i == 0) {
        out.println(widths.stream().map("─"::repeat).collect(Collectors.joining("  ")));
      }
    }
    out.flush();
  }

  private static String line(List<String> cells, List<Integer> widths) {
    return IntStream.range(0, cells.size())
        .mapToObj(i -> cells.get(i) + " ".repeat(widths.get(i) - cells.get(i).length()))
        .collect(Collectors.joining("  "));
  }
}
