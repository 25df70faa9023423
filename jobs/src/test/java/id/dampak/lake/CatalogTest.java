package id.dampak.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dampak.Rows;
import id.dampak.SharedSpark;
import id.dampak.contract.Quality;
import id.dampak.contract.Unit;
import id.dampak.error.DampakException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("spark")
class CatalogTest {
  @TempDir static Path folder;
  private static Lake lake = new Lake(SharedSpark.session(), Path.of("unset"));

  @BeforeAll
  static void fill() {
    lake = new Lake(SharedSpark.session(), folder.resolve("it's a lake"));
    Slice slice = new Slice(Quality.STUDY, "test-study");
    lake.replace(Quality.TABLE, slice, Rows.of(Quality.TABLE, "rule | finding", "r | first"));
    lake.replace(Quality.TABLE, slice, Rows.of(Quality.TABLE, "rule | finding", "r | second"));
    lake.append(Unit.TABLE, Rows.of(Unit.TABLE, "unit_id", "a", "b"));
  }

  @Test
  void tablesAnswerByTheirNameInAnyCaseAndQuoting() {
    assertThat(answer("SELECT finding FROM ops.quality")).containsExactly("second");
    assertThat(answer("select FINDING from OPS . `Quality`")).containsExactly("second");
    assertThat(answer("SELECT q.finding FROM `ops`.`quality` AS q")).containsExactly("second");
    assertThat(
            answer(
                "WITH u AS (SELECT * FROM gold.unit) SELECT unit_id FROM u"
                    + " WHERE study IN (SELECT study FROM ops.quality) ORDER BY 1"))
        .containsExactly("a", "b");
  }

  @Test
  void aTableIsReadAsItWas() {
    // Version 0 created it, 1 and 2 wrote the two rows.
    assertThat(answer("SELECT finding FROM ops.quality", "1")).containsExactly("first");
    assertThat(answer("SELECT finding FROM ops.quality", "0")).isEmpty();
    String written =
        SharedSpark.session()
            .sql("DESCRIBE HISTORY delta.`" + lake.path(Quality.TABLE) + "`")
            .filter("version = 1")
            .selectExpr("CAST(timestamp AS STRING)")
            .collectAsList()
            .get(0)
            .getString(0);
    assertThat(answer("SELECT finding FROM ops.quality", written)).containsExactly("first");
    assertThat(answer("SELECT finding FROM ops.quality")).containsExactly("second");
  }

  @Test
  void aVersionThatATableNeverHadIsAnError() {
    assertThatThrownBy(() -> answer("SELECT * FROM ops.quality", "99"))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("ops.quality cannot be read as of 99");
    assertThatThrownBy(() -> answer("SELECT * FROM ops.quality", "last Tuesday"))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("last Tuesday");
  }

  @Test
  void aVersionWhoseFilesAreGoneSaysWhichItLacks(@TempDir Path other) throws IOException {
    Lake vacuumed = new Lake(SharedSpark.session(), other);
    vacuumed.append(Unit.TABLE, Rows.of(Unit.TABLE, "unit_id", "a"));
    Path file = TimeTravel.files(vacuumed.read(Unit.TABLE)).get(0);
    vacuumed.replaceAll(Unit.TABLE, Rows.of(Unit.TABLE, "unit_id", "b"));
    Files.delete(file);
    assertThatThrownBy(
            () -> new Catalog(vacuumed).query("SELECT * FROM gold.unit", Optional.of("1")))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("gold.unit cannot be read as of 1")
        .hasMessageContaining("lacks 1 of its 1 files, such as " + file.getFileName());
  }

  @Test
  void aTextThatLooksLikeATableIsAText() {
    assertThat(answer("SELECT 'gold.nothing' FROM ops.quality -- as in gold.other"))
        .containsExactly("gold.nothing");
    assertThat(answer("SELECT gold.unit_id FROM gold.unit AS gold ORDER BY 1"))
        .containsExactly("a", "b");
  }

  @Test
  void aTableThatIsNotThereIsNamedWithThoseThatAre() {
    assertThatThrownBy(() -> answer("SELECT * FROM gold.untis"))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("no table gold.untis")
        .hasMessageContaining("ops.quality");
    assertThatThrownBy(() -> answer("SELECT * FROM gold.estimate"))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("no table gold.estimate");
  }

  @Test
  void anEmptyLakeSaysSoEvenAfterAFullOneWasAsked(@TempDir Path other) {
    assertThat(answer("SELECT finding FROM ops.quality")).isNotEmpty();
    Catalog empty = new Catalog(new Lake(SharedSpark.session(), other));
    assertThatThrownBy(() -> empty.query("SELECT * FROM ops.quality", Optional.empty()))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("dampak run");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE gold.mine AS SELECT 1 AS n",
        "INSERT INTO gold.unit SELECT * FROM gold.unit",
        "WITH a AS (SELECT 1) INSERT INTO gold.unit SELECT * FROM gold.unit",
        "DELETE FROM gold.unit",
        "DROP TABLE gold.unit"
      })
  void whatIsNoQueryIsRefused(String statement) {
    assertThatThrownBy(() -> answer(statement))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("not a query");
  }

  @Test
  void aQueryThatCannotBeReadIsTheUsersError() {
    assertThatThrownBy(() -> answer("SELEC finding FROM ops.quality"))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("The query cannot be run");
    assertThatThrownBy(() -> answer("SELECT findings FROM ops.quality"))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("finding");
  }

  private static List<String> answer(String sql) {
    return answer(sql, Optional.empty());
  }

  private static List<String> answer(String sql, String asOf) {
    return answer(sql, Optional.of(asOf));
  }

  private static List<String> answer(String sql, Optional<String> asOf) {
    return new Catalog(lake)
        .query(sql, asOf).collectAsList().stream().map((Row row) -> row.getString(0)).toList();
  }
}
