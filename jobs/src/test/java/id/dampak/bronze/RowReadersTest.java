package id.dampak.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.study.Input.Format;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file is, is told from its bytes; its name may say anything. */
class RowReadersTest {
  private static final String TABLE = "a,b,c\n1,x,\n2,,z\n";

  @TempDir Path folder;

  @Test
  void oneTableGivesTheSameRowsHoweverItIsPacked() throws IOException {
    List<LandedRow> plain = rows(Files.writeString(folder.resolve("plain.xlsx"), TABLE), ',');
    assertThat(plain).extracting(LandedRow::defect).containsOnly(java.util.Optional.empty());
    Path gzip = folder.resolve("gzip.csv");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      out.write(TABLE.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    Path zip = folder.resolve("zip.csv");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("folder/plain.csv"));
      out.write(TABLE.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    Path semicolons = Files.writeString(folder.resolve("semicolons.csv"), TABLE.replace(',', ';'));
    Path book =
        new ExcelFile()
            .sheet(
                row("a", "b", "c")
                    + "<row><c><v>1</v></c><c t=\"str\"><v>x</v></c></row>"
                    + "<row><c><v>2</v></c><c/><c t=\"str\"><v>z</v></c></row>")
            .write(folder.resolve("book.csv"));
    assertThat(rows(gzip, ',')).isEqualTo(plain);
    assertThat(rows(zip, ',')).isEqualTo(plain);
    assertThat(rows(semicolons, ';')).isEqualTo(plain);
    assertThat(rows(book, ',')).isEqualTo(plain);
  }

  @Test
  void aWorkbookMayHaveColumnsWithoutAName() {
    Path book =
        new ExcelFile()
            .sheet(row("a", "", "c") + row("1", "2", "3", "4"))
            .write(folder.resolve("book.xlsx"));
    LandedRow row = rows(book, ',').get(0);
    assertThat(row.fields())
        .containsExactly(
            java.util.Map.entry("a", "1"),
            java.util.Map.entry("_extra_2", "2"),
            java.util.Map.entry("c", "3"),
            java.util.Map.entry("_extra_4", "4"));
    assertThat(row.defect()).contains("the row has 4 fields, but the header has 3");
  }

  @Test
  void textsAreReadFromTablesAndFromJson() throws IOException {
    Path table = Files.writeString(folder.resolve("a"), "content_id,text,label\n1,halo,0\n");
    Path lines =
        Files.writeString(folder.resolve("b"), "\n {\"content_id\":1,\"text\":\"halo\"}\n");
    assertThat(read(Format.TEXTS, table, ',').get(0).fields())
        .isEqualTo(java.util.Map.of("id", "1", "text", "halo", "level", "0"));
    assertThat(read(Format.TEXTS, lines, ',').get(0).fields())
        .isEqualTo(java.util.Map.of("id", "1", "text", "halo"));
  }

  private static String row(String... texts) {
    StringBuilder row = new StringBuilder("<row>");
    for (String text : texts) {
      row.append(text.isEmpty() ? "<c/>" : "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>");
    }
    return row.append("</row>").toString();
  }

  private static List<LandedRow> rows(Path path, char delimiter) {
    return read(Format.CSV, path, delimiter);
  }

  private static List<LandedRow> read(Format format, Path path, char delimiter) {
    SourceFile file = SourceFile.expand("orders", List.of(path)).get(0);
    try (RowReader rows = new RowReaders(format, "", delimiter).open(file)) {
      List<LandedRow> all = new ArrayList<>();
      rows.forEachRemaining(all::add);
      return all;
    }
  }
}
