package id.dampak.job;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import id.dampak.bronze.SourceFile;
import id.dampak.contract.Landed;
import id.dampak.contract.LandedFile;
import id.dampak.study.Input;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The files whose rows bronze holds, by the list beside it. A run may have been cut between the
 * two, so whether a file that is not listed has landed is counted in bronze itself.
 */
record LandedFiles(List<File> files) {

  /**
   * A file that has landed.
   *
   * @param name name under which it landed
   * @param rows rows that it brought
   */
  record File(String input, String sha256, String name, long rows, Instant landedAt) {
    static File of(Row row) {
      FieldReader file = new FieldReader(row);
      return new File(
          file.text(LandedFile.INPUT),
          file.text(LandedFile.SOURCE_SHA256),
          file.text(LandedFile.SOURCE_FILE),
          file.whole(LandedFile.ROWS),
          file.instant(LandedFile.LANDED_AT));
    }

    private Bytes bytes() {
      return new Bytes(input, sha256);
    }

    private Row row(String dataset, boolean inUse) {
      return new TableRow(LandedFile.TABLE)
          .with(LandedFile.DATASET, dataset)
          .with(LandedFile.INPUT, input)
          .with(LandedFile.SOURCE_SHA256, sha256)
          .with(LandedFile.SOURCE_FILE, name)
          .with(LandedFile.ROWS, rows)
          .with(LandedFile.LANDED_AT, Timestamp.from(landedAt))
          .with(LandedFile.IN_USE, inUse)
          .row();
    }
  }

  private record Bytes(String input, String sha256) {
    static Bytes of(SourceFile file) {
      return new Bytes(file.input(), file.sha256());
    }
  }

  LandedFiles {
    files = List.copyOf(files);
  }

  /** The files of a study's inputs that are listed, unless the table of their rows was removed. */
  static LandedFiles listed(RunContext run) {
    Set<String> stored =
        run.study().inputs().stream()
            .filter(input -> run.lake().has(LandFiles.table(input.target())))
            .map(Input::name)
            .collect(Collectors.toSet());
    return new LandedFiles(
        run.collect(LandedFile.TABLE).stream()
            .map(File::of)
            .filter(file -> stored.contains(file.input()))
            .toList());
  }

  /** These, and those of {@code given} whose rows are in bronze although they are not listed. */
  LandedFiles with(RunContext run, Collection<List<SourceFile>> given) {
    Set<SourceFile> unlisted =
        given.stream().flatMap(some -> fresh(some).stream()).collect(Collectors.toSet());
    if (unlisted.isEmpty()) {
      return this;
    }
    Set<String> hashes = unlisted.stream().map(SourceFile::sha256).collect(Collectors.toSet());
    Set<String> theirs = unlisted.stream().map(SourceFile::input).collect(Collectors.toSet());
    Set<Bytes> known = files.stream().map(File::bytes).collect(Collectors.toSet());
    Stream<File> found =
        run.study().inputs().stream()
            .filter(input -> theirs.contains(input.name()))
            .map(input -> LandFiles.table(input.target()))
            .distinct()
            .map(table -> counted(run.read(table), hashes))
            .reduce(Dataset::unionByName)
            .map(Dataset::collectAsList)
            .orElseGet(List::of)
            .stream()
            .map(File::of)
            .filter(file -> theirs.contains(file.input()) && !known.contains(file.bytes()));
    return new LandedFiles(Stream.concat(files.stream(), found).toList());
  }

  private static Dataset<Row> counted(Dataset<Row> bronze, Set<String> hashes) {
    return bronze
        .filter(Landed.SOURCE_SHA256.col().isInCollection(hashes))
        .groupBy(Landed.INPUT.col(), Landed.SOURCE_SHA256.col())
        .agg(
            min(Landed.SOURCE_FILE.col()).as(LandedFile.SOURCE_FILE.name()),
            count(lit(1)).as(LandedFile.ROWS.name()),
            min(Landed.INGESTED_AT.col()).as(LandedFile.LANDED_AT.name()));
  }

