package id.dampak.job;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;

import id.dampak.contract.Episode;
import id.dampak.contract.Field;
import id.dampak.contract.Quality;
import id.dampak.contract.Quarantine;
import id.dampak.quality.Reasons;
import id.dampak.report.Anomalies;
import id.dampak.report.DataAccount;
import id.dampak.report.Suspensions;
import id.dampak.study.Input;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** The sections of the report that account for the data. */
final class DataSections {
  private static final int MOST_EPISODES = 20;
  private static final int MOST_REASONS = 10;
  private static final Field REASON =
      new Field("reason", DataTypes.StringType, false, "Reason without its values");
  private static final Field ROWS = new Field("rows", DataTypes.LongType, false, "Rows");

  private final RunContext run;

  DataSections(RunContext run) {
    this.run = run;
  }

  DataAccount account() {
    return new DataAccount(
        run.study().inputs().stream()
            .flatMap(input -> run.cleaned(input.name()).stream().map(t -> input(input, t)))
            .toList());
  }

  private DataAccount.Input input(Input input, Tally tally) {
    return new DataAccount.Input(
        input.name(),
        "silver." + input.target().name().toLowerCase(Locale.ROOT),
        tally.in(),
        tally.out(),
        tally.quarantined(),
        tally.duplicates(),
        reasons(input));
  }

  private List<DataAccount.Reason> reasons(Input input) {
    return run
        .read(Quarantine.TABLE)
        .filter(Quarantine.INPUT.col().equalTo(input.name()))
        .select(explode(Quarantine.REASONS.col()).as(REASON.name()))
        .groupBy(Reasons.kind(REASON.col()).as(REASON.name()))
        .agg(count(lit(1)).as(ROWS.name()))
        .orderBy(ROWS.col().desc(), REASON.col())
        .limit(MOST_REASONS)
        .collectAsList()
        .stream()
        .map(FieldReader::new)
        .map(row -> new DataAccount.Reason(row.text(REASON), row.whole(ROWS)))
        .toList();
  }

  Anomalies anomalies() {
    return new Anomalies(
        run
            .read(Quality.TABLE)
            .orderBy(Quality.SUBJECT_TABLE.col().desc(), Quality.RULE.col(), Quality.SUBJECT.col())
            .collectAsList()
            .stream()
            .map(FieldReader::new)
            .map(DataSections::verdict)
            .toList());
  }

  private static Anomalies.Verdict verdict(FieldReader row) {
    return new Anomalies.Verdict(
        row.text(Quality.SUBJECT_TABLE),
        row.text(Quality.RULE),
        row.text(Quality.FINDING),
        status(row));
  }

  private static Anomalies.Status status(FieldReader row) {
    if (row.flag(Quality.PASSED)) {
      return row.optionalNumber(Quality.MEASURED).isPresent()
          ? Anomalies.Status.PASSED
          : Anomalies.Status.NOT_MEASURED;
    }
    return Anomalies.Status.valueOf(row.text(Quality.SEVERITY).toUpperCase(Locale.ROOT));
  }

  Suspensions suspensions() {
    List<Row> rows =
        run.read(Episode.TABLE)
            .orderBy(Episode.STARTED_AT.col().desc(), Episode.EPISODE_ID.col())
            .collectAsList();
    return new Suspensions(
        rows.stream().limit(MOST_EPISODES).map(FieldReader::new).map(this::episode).toList(),
        rows.size(),
        "");
  }

  private Suspensions.Episode episode(FieldReader row) {
    ZoneId zone = ZoneId.of(run.study().timeZone());
    String region = row.text(Episode.REGION_CODE);
    return new Suspensions.Episode(
        row.text(Episode.PLATFORM),
        row.text(Episode.FEATURE),
        region.equals("*") ? row.text(Episode.COUNTRY) : row.text(Episode.COUNTRY) + ", " + region,
        row.instant(Episode.STARTED_AT).atZone(zone),
        row.optionalInstant(Episode.ENDED_AT).map(end -> end.atZone(zone)),
        row.whole(Episode.RECORDS));
  }
}
