package id.dampak.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dampak.Rows;
import id.dampak.SharedSpark;
import id.dampak.contract.Episode;
import id.dampak.contract.Field;
import id.dampak.contract.Quality;
import id.dampak.contract.Suspension;
import id.dampak.contract.Table;
import id.dampak.contract.Tables;
import id.dampak.contract.Transaction;
import id.dampak.error.DampakException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("spark")
class LakeTest {
  private static final Slice A = new Slice(Quality.STUDY, "it's a");
  private static final Slice B = new Slice(Quality.STUDY, "b");

  @TempDir Path folder;

  @Test
  void aSliceIsReplacedAloneAndTheSameWriteAgainChangesNoRow() {
    Lake lake = lake();
    lake.replace(Quality.TABLE, A, findings("it's a | r1 | old", "it's a | r2 | old"));
    lake.replace(Quality.TABLE, B, findings("b | r1 | kept"));
    lake.replace(Quality.TABLE, A, findings("it's a | r1 | new"));
    assertThat(rows(lake)).isEqualTo(List.of("b | r1 | kept", "it's a | r1 | new"));
    lake.replace(Quality.TABLE, A, findings("it's a | r1 | new"));
    assertThat(rows(lake)).isEqualTo(List.of("b | r1 | kept", "it's a | r1 | new"));
    assertThat(Rows.texts(lake.read(Quality.TABLE, A), "finding")).isEqualTo(List.of("new"));
    // Created at version 0, then written four times.
    assertThat(lake.versions()).isEqualTo(Map.of("ops.quality", 4L));
  }

  @Test
  void aWriteThatFailsLeavesTheTableAsItWas() {
    Lake lake = lake();
    lake.replace(Quality.TABLE, A, findings("it's a | r1 | old"));
    long version = lake.version(Quality.TABLE);
    // A row of another slice among those of this one.
    assertThatThrownBy(
            () -> lake.replace(Quality.TABLE, A, findings("it's a | r1 | new", "b | r1 | stray")))
        .hasMessageContaining("DELTA_REPLACE_WHERE_MISMATCH");
    assertThat(rows(lake)).isEqualTo(List.of("it's a | r1 | old"));
    assertThat(lake.version(Quality.TABLE)).isEqualTo(version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"_delta_log", "_delta_log/_staged_commits"})
  void whatAWriterLeftThatWasCutBeforeItsFirstCommitIsNoTableYet(String left) throws IOException {
    Lake lake = lake();
    Files.createDirectories(lake.path(Quality.TABLE).resolve(left));

    lake.replace(Quality.TABLE, A, findings("it's a | r1 | new"));

    assertThat(rows(lake)).isEqualTo(List.of("it's a | r1 | new"));
  }

  @Test
  void aTableThatIsNotThereHasItsColumnsAndNoRows() {
    Lake lake = lake();
    assertThat(lake.has(Quality.TABLE)).isFalse();
    assertThat(lake.read(Quality.TABLE).columns())
        .isEqualTo(Quality.TABLE.fields().stream().map(Field::name).toArray(String[]::new));
    assertThat(lake.read(Quality.TABLE).isEmpty()).isTrue();
    assertThat(lake.versions()).isEmpty();
  }

  @Test
  void storageKeepsWhatTheContractSays() {
    Lake lake = lake();
    lake.append(Transaction.TABLE, sales("1 | 10 | completed"));
    Map<String, String> comments =
        lake
            .session()
            .sql("DESCRIBE TABLE delta.`" + lake.path(Transaction.TABLE) + "`")
            .collectAsList()
            .stream()
            .filter(row -> !row.isNullAt(2))
            .map(row -> Map.entry(row.getString(0), row.getString(2)))
            .distinct() // columns that make folders are told twice
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    Transaction.TABLE
        .fields()
        .forEach(field -> assertThat(comments).containsEntry(field.name(), field.doc()));
    Row detail =
        lake.session()
            .sql("DESCRIBE DETAIL delta.`" + lake.path(Transaction.TABLE) + "`")
            .collectAsList()
            .get(0);
    assertThat(detail.<String>getAs("description")).isEqualTo(Transaction.TABLE.doc());
    assertThat(detail.<String>getList(detail.fieldIndex("partitionColumns")))
        .containsExactly(Transaction.DATASET.name());
    assertThat(
            Arrays.stream(lake.read(Transaction.TABLE).schema().fields())
                .map(field -> field.dataType().catalogString()))
        .containsExactlyElementsOf(
            Transaction.TABLE.fields().stream()
                .map(field -> field.type().catalogString())
                .toList());
  }

