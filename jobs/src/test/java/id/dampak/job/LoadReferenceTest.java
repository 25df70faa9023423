package id.dampak.job;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.Conformance;
import id.dampak.SharedSpark;
import id.dampak.StudyText;
import id.dampak.contract.CalendarRow;
import id.dampak.contract.ProvinceRow;
import id.dampak.contract.ReferenceVersion;
import id.dampak.contract.Table;
import id.dampak.lake.Lake;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("spark")
class LoadReferenceTest {
  @TempDir Path folder;

  @Test
  void tablesAreLoadedOnceAndAgainOnlyWhenTheirFileHasChanged() {
    Lake lake = new Lake(SharedSpark.session(), folder.resolve("lake"));
    load(lake);
    for (Table table : LoadReference.WRITES) {
      Conformance.assertConforms(table, lake.read(table));
    }
    assertThat(lake.read(ProvinceRow.TABLE).count()).isEqualTo(38);
    Map<String, Long> first = lake.versions();

    load(lake);
    assertThat(lake.versions()).isEqualTo(first);

    // As if the calendar had come from another file.
    lake.replaceAll(
        ReferenceVersion.TABLE,
        lake.read(ReferenceVersion.TABLE)
            .withColumn(
                ReferenceVersion.SHA256.name(),
                org.apache
                    .spark
                    .sql
                    .functions
                    .when(
                        ReferenceVersion.TABLE_NAME.col().equalTo(CalendarRow.TABLE.id()), "other")
                    .otherwise(ReferenceVersion.SHA256.col()))
            .select(ReferenceVersion.TABLE.columns()));
    load(lake);
    assertThat(lake.version(CalendarRow.TABLE)).isGreaterThan(first.get(CalendarRow.TABLE.id()));
    assertThat(lake.version(ProvinceRow.TABLE)).isEqualTo(first.get(ProvinceRow.TABLE.id()));
    Row calendar =
        lake.read(ReferenceVersion.TABLE)
            .filter(ReferenceVersion.TABLE_NAME.col().equalTo(CalendarRow.TABLE.id()))
            .collectAsList()
            .get(0);
    assertThat(calendar.<Long>getAs(ReferenceVersion.ROWS.name()))
        .isEqualTo(lake.read(CalendarRow.TABLE).count());
  }

  private static void load(Lake lake) {
    LoadReference.run(new RunContext(StudyText.daily().read(), lake, Instant.EPOCH));
  }
}
