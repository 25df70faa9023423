package id.dampak.bronze;

import static id.dampak.Conformance.assertConforms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dampak.Rows;
import id.dampak.SharedSpark;
import id.dampak.StudyText;
import id.dampak.contract.Landed;
import id.dampak.error.DampakException;
import id.dampak.study.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("spark")
class LandingTest {
  @TempDir Path folder;

  @Test
  void everyRowKeepsItsTextAndItsPlace() throws IOException {
    Path one =
        Files.writeString(
            folder.resolve("b one.csv"), "\uFEFFa,b\r\n1,\"x, \"\"y\"\"\nz\"\r\n\r\n2,\r\n");
    Path two = Files.writeString(folder.resolve("a.csv"), "b,a\n4,3");
    Dataset<Row> landed = landed(Input.Format.CSV, one, two);
    assertConforms(Landed.TRANSACTION, landed);
    assertThat(Rows.texts(landed, "input", "source_file", "source_row", "fields", "defect"))
        .isEqualTo(
            List.of(
                "orders | a.csv | 1 | {b -> 4, a -> 3} | null",
                "orders | b one.csv | 1 | {a -> 1, b -> x, \"y\"\nz} | null",
                "orders | b one.csv | 2 | {a -> 2, b -> } | null"));
  }

  @Test
  void aRowOfAnotherLengthThanTheHeaderLandsWithItsDefect() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "a,b\n1\n1,2,3\n1,2\n");
    assertThat(Rows.texts(landed(Input.Format.CSV, file), "source_row", "fields", "defect"))
        .isEqualTo(
            List.of(
                "1 | {a -> 1} | the row has 1 fields, but the header has 2",
                "2 | {a -> 1, b -> 2, _extra_3 -> 3} | the row has 3 fields, but the header has 2",
                "3 | {a -> 1, b -> 2} | null"));
  }

  @Test
  void pointsInTimeFromParquetKeepTheirOffset() {
    Path file = folder.resolve("orders.parquet");
    SharedSpark.session()
        .sql(
            "SELECT TIMESTAMP '2025-08-30 13:40:00Z' AS at, TIMESTAMP_NTZ '2025-08-30 20:40:00' AS"
                + " clock, 1.5D AS amount, CAST(NULL AS STRING) AS extra")
        .coalesce(1)
        .write()
        .parquet(file.toString());
    Path part = only(file);
    Dataset<Row> landed = landed(Input.Format.PARQUET, part);
    assertConforms(Landed.TRANSACTION, landed);
    assertThat(Rows.texts(landed, "source_row", "fields"))
        .isEqualTo(
            List.of(
                "1 | {at -> 2025-08-30 13:40:00.000000Z, clock -> 2025-08-30 20:40:00, amount ->"
                    + " 1.5, extra -> null}"));
  }

  @Test
  void whatIsDeclaredAsParquetMustBeAllOfAParquetFile() throws IOException {
    Path text = Files.writeString(folder.resolve("text.parquet"), "a,b,c,d\n1,2,3,4\n");
    assertThatThrownBy(() -> landed(Input.Format.PARQUET, text))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("text.parquet does not start as one");
    SharedSpark.session().range(100).coalesce(1).write().parquet(folder.resolve("n").toString());
    byte[] whole = Files.readAllBytes(only(folder.resolve("n")));
    Path cut =
        Files.write(
            folder.resolve("cut.parquet"), java.util.Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> landed(Input.Format.PARQUET, cut))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("cut.parquet is cut off");
  }

  @Test
  void aColumnThatTheStudyNeedsMustBeInEveryFile() throws IOException {
    Path one = Files.writeString(folder.resolve("one.csv"), "a,b\n1,2\n");
    Path two = Files.writeString(folder.resolve("two.csv"), "a,c\n1,2\n");
    Landing landing = landing();
    assertThat(landing.inspect(input(Input.Format.CSV), files(one).get(0), Map.of("b", "amount")))
        .isEmpty();
    assertThatThrownBy(
            () ->
                landing.inspect(input(Input.Format.CSV), files(two).get(0), Map.of("b", "amount")))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("lacks the column \"b\"")
        .hasMessageContaining("The field amount needs it")
        .hasMessageContaining("two.csv has a, c");
  }

  @Test
  void filesAreFoundByGlobInTheOrderOfTheirNamesEachOnce() throws IOException {
    Files.writeString(folder.resolve("b.csv"), "a\n");
    Files.writeString(folder.resolve("a.csv"), "a\n");
    Files.writeString(folder.resolve("c.txt"), "a\n");
    assertThat(files(folder.resolve("*.csv"), folder.resolve("a.csv")))
        .extracting(SourceFile::name)
        .containsExactly("a.csv", "b.csv");
  }

  @Test
  void twoFilesOfOneNameCannotBeToldApart() throws IOException {
    Path one = Files.createDirectory(folder.resolve("2024")).resolve("orders.csv");
    Path two = Files.createDirectory(folder.resolve("2025")).resolve("orders.csv");
    Files.writeString(one, "a\n1\n");
    Files.writeString(two, "a\n1\n");
    assertThatThrownBy(() -> files(one, two))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("same name");
  }

  private Dataset<Row> landed(Input.Format format, Path... paths) {
    files(paths).forEach(file -> landing().inspect(input(format), file, Map.of()));
    return landing().rows(input(format), files(paths));
  }

  private static Landing landing() {
    return new Landing(SharedSpark.session(), "test-study", Instant.EPOCH, Optional.empty());
  }

  private static List<SourceFile> files(Path... paths) {
    return SourceFile.expand("orders", List.of(paths));
  }

  private static Input input(Input.Format format) {
    String name = format.name().toLowerCase(java.util.Locale.ROOT);
    return StudyText.daily()
        .with("inputs", "{orders: {table: transaction, format: " + name + ", files: []}}")
        .read()
        .inputs()
        .get(0);
  }

  private static Path only(Path directory) {
    try (java.util.stream.Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".parquet")).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
