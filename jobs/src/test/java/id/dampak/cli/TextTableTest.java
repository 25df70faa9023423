package id.dampak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    TextTable table = new TextTable(List.of("term", "x"));
    table.add(List.of("a", "12.5"));
    table.add(List.of("longer", ""));

    assertThat(printed(table))
        .containsExactly("term    x", "──────  ────", "a       12.5", "longer");
  }

  @Test
  void aTableWithoutRowsHasItsHeader() {
    assertThat(printed(new TextTable(List.of("term", "x")))).containsExactly("term  x", "────  ─");
  }

  private static List<String> printed(TextTable table) {
    StringWriter out = new StringWriter();
    table.print(new PrintWriter(out));
    return out.toString().lines().toList();
  }
}
