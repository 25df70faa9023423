package id.dampak.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dampak.SharedSpark;
import id.dampak.SmallMarket;
import id.dampak.contract.Quarantine;
import id.dampak.contract.Table;
import id.dampak.contract.Tables;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.MapType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rows that are read without Spark are those that it reads. */
@Tag("spark")
class SmallTableTest {
  private static final List<String> OWNERS = List.of("small-market", "it's another");

  private final Lake lake = new Lake(SharedSpark.session(), SmallMarket.LAKE);

  @Test
  void everyTableOfALakeReadsAlike() {
    List<Table> tables =
        Tables.ALL.stream()
            .filter(table -> lake.has(table) && table.owner().isPresent())
            .filter(SmallTableTest::hasSingleValues)
            .toList();
    assertThat(tables).hasSizeGreaterThan(15);
    for (Table table : tables) {
      for (String owner : OWNERS) {
        List<Row> rows = lake.collect(table, owner);
        assertThat(rows)
            .as("%s of %s", table, owner)
            .containsExactlyInAnyOrderElementsOf(
                lake.read(table, Slice.of(table, owner)).collectAsList());
        rows.forEach(row -> assertThat(row.schema()).isEqualTo(table.schema()));
      }
    }
    assertThat(tables)
        .filteredOn(table -> !lake.collect(table, OWNERS.get(0)).isEmpty())
        .hasSizeGreaterThan(15);
  }

  @Test
  void aColumnOfSeveralValuesIsRefused() {
    assertThatThrownBy(() -> lake.collect(Quarantine.TABLE, OWNERS.get(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("read by Spark only");
  }

  private static boolean hasSingleValues(Table table) {
    return table.fields().stream()
        .noneMatch(field -> field.type() instanceof ArrayType || field.type() instanceof MapType);
  }
}
