package id.dampak.job;

import id.dampak.contract.Maintenance;
import id.dampak.lake.Lake;
import id.dampak.lake.Maintainer;
import id.dampak.lake.Maintainer.Upkeep;
import id.dampak.lake.Retention;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;

/** Maintains a lake and writes down what was done. */
public final class LakeMaintenance {
  private final Lake lake;
  private final Instant startedAt;

  /** Of one lake, at one time. */
  public LakeMaintenance(Lake lake, Instant startedAt) {
    this.lake = lake;
    this.startedAt = startedAt;
  }

  /** Runs that the promise no longer covers: what they read may be removed. */
  public long beyondPromise(Retention retention) {
    Instant since = startedAt.minus(Duration.ofDays(retention.promisedDays()));
    return new RunHistory(lake)
        .runs().stream().filter(run -> run.startedAt().isBefore(since)).count();
  }

  /**
   * Declares a retention, joins small files and removes old ones.
   *
   * @param progress told of each table when it is done
   */
  public List<Upkeep> carryOut(Retention retention, Consumer<Upkeep> progress) {
    lake.session().sparkContext().setJobDescription("maintain: joins and removes files");
    List<Upkeep> done = new Maintainer(lake).carryOut(retention, progress);
    List<Row> rows = done.stream().map(upkeep -> row(upkeep, retention)).toList();
    lake.append(Maintenance.TABLE, lake.rows(Maintenance.TABLE, rows));
    return done;
  }

  private Row row(Upkeep upkeep, Retention retention) {
    return new TableRow(Maintenance.TABLE)
        .with(Maintenance.MAINTAINED_AT, Timestamp.from(startedAt))
        .with(Maintenance.TABLE_NAME, upkeep.table().id())
        .with(Maintenance.RETENTION_DAYS, retention.keptDays())
        .with(Maintenance.CODE_VERSION, CodeVersion.current())
        .with(Maintenance.FILES_BEFORE, upkeep.before().files())
        .with(Maintenance.FILES_AFTER, upkeep.after().files())
        .with(Maintenance.STORED_BEFORE, upkeep.before().storedBytes())
        .with(Maintenance.STORED_AFTER, upkeep.after().storedBytes())
        .with(Maintenance.FILES_REMOVED, upkeep.removed())
        .row();
  }
}
