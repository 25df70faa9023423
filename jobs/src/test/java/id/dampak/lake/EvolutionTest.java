package id.dampak.lake;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampNTZType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dampak.SharedSpark;
import id.dampak.contract.Layer;
import id.dampak.contract.Quality;
import id.dampak.contract.Table;
import id.dampak.error.DampakException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table of two columns that the next version of the program declares otherwise. */
@Tag("spark")
class EvolutionTest {
  private static final Table FIRST =
      declared(
          table -> {
            table.key("shop", StringType, "Shop");
            table.required("sales", LongType, "Sales");
          });

  @TempDir Path folder;
  private Lake lake = new Lake(SharedSpark.session(), Path.of("unset"));

  @BeforeEach
  void aFirstVersionWroteARow() {
    lake = new Lake(SharedSpark.session(), folder.resolve("a lake"));
    append(FIRST, RowFactory.create("a", 10L));
  }

  @Test
  void aNewColumnComesWhereItIsDeclaredAndOldRowsLackIt() {
    Table second =
        declared(
            table -> {
              table.key("shop", StringType, "Shop");
              table.optional("city", StringType, "It's a city; null where unknown");
              table.optional("opened", TimestampNTZType, "When it opened; null where unknown");
              table.required("sales", LongType, "Sales");
            });
    assertThat(texts(second)).as("before the first write").containsExactly("[a,null,null,10]");
    long before = lake.version(FIRST);

    append(second, RowFactory.create("b", "Medan", null, 20L));
    append(second, RowFactory.create("c", null, null, 30L));

    assertThat(texts(second))
        .containsExactly("[a,null,null,10]", "[b,Medan,null,20]", "[c,null,null,30]");
    assertThat(
            Arrays.stream(stored(second).schema().fields())
                .map(f -> f.name() + ": " + f.getComment().get()))
        .containsExactly(
            "shop: Shop",
            "city: It's a city; null where unknown",
            "opened: When it opened; null where unknown",
            "sales: Sales");
    assertThat(lake.version(second)).as("two changes and two writes").isEqualTo(before + 4);
    assertThat(new TimeTravel(lake).rows(second, before).collectAsList().toString())
        .isEqualTo("[[a,null,null,10]]");
  }

  @Test
  void aTableThatWasMadeWithoutFoldersIsWrittenAsBefore() {
    lake = new Lake(SharedSpark.session(), folder.resolve("an older lake"));
    Table shared =
        declared(
            table -> {
              table.key("study", StringType, "Study");
              table.required("sales", LongType, "Sales");
            });
    SharedSpark.session()
        .sql(
            "CREATE TABLE delta.`%s` (study STRING NOT NULL, sales BIGINT NOT NULL) USING delta"
                .formatted(lake.path(shared)));
    append(shared, RowFactory.create("a", 10L), RowFactory.create("b", 20L));

    lake.replace(
        shared, Slice.of(shared, "a"), lake.rows(shared, List.of(RowFactory.create("a", 30L))));

    assertThat(texts(shared)).containsExactly("[a,30]", "[b,20]");
  }

  @Test
  void anEarlierVersionOfTheProgramReadsWhatItKnows() {
    append(
        declared(
            table -> {
              table.optional("city", StringType, "City");
              table.key("shop", StringType, "Shop");
              table.required("sales", LongType, "Sales");
            }),
        RowFactory.create("Medan", "b", 20L));

    assertThat(texts(FIRST)).containsExactly("[a,10]", "[b,20]");
  }

  @Test
  void aQueryAsOfAVersionFromBeforeAColumnFindsNulls() {
    lake.append(Quality.TABLE, id.dampak.Rows.of(Quality.TABLE, "rule | finding", "r | first"));
    lake.session()
        .sql(
            "ALTER TABLE "
                + StoredTable.sqlName(lake, Quality.TABLE)
                + " ADD COLUMNS (later STRING)");

    assertThat(
            new Catalog(lake)
                .query("SELECT rule, later FROM ops.quality", Optional.empty())
                .collectAsList())
        .hasToString("[[r,null]]");
    assertThat(new Catalog(lake).query("SELECT * FROM ops.quality", Optional.of("1")).columns())
        .isEqualTo(Quality.TABLE.schema().fieldNames());
  }

