package id.dampak.job;

import id.dampak.contract.ContentScore;
import id.dampak.contract.EstimateRow;
import id.dampak.contract.EventStudy;
import id.dampak.contract.Layer;
import id.dampak.contract.Loss;
import id.dampak.contract.LossAccount;
import id.dampak.contract.LossEquality;
import id.dampak.contract.ModelMetric;
import id.dampak.contract.PolicyOption;
import id.dampak.contract.Refusal;
import id.dampak.contract.Table;
import id.dampak.error.LakeErrors;
import id.dampak.error.RunErrors;
import id.dampak.lake.Lake;
import id.dampak.lake.Retention;
import id.dampak.lake.Scratch;
import id.dampak.lake.TimeTravel;
import id.dampak.study.Study;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes the results of a past run again, from the tables that it began with as they stood then, and
 * compares every number. A run of the whole pipeline begins with bronze: cleaning and the panel are
 * made again as well.
 */
public final class Reproduction {
  /** The jobs whose tables follow from the data and the study alone. */
  private static final Set<String> REMADE =
      Set.of(
          Pipeline.CLEAN,
          Pipeline.BUILD_PANEL,
          Pipeline.ESTIMATE,
          Pipeline.ACCOUNT,
          Pipeline.TRAIN,
          Pipeline.SCORE,
          Pipeline.COMPARE_POLICIES);

  private static final List<Table> RESULTS =
      List.of(
          EstimateRow.TABLE,
          EventStudy.TABLE,
          Loss.TABLE,
          LossAccount.TABLE,
          LossEquality.TABLE,
          Refusal.TABLE,
          ModelMetric.TABLE,
          ContentScore.TABLE,
          PolicyOption.TABLE);

  private static final int EXAMPLES = 20;

  private final Lake lake;
  private final Progress progress;

  /** Of runs of one lake. */
  public Reproduction(Lake lake, Progress progress) {
    this.lake = lake;
    this.progress = progress;
  }

  /**
   * What came of it.
   *
   * @param began the tables that it began with, at the versions of the run
   * @param rows rows of each table that was compared
   * @param results tables of results that differ
   * @param onTheWay tables before them that differ, looked at only where results do
   * @param notes what a reader should know
   */
  public record Outcome(
      Map<Table, Long> began,
      Map<Table, Long> rows,
      List<TableChanges> results,
      List<TableChanges> onTheWay,
      List<String> notes) {

    /** Canonical constructor; copies the collections. */
    public Outcome {
      began = new LinkedHashMap<>(began);
      rows = new LinkedHashMap<>(rows);
      results = List.copyOf(results);
      onTheWay = List.copyOf(onTheWay);
      notes = List.copyOf(notes);
    }

    /** Rows of results that are others. */
    public long differing() {
      return results.stream().mapToLong(TableChanges::total).sum();
    }
  }

  /**
   * Makes a run again.
   *
   * @param declared its study, with the day of a run as known on one
   */
  public Outcome of(RunRecord run, Study declared) {
    List<String> notes = new ArrayList<>();
    if (!CodeVersion.current().equals(run.codeVersion())) {
      notes.add(
          "the run was of code version "
              + run.codeVersion()
              + ", this is "
              + CodeVersion.current()
              + ": a difference may be the program's");
    }
    List<Job> jobs =
        new ScoringModel(lake, run, declared)
            .possible(
                Pipeline.JOBS.stream()
                    .filter(job -> REMADE.contains(job.name()) && run.ran(job))
                    .toList(),
                notes);
    List<Table> compared = written(jobs).filter(RESULTS::contains).toList();
    if (compared.isEmpty()) {
      throw RunErrors.nothingToReproduce(run.id(), run.jobs());
    }
    Map<Table, Long> began = versions(run, begun(jobs));
    requireReadable(run, Stream.concat(began.keySet().stream(), compared.stream()).toList());
    Making making = new Making(run, declared, jobs, began, compared, notes);
    List<Outcome> outcome = new ArrayList<>();
    Scratch.with(lake, "reproduction of " + run.id(), other -> outcome.add(remade(making, other)));
    return outcome.get(0);
  }

  private record Making(
      RunRecord run,
      Study study,
      List<Job> jobs,
      Map<Table, Long> began,
      List<Table> compared,
      List<String> notes) {}

  private Outcome remade(Making making, Lake other) {
    TimeTravel then = new TimeTravel(lake);
    making.began().forEach((table, version) -> then.show(table, version, other));
    new ScoringModel(lake, making.run(), making.study()).copyTo(other);
    RunContext context = new RunContext(making.study(), other, making.run().startedAt());
    new JobSequence(context, progress).run(making.jobs());
    Map<Table, Long> rows = new LinkedHashMap<>();
    making.compared().forEach(table -> rows.put(table, context.read(table).count()));
    List<TableChanges> results = differing(making, making.compared(), context);
    List<Table> between =
        written(making.jobs())
            .filter(table -> table.layer() == Layer.SILVER || table.layer() == Layer.GOLD)
            .filter(table -> !RESULTS.contains(table))
            .toList();
    return new Outcome(
        making.began(),
        rows,
        results,
        results.isEmpty() ? List.of() : differing(making, between, context),
        making.notes());
  }

  private List<TableChanges> differing(Making making, List<Table> tables, RunContext context) {
    List<TableChanges> differing = new ArrayList<>();
    versions(making.run(), tables)
        .forEach(
            (table, version) ->
                RunContext.slice(making.study(), table)
                    .map(slice -> new TimeTravel(lake).rows(table, version, slice))
                    .map(rows -> TableChanges.between(table, rows, context.read(table), EXAMPLES))
                    .filter(changes -> changes.total() > 0)
                    .ifPresent(differing::add));
    return differing;
  }

  /** What the jobs read and none of them writes before. */
  private static List<Table> begun(List<Job> jobs) {
    Set<Table> begun = new LinkedHashSet<>();
    Set<Table> made = new LinkedHashSet<>();
    for (Job job : jobs) {
      made.addAll(job.writes());
      job.reads().stream().filter(table -> !made.contains(table)).forEach(begun::add);
    }
    return List.copyOf(begun);
  }

  private static Stream<Table> written(List<Job> jobs) {
    return jobs.stream().flatMap(job -> job.writes().stream());
  }

  /** The versions of those tables that were there. */
  private static Map<Table, Long> versions(RunRecord run, List<Table> tables) {
    Map<Table, Long> versions = new LinkedHashMap<>();
    tables.forEach(table -> run.version(table).ifPresent(version -> versions.put(table, version)));
    return versions;
  }

  private void requireReadable(RunRecord run, List<Table> tables) {
    List<String> gone = new ArrayList<>();
    versions(run, tables)
        .forEach(
            (table, version) -> new TimeTravel(lake).obstacle(table, version).ifPresent(gone::add));
    if (!gone.isEmpty()) {
      throw LakeErrors.versionsGone(run.id(), gone, Retention.of(lake).promisedDays());
    }
  }
}
