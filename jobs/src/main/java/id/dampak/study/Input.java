package id.dampak.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One source of rows.
 *
 * @param name name that {@code --input NAME=PATH} overrides and that rows carry
 * @param target table that its rows are for
 * @param format how the files are written
 * @param files resolved paths or globs
 * @param timeZone IANA zone of times without an offset
 * @param timeZones zones of single countries, where a source covers several
 * @param dateFormat {@code iso}, or a pattern as of {@link java.time.format.DateTimeFormatter}
 * @param columns where each target field comes from; empty when the file uses the canonical names
 * @param delivery what the files of one run are to those of earlier runs
 * @param use local days whose rows enter the panel, where a source is superseded by another outside
 *     them
 * @param persons columns that are about persons, beside those of the mapping
 */
public record Input(
    String name,
    Target target,
    Format format,
    List<Path> files,
    String timeZone,
    Map<String, String> timeZones,
    String dateFormat,
    Map<String, Mapping> columns,
    Delivery delivery,
    Optional<Window> use,
    Persons persons) {

  /** Canonical constructor; copies the collections. */
  public Input {
    files = List.copyOf(files);
    timeZones = Map.copyOf(timeZones);
    columns = Map.copyOf(columns);
  }

  /** The table that rows are for. */
  public enum Target {
    SUSPENSION,
    TRANSACTION,
    MERCHANT,
    LIVE_SESSION,
    CONTENT,
    /** Texts that the classifier is judged by and never learns from. */
    EVALUATION_TEXT;

    /** Whether a study runs without files of this kind, and says so. */
    public boolean mayBeAbsent() {
      return this == EVALUATION_TEXT;
    }
  }

  /** How files are written. */
  public enum Format {
    /** Comma-separated values with a header row, plain or gzip. */
    CSV,
    /** Parquet. */
    PARQUET,
    /** The combined sheet of Access Now's STOP registry as CSV, plain or gzip. */
    STOP
  }

  /** What the files of one run are to those that landed in earlier runs. */
  public enum Delivery {
    /** All there is: rows of files that are no longer given stay in bronze, and no longer count. */
    SNAPSHOT,
    /** What is new: it comes on top of all that landed before. */
    INCREMENTS
  }

  /** Whether the study does without it, because no files were given and none are needed. */
  public boolean isAbsent() {
    return files.isEmpty() && target.mayBeAbsent();
  }

  /** The same input read from elsewhere. */
  public Input withFiles(List<Path> others) {
    return new Input(
        name,
        target,
        format,
        others,
        timeZone,
        timeZones,
        dateFormat,
        columns,
        delivery,
        use,
        persons);
  }
}