  @Test
  void storageRefusesRowsThatBreakTheContract() {
    Lake lake = lake();
    lake.append(Transaction.TABLE, sales("1 | 10 | completed"));
    Dataset<Row> nobody =
        sales("2 | 10 | completed")
            .withColumn(
                Transaction.MERCHANT_ID.name(),
                org.apache.spark.sql.functions.lit(null).cast("string"));
    assertThatThrownBy(() -> lake.append(Transaction.TABLE, nobody))
        .hasStackTraceContaining("NOT NULL constraint violated for column: merchant_id");
    assertThatThrownBy(() -> lake.append(Transaction.TABLE, sales("2 | -1 | completed")))
        .hasStackTraceContaining("CHECK constraint amount_not_negative");
    assertThatThrownBy(() -> lake.append(Transaction.TABLE, sales("2 | 10 | lost")))
        .hasStackTraceContaining("CHECK constraint known_status");
    assertThat(Rows.texts(lake.read(Transaction.TABLE), "transaction_id")).isEqualTo(List.of("1"));

    String header = "suspension_id | started_at | ended_at | ended_precision | end_status | status";
    assertThatThrownBy(
            () ->
                lake.append(
                    Suspension.TABLE,
                    Rows.of(
                        Suspension.TABLE,
                        header,
                        "1 | 2025-09-02T06:00:00Z | 2025-08-30T13:40:00Z | day | ended |"
                            + " confirmed")))
        .hasStackTraceContaining("CHECK constraint ends_after_start");
    assertThatThrownBy(
            () ->
                lake.append(
                    Suspension.TABLE,
                    Rows.of(
                        Suspension.TABLE,
                        header,
                        "1 | 2025-08-30T13:40:00Z |  |  | ended | confirmed")))
        .hasStackTraceContaining("CHECK constraint ended_has_end");
    assertThat(lake.read(Suspension.TABLE).isEmpty()).isTrue();
  }

  @Test
  void everyCheckOfEveryTableIsAPredicateOverItsColumns() {
    for (Table table : Tables.ALL) {
      Dataset<Row> none = SharedSpark.session().createDataFrame(List.of(), table.schema());
      table
          .checks()
          .forEach(
              check ->
                  assertThat(none.filter(check.condition()).isEmpty()).as("%s", check).isTrue());
      assertThat(table.fields()).as("grain of %s", table).containsAll(table.grain());
    }
    assertThat(Tables.ALL).extracting(Table::id).doesNotHaveDuplicates();
  }

  @Test
  void aTableWithOtherColumnsIsNotWrittenTo() {
    Lake lake = lake();
    lake.session()
        .sql("SELECT 'x' AS study, 1 AS colour")
        .write()
        .format("delta")
        .mode(SaveMode.Append)
        .save(lake.path(Episode.TABLE).toString());
    assertThatThrownBy(
            () ->
                lake.replace(
                    Episode.TABLE,
                    new Slice(Episode.STUDY, "x"),
                    Rows.of(Episode.TABLE, "episode_id", "1")))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("gold.episode")
        .hasMessageContaining("[study, colour]")
        .hasMessageContaining("--lake");
  }

  private Lake lake() {
    return new Lake(SharedSpark.session(), folder.resolve("a lake"));
  }

  private static Dataset<Row> findings(String... lines) {
    return Rows.of(Quality.TABLE, "study | rule | finding", lines);
  }

  private static Dataset<Row> sales(String line) {
    return Rows.of(Transaction.TABLE, "transaction_id | amount | status", line);
  }

  private static List<String> rows(Lake lake) {
    return Rows.texts(lake.read(Quality.TABLE), "study", "rule", "finding");
  }
}
