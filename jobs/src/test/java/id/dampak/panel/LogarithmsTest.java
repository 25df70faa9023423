package id.dampak.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dampak.error.DampakException;
import id.dampak.estimate.Panel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogarithmsTest {
  @TempDir Path folder;

  @Test
  void aLogarithmIsMadeOfItsColumnAndMissingWhereThatIs() throws IOException {
    Panel panel = read("shop,sales\n1,1\n2,\n3,10\n", Set.of("log(sales)", "sales"));

    assertThat(panel.number("log(sales)", 0)).isZero();
    assertThat(panel.number("log(sales)", 1)).isNaN();
    assertThat(panel.number("log(sales)", 2)).isEqualTo(Math.log(10));
    assertThat(panel.number("sales", 2)).isEqualTo(10);
  }

  @Test
  void onlyWhatWasAskedForIsRead() throws IOException {
    assertThat(read("shop,sales\n1,1\n", Set.of("log(sales)")).columns())
        .isEqualTo(List.of("sales", "log(sales)"));
  }

  @Test
  void aNumberWithoutALogarithmIsNamed() {
    assertThatThrownBy(() -> read("sales\n1\n0\n", Set.of("log(sales)")))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("log(sales) is not defined in row 2")
        .hasMessageContaining("0.0");
  }

  @Test
  void aTextHasNone() {
    assertThatThrownBy(() -> read("sales\nmany\n", Set.of("log(sales)")))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("\"sales\" is not numeric");
  }

  private Panel read(String text, Set<String> columns) throws IOException {
    Path file = Files.writeString(folder.resolve("table.csv"), text);
    return TableFile.read(file, new Columns(columns, Set.of()), Delimiter.COMMA);
  }
}
