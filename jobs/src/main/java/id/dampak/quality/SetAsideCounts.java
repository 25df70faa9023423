package id.dampak.quality;

import static org.apache.spark.sql.functions.array_append;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import id.dampak.contract.Profile;
import id.dampak.contract.Quarantine;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Sums up the rows that were set aside: by kind of reason, and where many stand in a row. */
public final class SetAsideCounts {
  /** Between the parts of a block's item: no reason and no short value has one. */
  static final String SEPARATOR = "\t";

  private static final int FEWEST_OF_A_BLOCK = 20;
  private static final int LONGEST_VALUE = 60;
  private static final String KIND = "kind";
  private static final String ISLAND = "island";
  private static final String ROWS = "island_rows";
  private static final String FIRST = "first_row";
  private static final String LAST = "last_row";
  private static final String ENTRY = "entry";

  private SetAsideCounts() {}

  /** Rows of {@link Profile} from those of {@link Quarantine}. */
  public static Dataset<Row> of(Dataset<Row> quarantine) {
    Dataset<Row> kinds =
        quarantine.withColumn(KIND, Reasons.kind(array_join(Quarantine.REASONS.col(), "; ")));
    return byKind(kinds).unionByName(blocks(kinds));
  }

  private static Dataset<Row> byKind(Dataset<Row> kinds) {
    return kinds
        .groupBy(place())
        .agg(count(lit(1)).as(Profile.MEASURED.name()))
        .select(profile(Counted.SET_ASIDE, col(KIND)));
  }

  /**
   * Twenty or more consecutive rows with the same kind of reason, and the values that all of them
   * share: they often name the part of the source that is at fault.
   */
  private static Dataset<Row> blocks(Dataset<Row> kinds) {
    Column place =
        Quarantine.SOURCE_ROW
            .col()
            .minus(
                row_number()
                    .over(Window.partitionBy(place()).orderBy(Quarantine.SOURCE_ROW.col())));
    Column[] island =
        Stream.concat(Stream.of(place()), Stream.of(col(ISLAND))).toArray(Column[]::new);
    Dataset<Row> large =
        kinds
            .withColumn(ISLAND, place)
            .withColumn(ROWS, count(lit(1)).over(Window.partitionBy(island)))
            .filter(col(ROWS).geq(FEWEST_OF_A_BLOCK));
    Column none = struct(lit("").as("key"), lit("").as("value"));
    Column shared =
        when(
            col("least")
                .equalTo(col("most"))
                .and(col("least").notEqual(""))
                .and(col("filled").equalTo(col(ROWS))),
            concat(col("name"), lit(" = "), col("least")));
    return large
        .withColumn(ENTRY, explode(array_append(map_entries(Quarantine.FIELDS.col()), none)))
        .groupBy(
            Stream.concat(Stream.of(island), Stream.of(col(ROWS), col("entry.key").as("name")))
                .toArray(Column[]::new))
        .agg(
            min(col("entry.value")).as("least"),
            max(col("entry.value")).as("most"),
            count(col("entry.value")).as("filled"),
            min(Quarantine.SOURCE_ROW.col()).as(FIRST),
            max(Quarantine.SOURCE_ROW.col()).as(LAST))
        .filter(length(col("least")).leq(LONGEST_VALUE))
        .groupBy(Stream.concat(Stream.of(island), Stream.of(col(ROWS))).toArray(Column[]::new))
        .agg(
            min(col(FIRST)).as(FIRST),
            max(col(LAST)).as(LAST),
            sort_array(collect_list(shared)).as("shared"))
        .withColumn(Profile.MEASURED.name(), col(ROWS))
        .select(
            profile(
                Counted.BLOCK,
                concat_ws(
                    SEPARATOR,
                    col(FIRST).cast(Profile.ITEM.type()),
                    col(LAST).cast(Profile.ITEM.type()),
                    col(KIND),
                    col("shared"))));
  }

  private static Column[] place() {
    return new Column[] {
      Quarantine.TARGET.col(), Quarantine.INPUT.col(), Quarantine.SOURCE_FILE.col(), col(KIND)
    };
  }

  private static Column[] profile(Counted counted, Column item) {
    return new Column[] {
      Quarantine.TARGET.col().as(Profile.SUBJECT.name()),
      Quarantine.INPUT.col().as(Profile.INPUT.name()),
      Quarantine.SOURCE_FILE.col().as(Profile.SOURCE_FILE.name()),
      lit("").as(Profile.RELEASE.name()),
      lit("").as(Profile.DAY.name()),
      lit(counted.text()).as(Profile.MEASURE.name()),
      item.as(Profile.ITEM.name()),
      Profile.MEASURED.col()
    };
  }
}