  @Test
  void aNewCheckHoldsFromThenOnIfTheRowsMeetIt() {
    Table checked = with("sales_not_negative", "sales >= 0");
    append(checked, RowFactory.create("b", 0L));
    assertThatThrownBy(() -> append(checked, RowFactory.create("c", -1L)))
        .hasStackTraceContaining("CHECK constraint sales_not_negative");
    long version = lake.version(checked);

    Table widened = with("sales_not_negative", "sales >= -5");
    append(widened, RowFactory.create("c", -1L));

    assertThat(texts(widened)).containsExactly("[a,10]", "[b,0]", "[c,-1]");
    assertThat(lake.version(widened)).as("dropped, added, written").isEqualTo(version + 3);
    append(widened, RowFactory.create("d", -1L));
    assertThat(lake.version(widened)).as("nothing more to change").isEqualTo(version + 4);
  }

  @Test
  void aNewCheckThatRowsBreakIsRefusedAndNamed() {
    refused(with("many", "sales > 10"), "rows that break the new check many: sales > 10");
    assertThat(texts(FIRST)).containsExactly("[a,10]");
  }

  @Test
  void whatWouldChangeOrLoseRowsIsRefused() {
    refused(
        declared(table -> table.key("shop", StringType, "Shop")), "Sales is no longer declared");
    refused(
        declared(
            table -> {
              table.key("shop", StringType, "Shop");
              table.required("sales", StringType, "Sales");
            }),
        "Sales is stored as BIGINT and declared STRING");
    refused(
        declared(
            table -> {
              table.key("shop", StringType, "Shop");
              table.required("sales", LongType, "Sales");
              table.required("city", StringType, "City");
            }),
        "City is required, and the rows that are there have none");
    refused(
        declared(
            table -> {
              table.key("shop", StringType, "Shop");
              table.key("sales", LongType, "Sales");
            }),
        "Rows were told apart by shop and now are by shop, sales");
    assertThat(texts(FIRST)).containsExactly("[a,10]");
  }

  @Test
  void whatARowMayLackFromNowOnItMayLack() {
    Table relaxed =
        declared(
            table -> {
              table.key("shop", StringType, "Shop");
              table.optional("sales", LongType, "Sales; null where unknown");
            });
    append(relaxed, RowFactory.create("b", null));

    assertThat(texts(relaxed)).containsExactly("[a,10]", "[b,null]");
    refused(FIRST, "Sales is required, and rows that are there may lack it");
  }

  @Test
  void aTableOfBeforeRetentionWasDeclaredTakesItOn() {
    lake.session()
        .sql(
            "ALTER TABLE %s UNSET TBLPROPERTIES ('delta.deletedFileRetentionDuration', 'dampak.grain')"
                .formatted(StoredTable.sqlName(lake, FIRST)));
    append(FIRST, RowFactory.create("b", 20L));

    assertThat(stored(FIRST).properties())
        .containsEntry("delta.deletedFileRetentionDuration", "interval 365 days")
        .containsEntry("delta.logRetentionDuration", "interval 365 days")
        .containsEntry("dampak.grain", "shop");
  }

  private void refused(Table table, String reason) {
    long version = lake.version(FIRST);
    assertThatThrownBy(() -> append(table))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("gold.example")
        .hasMessageContaining(reason)
        .hasMessageContaining("--lake");
    assertThat(lake.version(FIRST)).isEqualTo(version);
  }

  private static Table with(String check, String condition) {
    return declared(
        table -> {
          table.key("shop", StringType, "Shop");
          table.required("sales", LongType, "Sales");
          table.check(check, condition);
        });
  }

  private static Table declared(Consumer<Table.Builder> columns) {
    Table.Builder builder = Table.in(Layer.GOLD, "example", "An example");
    columns.accept(builder);
    return builder.build();
  }

  private void append(Table table, Row... rows) {
    lake.append(table, lake.session().createDataFrame(List.of(rows), table.schema()));
  }

  private StoredTable stored(Table table) {
    return StoredTable.of(lake, table);
  }

  private List<String> texts(Table table) {
    return lake.read(table).collectAsList().stream().map(Row::toString).sorted().toList();
  }
}
