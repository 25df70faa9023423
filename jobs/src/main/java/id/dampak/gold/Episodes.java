package id.dampak.gold;

import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.size;

import id.dampak.contract.Episode;
import id.dampak.contract.ProvinceColumns;
import id.dampak.contract.Suspension;
import id.dampak.study.Study;
import id.dampak.study.SuspensionFilter;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** The suspensions that count in a study, with rolling and overlapping records merged. */
public final class Episodes {
  private static final int ID_LENGTH = 16;

  /** What counts only where a study names it: a disputed claim would stretch what it disputes. */
  private static final List<String> NAMED_ONLY = List.of("disputed", "not_service_affecting");

  private Episodes() {}

  /** Rows of {@link Episode} from those of {@link Suspension}. */
  public static Dataset<Row> of(Dataset<Row> suspensions, Study study) {
    Dataset<Row> counted =
        Recurrences.spread(suspensions.filter(counts(study)), study)
            .select(
                Suspension.COUNTRY.col(),
                explode(Platforms.counted(study.suspensions())).as(Suspension.PLATFORM.name()),
                Suspension.FEATURE.col(),
                Suspension.REGION_CODE.col(),
                Suspension.STARTED_AT.col(),
                Suspension.ENDED_AT.col())
            // Spark makes rows of one list at a time.
            .withColumn(Suspension.REGION_CODE.name(), regions(study));
    return Intervals.merged(
            counted, Episode.COUNTRY, Episode.PLATFORM, Episode.FEATURE, Episode.REGION_CODE)
        .withColumn(Episode.STUDY.name(), lit(study.id()))
        .withColumn(Episode.EPISODE_ID.name(), identity())
        .select(Episode.TABLE.columns());
  }

  /**
   * A province is what it was when the event began: one that has been split since stands for its
   * daughters, too.
   */
  private static Column regions(Study study) {
    return switch (study.regions()) {
      case AS_IS -> Suspension.REGION_CODE.col();
      case INDONESIA ->
          explode(
              ProvinceColumns.coveredToday(
                  Suspension.REGION_CODE.col(), Suspension.STARTED_AT.col()));
    };
  }

  /** A record whose end nobody knows covers no period, and so does not count. */
  private static Column counts(Study study) {
    SuspensionFilter filter = study.suspensions();
    List<Column> conditions = new ArrayList<>();
    conditions.add(Suspension.END_STATUS.col().notEqual("unknown"));
    conditions.add(Suspension.STARTED_AT.col().geq(lit(start(filter.window().from(), study))));
    conditions.add(Suspension.STARTED_AT.col().lt(lit(start(filter.window().until(), study))));
    conditions.add(size(Platforms.counted(filter)).gt(0));
    conditions.add(oneOf(Suspension.FEATURE.col(), withAll(filter.features())));
    conditions.add(oneOf(Suspension.COUNTRY.col(), filter.countries()));
    conditions.add(status(filter.statuses()));
    conditions.add(stands(study));
    return conditions.stream().reduce(Column::and).orElseThrow();
  }

  /** A record that the registry withdrew counts only for what was known before. */
  private static Column stands(Study study) {
    Column withdrawn = Suspension.WITHDRAWN_AT.col();
    return study
        .knownBy()
        .map(moment -> withdrawn.isNull().or(withdrawn.geq(lit(Timestamp.from(moment)))))
        .orElseGet(withdrawn::isNull);
  }

  /** A record for all platforms, or all features of one, covers each of them. */
  private static List<String> withAll(List<String> names) {
    if (names.isEmpty()) {
      return names;
    }
    List<String> all = new ArrayList<>(names);
    all.add("*");
    return all;
  }

  private static Column status(List<String> named) {
    return named.isEmpty()
        ? not(oneOf(Suspension.STATUS.col(), NAMED_ONLY))
        : oneOf(Suspension.STATUS.col(), named);
  }

  private static Column oneOf(Column column, List<String> allowed) {
    return allowed.isEmpty() ? lit(true) : column.isInCollection(allowed);
  }

  private static Timestamp start(LocalDate day, Study study) {
    return Timestamp.from(day.atStartOfDay(ZoneId.of(study.timeZone())).toInstant());
  }

  private static Column identity() {
    return sha2(
            concat_ws(
                "|",
                Episode.COUNTRY.col(),
                Episode.PLATFORM.col(),
                Episode.FEATURE.col(),
                Episode.REGION_CODE.col(),
                Episode.STARTED_AT.col().cast(DataTypes.StringType)),
            256)
        .substr(1, ID_LENGTH);
  }
}
