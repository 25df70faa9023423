package id.dampak.job;

import id.dampak.contract.Run;
import id.dampak.contract.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * A run as {@link Run} has it.
 *
 * @param id its identifier
 * @param study identifier of the study, with the day of a run as known on one
 * @param studyHash hash of the canonical study
 * @param codeVersion commit that the program was built from
 * @param seed seed of every random draw
 * @param startedAt when it started
 * @param knownOn last day whose knowledge counted; empty where all did
 * @param jobs the jobs that ran, in order; empty where they were not written down
 * @param inputFiles SHA-256 of every input file, by file
 * @param versions version of every table when it ended, by table
 */
public record RunRecord(
    String id,
    String study,
    String studyHash,
    String codeVersion,
    long seed,
    Instant startedAt,
    Optional<LocalDate> knownOn,
    List<String> jobs,
    Map<String, String> inputFiles,
    Map<String, Long> versions) {

  /** Canonical constructor; copies the collections. */
  public RunRecord {
    jobs = List.copyOf(jobs);
    inputFiles = Map.copyOf(inputFiles);
    versions = Map.copyOf(versions);
  }

  static RunRecord of(Row row) {
    FieldReader run = new FieldReader(row);
    Map<String, Long> versions = new TreeMap<>();
    run.textMap(Run.TABLE_VERSIONS)
        .forEach((table, version) -> versions.put(table, Long.valueOf(version)));
    return new RunRecord(
        run.text(Run.RUN_ID),
        run.text(Run.STUDY),
        run.text(Run.STUDY_HASH),
        run.text(Run.CODE_VERSION),
        run.whole(Run.SEED),
        run.instant(Run.STARTED_AT),
        run.optionalDate(Run.KNOWN_ON),
        run.optionalTexts(Run.JOBS).orElse(List.of()),
        run.textMap(Run.INPUT_FILES),
        versions);
  }

  /** Version of a table when the run ended; empty where there was no such table. */
  public OptionalLong version(Table table) {
    Long version = versions.get(table.id());
    return version == null ? OptionalLong.empty() : OptionalLong.of(version);
  }

  /** Whether it ran a job; one of a version that did not write jobs down is taken to have. */
  boolean ran(Job job) {
    return jobs.isEmpty() || jobs.contains(job.name());
  }

  /** Whether its jobs read or wrote a table: the version of another may be of any run. */
  boolean used(Table table) {
    return Pipeline.JOBS.stream()
        .filter(this::ran)
        .anyMatch(job -> job.reads().contains(table) || job.writes().contains(table));
  }
}
