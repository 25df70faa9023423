package id.dampak.job;

import id.dampak.contract.Run;
import id.dampak.contract.StoredStudy;
import id.dampak.contract.Table;
import id.dampak.error.RunErrors;
import id.dampak.lake.Lake;
import id.dampak.study.CanonicalStudy;
import id.dampak.study.Study;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/** The runs of a lake, with what each declared. */
public final class RunHistory {
  private static final Pattern LATEST = Pattern.compile("latest(?:~(\\d{1,6}))?");

  private final Lake lake;
  private final Map<String, CanonicalStudy> declared = new HashMap<>();

  /** Of one lake. */
  public RunHistory(Lake lake) {
    this.lake = lake;
  }

  /** Writes a run down that has just ended: first what it declared, then itself. */
  void add(RunContext run, List<Job> jobs) {
    if (stored(run.study().hash()).isEmpty()) {
      append(StoredStudy.TABLE, declared(run));
    }
    Map<String, String> versions = new TreeMap<>();
    lake.versions().forEach((table, version) -> versions.put(table, String.valueOf(version)));
    TableRow row =
        new TableRow(Run.TABLE)
            .with(Run.RUN_ID, run.runId())
            .with(Run.STUDY, run.study().id())
            .with(Run.STUDY_HASH, run.study().hash())
            .with(Run.CODE_VERSION, CodeVersion.current())
            .with(Run.SEED, run.study().seed())
            .with(Run.STARTED_AT, Timestamp.from(run.startedAt()))
            .with(Run.ENDED_AT, Timestamp.from(Instant.now()))
            .with(Run.INPUT_FILES, CollectionConverters.asScala(run.inputFiles()))
            .with(Run.TABLE_VERSIONS, CollectionConverters.asScala(versions))
            .with(Run.JOBS, jobs.stream().map(Job::name).toArray(String[]::new));
    run.study().knownOn().ifPresent(day -> row.with(Run.KNOWN_ON, Date.valueOf(day)));
    append(Run.TABLE, row);
  }

  private static TableRow declared(RunContext run) {
    return new TableRow(StoredStudy.TABLE)
        .with(StoredStudy.STUDY_HASH, run.study().hash())
        .with(StoredStudy.STUDY, run.study().canonical().study().id())
        .with(StoredStudy.CANONICAL, run.study().canonical().text())
        .with(StoredStudy.FIRST_RUN_AT, Timestamp.from(run.startedAt()));
  }

  private void append(Table table, TableRow row) {
    lake.append(table, lake.rows(table, List.of(row.row())));
  }

  /** Every run, the latest first. */
  public List<RunRecord> runs() {
    return lake.read(Run.TABLE).orderBy(Run.RUN_ID.col().desc()).collectAsList().stream()
        .map(RunRecord::of)
        .toList();
  }

  /**
   * The run that somebody names.
   *
   * @param name its identifier or as much of the beginning as tells it apart; {@code latest}, or
   *     {@code latest~2} for the second before it
   */
  public RunRecord find(String name) {
    List<RunRecord> runs = runs();
    if (runs.isEmpty()) {
      throw RunErrors.noRuns(lake.root());
    }
    Matcher latest = LATEST.matcher(name);
    if (latest.matches()) {
      int back = latest.group(1) == null ? 0 : Integer.parseInt(latest.group(1));
      if (back >= runs.size()) {
        throw RunErrors.noSuchRun(name, ids(runs));
      }
      return runs.get(back);
    }
    List<RunRecord> found =
        runs.stream().filter(run -> !name.isEmpty() && run.id().startsWith(name)).toList();
    if (found.isEmpty()) {
      throw RunErrors.noSuchRun(name, ids(runs));
    }
    if (found.size() > 1 && !found.get(0).id().equals(name)) {
      throw RunErrors.severalRuns(name, ids(found));
    }
    return found.get(0);
  }

  private static List<String> ids(List<RunRecord> runs) {
    return runs.stream().map(RunRecord::id).toList();
  }

  /** What the study of a run declared, as known on the day that the run counted. */
  public Optional<Study> study(RunRecord run) {
    return stored(run.studyHash())
        .map(CanonicalStudy::study)
        .map(study -> run.knownOn().map(study::asKnownOn).orElse(study));
  }

  /** All are read at once: a history asks for many. */
  private Optional<CanonicalStudy> stored(String hash) {
    if (!declared.containsKey(hash)) {
      for (Row row : lake.read(StoredStudy.TABLE).collectAsList()) {
        FieldReader study = new FieldReader(row);
        declared.put(
            study.text(StoredStudy.STUDY_HASH),
            new CanonicalStudy(study.text(StoredStudy.CANONICAL)));
      }
    }
    return Optional.ofNullable(declared.get(hash));
  }
}
