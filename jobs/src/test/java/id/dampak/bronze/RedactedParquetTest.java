package id.dampak.bronze;

import static id.dampak.Conformance.assertConforms;
import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.Rows;
import id.dampak.SharedSpark;
import id.dampak.StudyText;
import id.dampak.contract.Landed;
import id.dampak.privacy.Fate;
import id.dampak.privacy.PseudonymKey;
import id.dampak.privacy.Pseudonyms;
import id.dampak.privacy.Subject;
import id.dampak.study.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parquet files are read by Spark and not by a reader of ours: the same has to hold for them. */
@Tag("spark")
class RedactedParquetTest {
  private static final Pseudonyms PSEUDONYMS = new Pseudonyms(PseudonymKey.random());

  @TempDir Path folder;

  @Test
  void aParquetFileLandsWithoutPersonalColumnsAndWithPseudonyms() throws IOException {
    Landing landing =
        new Landing(SharedSpark.session(), "test-study", Instant.EPOCH, Optional.of(PSEUDONYMS));
    Dataset<Row> landed = rows(landing);

    assertConforms(Landed.TRANSACTION, landed);
    assertThat(Rows.texts(landed, "source_row", "fields"))
        .isEqualTo(
            List.of(
                "1 | {shop -> "
                    + PSEUDONYMS.of(Subject.MERCHANT, "toko")
                    + ", amount -> 5, parts -> {1}}",
                "2 | {shop -> null, amount -> 6, parts -> {2}}"));
    assertThat(landing.columns().get(0).of(Fate.DROPPED_BY_NAME)).containsExactly("telepon");
    assertThat(landing.columns().get(0).of(Fate.DROPPED_WITH_PARTS))
        .containsExactly("details", "people");
  }

  @Test
  void aDroppedColumnIsNotEvenRead() throws IOException {
    Landing landing =
        new Landing(SharedSpark.session(), "test-study", Instant.EPOCH, Optional.of(PSEUDONYMS));

    String plan = rows(landing).queryExecution().executedPlan().toString();

    assertThat(plan)
        .contains("ReadSchema: struct<shop")
        .doesNotContain("telepon", "details", "people");
  }

  private Dataset<Row> rows(Landing landing) throws IOException {
    List<SourceFile> files = file();
    files.forEach(file -> landing.inspect(input(), file, Map.of()));
    return landing.rows(input(), files);
  }

  private List<SourceFile> file() throws IOException {
    SharedSpark.session()
        .sql(
            "SELECT * FROM VALUES ('toko', 5, '0812', named_struct('phone', '0813'),"
                + " named_struct('n', 1), array(named_struct('alamat', 'x'))), (NULL, 6, '0814',"
                + " named_struct('phone', '0815'), named_struct('n', 2), array()) AS t(shop,"
                + " amount, telepon, details, parts, people)")
        .coalesce(1)
        .write()
        .parquet(folder.resolve("orders").toString());
    try (Stream<Path> files = Files.list(folder.resolve("orders"))) {
      Path part =
          files.filter(file -> file.toString().endsWith(".parquet")).findFirst().orElseThrow();
      return SourceFile.expand("orders", List.of(part));
    }
  }

  private static Input input() {
    return StudyText.daily()
        .with(
            "inputs",
            "{orders: {table: transaction, format: parquet, files: [], columns: {merchant_id:"
                + " shop}}}")
        .read()
        .inputs()
        .get(0);
  }
}