  /** Those of {@code given} whose bytes are new, the first of several copies. */
  List<SourceFile> fresh(List<SourceFile> given) {
    Set<Bytes> known =
        files.stream().map(File::bytes).collect(Collectors.toCollection(HashSet::new));
    return given.stream().filter(file -> known.add(Bytes.of(file))).toList();
  }

  /** The files whose rows count for a run that was given {@code given}. */
  LandedFiles inUse(Map<Input, List<SourceFile>> given) {
    Set<Bytes> named =
        given.values().stream()
            .flatMap(Collection::stream)
            .map(Bytes::of)
            .collect(Collectors.toSet());
    Set<String> growing =
        given.keySet().stream()
            .filter(input -> input.delivery() == Input.Delivery.INCREMENTS)
            .map(Input::name)
            .collect(Collectors.toSet());
    return new LandedFiles(
        files.stream()
            .filter(file -> named.contains(file.bytes()) || growing.contains(file.input()))
            .toList());
  }

  /** These, and those of some inputs that counted before: what was to replace them did not come. */
  LandedFiles keeping(RunContext run, Set<Input> inputs) {
    if (inputs.isEmpty()) {
      return this;
    }
    Set<String> names = inputs.stream().map(Input::name).collect(Collectors.toSet());
    Stream<File> before =
        counting(run).files.stream().filter(file -> names.contains(file.input()));
    return new LandedFiles(Stream.concat(files.stream(), before).distinct().toList());
  }

  /**
   * Writes down all files, with those that count; inputs of other studies stay as they are. Where
   * files have only come, what is written already stays.
   */
  void record(RunContext run, LandedFiles inUse) {
    Set<File> counting = Set.copyOf(inUse.files);
    Set<Row> listed = new LinkedHashSet<>();
    files.forEach(file -> listed.add(file.row(run.study().dataset(), counting.contains(file))));
    Set<Row> before = new LinkedHashSet<>(run.collect(LandedFile.TABLE));
    Set<String> names = names(run);
    Map<Boolean, List<Row>> ours =
        before.stream()
            .collect(
                Collectors.partitioningBy(
                    row -> names.contains(row.<String>getAs(LandedFile.INPUT.name()))));
    if (listed.containsAll(ours.get(true))) {
      listed.removeAll(before);
      run.append(LandedFile.TABLE, List.copyOf(listed));
    } else {
      listed.addAll(ours.get(false));
      run.write(LandedFile.TABLE, List.copyOf(listed));
    }
  }

  /** The files whose rows count, as the latest landing left them. */
  static LandedFiles counting(RunContext run) {
    return new LandedFiles(
        run.collect(LandedFile.TABLE).stream()
            .filter(row -> new FieldReader(row).flag(LandedFile.IN_USE))
            .map(File::of)
            .toList());
  }

  /** The hashes of an input's files. */
  Set<String> hashes(Input input) {
    return files.stream()
        .filter(file -> file.input().equals(input.name()))
        .map(File::sha256)
        .collect(Collectors.toSet());
  }

  /** The names of some files. */
  Set<String> names(CleanedFiles some) {
    Set<Bytes> named =
        some.files().stream()
            .map(file -> new Bytes(file.input(), file.sha256()))
            .collect(Collectors.toSet());
    return files.stream()
        .filter(file -> named.contains(file.bytes()))
        .map(File::name)
        .collect(Collectors.toSet());
  }

  /** Rows of an input. */
  long rows(Input input) {
    return files.stream()
        .filter(file -> file.input().equals(input.name()))
        .mapToLong(File::rows)
        .sum();
  }

  private static Set<String> names(RunContext run) {
    return run.study().inputs().stream().map(Input::name).collect(Collectors.toSet());
  }
}
