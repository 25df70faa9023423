package id.dampak.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dampak.error.DampakException;
import id.dampak.estimate.Panel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFileTest {
  @TempDir Path folder;

  private static final String SALES =
      """
      shop,day,sales,note
      007,1,12.5,"a, b"
      007,2,,c
      12,1,-3e2,NA
      """;

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private Path write(String name, String content) throws IOException {
    return write(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] gzipped(String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static Panel read(Path file, String... names) {
    return TableFile.read(file, new Columns(Set.of(names), Set.of("shop")), Delimiter.COMMA);
  }

  @Test
  void numbersAreNumbersTextsAreCategoriesAndIdentifiersKeepTheirZeros() throws IOException {
    Panel panel = read(write("sales.csv", SALES), "shop", "sales", "note");
    assertThat(panel.columns()).containsExactly("shop", "sales", "note");
    assertThat(panel.label("shop", 0)).isEqualTo("007");
    assertThat(panel.number("sales", 0)).isEqualTo(12.5);
    assertThat(panel.number("sales", 1)).isNaN();
    assertThat(panel.number("sales", 2)).isEqualTo(-300);
    assertThat(panel.label("note", 0)).isEqualTo("a, b");
    assertThat(panel.label("note", 2)).isEqualTo("missing");
  }

  @Test
  void aColumnThatTurnsToTextLateKeepsTheTextOfItsEarlyNumbers() throws IOException {
    Panel panel = read(write("late.csv", "code\n01\n1\nA1\n"), "code");
    assertThat(panel.isNumeric("code")).isFalse();
    assertThat(panel.label("code", 0)).isEqualTo("01");
    assertThat(panel.label("code", 1)).isEqualTo("1");
  }

  @Test
  void numbersAreParsedToTheLastBit() throws IOException {
    String[] numbers = {
      "0.1",
      "123456789.123456789",
      "-0.000001234",
      "9007199254740993",
      "1e-310",
      "1.7976931348623157E308",
      "0.30000000000000004",
      "42",
      "+7",
      "5.",
      ".5",
      "00012.50",
      "1234567890123456789012"
    };
    Panel panel = read(write("n.csv", "x\n" + String.join("\n", numbers) + "\n"), "x");
    for (int i = 0; i < numbers.length; i++) {
      assertThat(panel.number("x", i)).isEqualTo(Double.parseDouble(numbers[i]));
    }
  }

  @Test
  void whatOnlyTheJdkTakesForANumberIsText() throws IOException {
    for (String text : new String[] {"1d", "0x1p3", "1e", "--1", "1.2.3", "1e+", "-"}) {
      assertThat(read(write("t.csv", "x\n" + text + "\n"), "x").isNumeric("x")).isFalse();
    }
  }

  @Test
  void gzipIsKnownByItsBytesAndAByteOrderMarkIsNoPartOfAName() throws IOException {
    Panel panel = read(write("sales.data", gzipped("\uFEFF" + SALES)), "shop", "day");
    assertThat(panel.observations()).isEqualTo(3);
    assertThat(panel.number("day", 1)).isEqualTo(2);
  }

  @Test
  void otherDelimitersAreDeclared() throws IOException {
    Path file = write("s.csv", SALES.replace(",", ";"));
    Columns day = new Columns(Set.of("day"), Set.of());
    assertThat(TableFile.read(file, day, Delimiter.SEMICOLON).number("day", 1)).isEqualTo(2);
    refuses(file, "right delimiter", "day");
  }

  @Test
  void brokenFilesAreRefusedWithTheReason() throws IOException {
    byte[] gzip = gzipped(SALES.repeat(50));
    refuses(write("cut.gz", Arrays.copyOf(gzip, gzip.length - 9)), "cut short", "day");
    refuses(write("empty.csv", ""), "is empty", "day");
    refuses(write("header.csv", "shop,day\n"), "is empty", "day");
    refuses(write("sales.csv", SALES), "shop, day, sales, note", "price");
    refuses(write("ragged.csv", "a,b\n1,2\n3\n"), "Line 3", "a");
    refuses(write("twice.csv", "a,a\n1,2\n"), "stands twice", "a");
    refuses(folder.resolve("none.csv"), "no readable file", "a");
    refuses(write("cut.parquet", "PAR1abc"), "cut short", "a");
  }

  private static void refuses(Path file, String reason, String column) {
    assertThatThrownBy(() -> read(file, column))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void parquetGivesTheSamePanel() throws IOException {
    MessageType schema =
        MessageTypeParser.parseMessageType(
            """
            message sales {
              required int64 shop; optional double sales; required int32 price (DECIMAL(9,2));
              optional binary note (STRING); required boolean live;
            }
            """);
    Path file = folder.resolve("sales.parquet");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withType(schema)
            .build()) {
      SimpleGroupFactory rows = new SimpleGroupFactory(schema);
      writer.write(
          rows.newGroup()
              .append("shop", 7L)
              .append("sales", 1.5)
              .append("price", 1999)
              .append("note", "a")
              .append("live", true));
      writer.write(rows.newGroup().append("shop", 8L).append("price", -5).append("live", false));
    }
    Panel panel = read(file, "shop", "sales", "price", "note", "live");
    assertThat(panel.label("shop", 1)).isEqualTo("8");
    assertThat(panel.number("sales", 0)).isEqualTo(1.5);
    assertThat(panel.number("sales", 1)).isNaN();
    assertThat(panel.number("price", 0)).isEqualTo(19.99);
    assertThat(panel.label("note", 1)).isEqualTo("missing");
    assertThat(panel.number("live", 0)).isEqualTo(1);
    refuses(file, "shop, sales, price, note, live", "absent");
  }

  @Test
  void aCompressedFileThatExpandsBeyondReasonIsRefused() throws IOException {
    Path bomb = folder.resolve("bomb.csv.gz");
    byte[] row = ("7,1,1," + "z".repeat(1 << 16) + "\n").getBytes(StandardCharsets.UTF_8);
    try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      gzip.write("shop,day,sales,note\n".getBytes(StandardCharsets.UTF_8));
      for (long size = 0; size < 300L << 20; size += row.length) {
        gzip.write(row);
      }
    }
    assertThatThrownBy(() -> read(bomb, "shop", "sales"))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("they expand to more than 268,435,456 bytes");
  }
}
