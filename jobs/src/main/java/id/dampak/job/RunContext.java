package id.dampak.job;

import id.dampak.contract.Layer;
import id.dampak.contract.Table;
import id.dampak.error.DampakException;
import id.dampak.error.PrivacyErrors;
import id.dampak.lake.Lake;
import id.dampak.lake.Slice;
import id.dampak.privacy.PersonalData;
import id.dampak.privacy.PseudonymKey;
import id.dampak.study.Study;
import id.dampak.text.ModelFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** One run of a study: what its jobs share, and what they note down. */
public final class RunContext {
  private final Study study;
  private final Lake lake;
  private final String runId;
  private final Instant startedAt;
  private final Derivation derivation;
  private final List<Tally> tallies = new ArrayList<>();
  private int reported;
  private final List<String> notes = new ArrayList<>();
  private final List<DampakException> faults = new ArrayList<>();
  private final Map<String, String> inputFiles = new TreeMap<>();

  private final Optional<PseudonymKey> key;

  RunContext(Study study, Lake lake, Instant startedAt) {
    this(study, lake, startedAt, Derivation.OF_WHAT_CHANGED, Optional.empty());
  }

  RunContext(
      Study study,
      Lake lake,
      Instant startedAt,
      Derivation derivation,
      Optional<PseudonymKey> key) {
    this.derivation = derivation;
    this.study = study;
    this.lake = lake;
    this.startedAt = startedAt;
    this.key = key;
    this.runId = RunId.of(study, startedAt);
  }

  Study study() {
    return study;
  }

  SparkSession session() {
    return lake.session();
  }

  String runId() {
    return runId;
  }

  Instant startedAt() {
    return startedAt;
  }

  /**
   * The key by which identifiers of the study's inputs become pseudonyms; empty where they stay as
   * they are or there are none.
   */
  Optional<PseudonymKey> key() {
    if (!PersonalData.needsKey(study)) {
      return Optional.empty();
    }
    return Optional.of(key.orElseThrow(() -> PrivacyErrors.noKey(study.id())));
  }

  Lake lake() {
    return lake;
  }

  Derivation derivation() {
    return derivation;
  }

  /** Where the report of the study goes. */
  Path reportFile() {
    return lake.root().resolve("reports").resolve(study.id()).resolve("report.html");
  }

  /** Where trained models lie. */
  ModelFolder models() {
    return ModelFolder.of(lake.root());
  }

  /** This study's rows of a table, or those of its dataset. */
  Dataset<Row> read(Table table) {
    return lake.read(table, slice(table));
  }

  /** The same of a table that holds only a few of them, at hand. */
  List<Row> collect(Table table) {
    return lake.collect(table, owner(study, table));
  }

  /** Replaces this study's rows of a table, or those of its dataset. */
  void write(Table table, Dataset<Row> rows) {
    lake.replace(table, slice(table), rows);
  }

  /** Brings rows into this study's rows of a table, or those of its dataset. */
  void merge(Table table, Dataset<Row> rows, Column supersedes) {
    lake.merge(table, slice(table), rows, supersedes);
  }

  /** Replaces some of this study's rows of a table, or of those of its dataset. */
  void write(Table table, UnaryOperator<Slice> some, Dataset<Row> rows) {
    lake.replace(table, some.apply(slice(table)), rows);
  }

  /** Adds rows to a table. */
  void append(Table table, Dataset<Row> rows) {
    lake.append(table, rows);
  }

  /** Replaces this study's rows of a table by a few that are at hand: one file, in their order. */
  void write(Table table, List<Row> rows) {
    write(table, lake.rows(table, rows));
  }

  /**
   * Adds a few rows that are at hand; where there are none, a table that is there stays as it is.
   */
  void append(Table table, List<Row> rows) {
    if (!rows.isEmpty() || !lake.has(table)) {
      lake.append(table, lake.rows(table, rows));
    }
  }

  void tally(Tally tally) {
    tallies.add(tally);
  }

  /** Something a reader of the progress should know. */
  void note(String line) {
    notes.add(line);
  }

  /**
   * Something that cannot be done, while the rest of the run can: it goes on, and ends with these
   * faults and the exit code for data that fail a check.
   */
  void fault(DampakException fault) {
    faults.add(fault);
    note("left out: " + fault.problem());
  }

  /** The faults of all jobs so far. */
  List<DampakException> faults() {
    return List.copyOf(faults);
  }

  void inputFile(String name, String sha256) {
    inputFiles.put(name, sha256);
  }

  Map<String, String> inputFiles() {
    return Map.copyOf(inputFiles);
  }

  /** The tallies noted since the last call. */
  List<Tally> drainTallies() {
    List<Tally> drained = tallies.subList(reported, tallies.size());
    reported = tallies.size();
    return List.copyOf(drained);
  }

  /**
   * How the rows of an input fared when they were cleaned: in this run, or else in the latest that
   * did so.
   */
  Optional<Tally> cleaned(String input) {
    return tallies.stream()
        .filter(tally -> tally.subject().equals(input))
        .reduce((earlier, later) -> later)
        .or(() -> JobHistory.latest(lake, study, input));
  }

  /** The notes taken since the last call. */
  List<String> drainNotes() {
    List<String> drained = List.copyOf(notes);
    notes.clear();
    return drained;
  }

  private Slice slice(Table table) {
    return Slice.of(table, owner(study, table));
  }

  /** The rows of a table that are a study's, or those of its dataset. */
  static Optional<Slice> slice(Study study, Table table) {
    return table.owner().map(field -> new Slice(field, owner(study, table)));
  }

  private static String owner(Study study, Table table) {
    if (!table.isShared()) {
      return study.id();
    }
    return table.layer() == Layer.BRONZE ? study.dataset() : study.cleanedDataset();
  }
}
