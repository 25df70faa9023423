package id.dampak.job;

import id.dampak.contract.JobRun;
import id.dampak.contract.Run;
import id.dampak.contract.Table;
import id.dampak.error.DampakException;
import id.dampak.error.DataErrors;
import id.dampak.lake.Lake;
import id.dampak.privacy.PseudonymKey;
import id.dampak.study.Study;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Runs jobs one after the other and writes down how it went. */
public final class Runner {
  private final Lake lake;
  private final Progress progress;
  private final Derivation derivation;
  private final Optional<PseudonymKey> key;

  /** A runner on a lake that derives what changed. */
  public Runner(Lake lake, Progress progress) {
    this(lake, progress, Derivation.OF_WHAT_CHANGED);
  }

  /**
   * What came of a run.
   *
   * @param report where the report lies
   * @param faults what could not be done while the rest was
   */
  public record Outcome(Optional<Path> report, List<DampakException> faults) {

    /** Canonical constructor; copies the list. */
    public Outcome {
      faults = List.copyOf(faults);
    }

    /**
     * Refuses a run that left something out.
     *
     * @throws DampakException listing all that was
     */
    public void requireWhole() {
      if (!faults.isEmpty()) {
        throw DataErrors.incomplete(faults);
      }
    }
  }

  /** A runner on a lake, without a key of pseudonyms. */
  public Runner(Lake lake, Progress progress, Derivation derivation) {
    this(lake, progress, derivation, Optional.empty());
  }

  /** A runner on a lake, with the key of its pseudonyms where there is one. */
  public Runner(Lake lake, Progress progress, Derivation derivation, Optional<PseudonymKey> key) {
    this.lake = lake;
    this.progress = progress;
    this.derivation = derivation;
    this.key = key;
  }

  /**
   * Runs {@code jobs} for a study.
   *
   * @return the report of the study, if one of the jobs writes it, and what had to be left out
   */
  public Outcome run(Study study, List<Job> jobs) {
    lake.requireWritable();
    lake.requireWhole(tables(jobs));
    RunContext run = new RunContext(study, lake, Instant.now(), derivation, key);
    requireInputs(run, jobs);
    List<JobSequence.Done> done = new JobSequence(run, progress).run(jobs);
    record(run, jobs, done.stream().flatMap(each -> rows(run, each)).toList());
    return new Outcome(
        jobs.contains(Pipeline.REPORT) ? Optional.of(run.reportFile()) : Optional.empty(),
        run.faults());
  }

  /** All that the jobs and the notes on them touch. */
  private static Set<Table> tables(List<Job> jobs) {
    Set<Table> tables = new LinkedHashSet<>(List.of(JobRun.TABLE, Run.TABLE));
    jobs.forEach(job -> tables.addAll(job.reads()));
    jobs.forEach(job -> tables.addAll(job.writes()));
    return tables;
  }

  /**
   * Of what the jobs read without having written it some must be there, for this study and not for
   * another. Single tables may be empty, for not every study has rows for each.
   */
  private static void requireInputs(RunContext run, List<Job> jobs) {
    Set<Table> needed = new LinkedHashSet<>();
    Set<Table> made = new HashSet<>();
    for (Job job : jobs) {
      job.reads().stream().filter(table -> !made.contains(table)).forEach(needed::add);
      made.addAll(job.writes());
    }
    if (!needed.isEmpty() && needed.stream().allMatch(table -> run.read(table).isEmpty())) {
      throw DataErrors.notBuiltYet(
          jobs.get(0).name(), needed.stream().map(Table::id).collect(Collectors.joining(", ")));
    }
  }

  private static Stream<Row> rows(RunContext run, JobSequence.Done done) {
    return done.tallies().stream()
        .map(
            tally ->
                RowFactory.create(
                    run.runId(),
                    done.job().name(),
                    tally.subject(),
                    tally.in(),
                    tally.out(),
                    tally.quarantined(),
                    tally.duplicates(),
                    done.seconds()));
  }

  private void record(RunContext run, List<Job> jobs, List<Row> jobRows) {
    lake.append(JobRun.TABLE, lake.rows(JobRun.TABLE, jobRows));
    new RunHistory(lake).add(run, jobs);
  }
}
