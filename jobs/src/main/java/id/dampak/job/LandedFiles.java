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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
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
   * @param rows rows that it brought
   * @param name name under which it landed
   * @param uses when its rows counted
   */
  record File(String input, String sha256, String name, long rows, Instant landedAt, Uses uses) {

    /** A file that bronze has rows of, and that is not listed yet. */
    static File unlisted(Row row) {
      FieldReader file = new FieldReader(row);
      return new File(
          file.text(LandedFile.INPUT),
          file.text(LandedFile.SOURCE_SHA256),
          file.text(LandedFile.SOURCE_FILE),
          file.whole(LandedFile.ROWS),
          file.instant(LandedFile.LANDED_AT),
          Uses.NONE);
    }

    static File of(Row row) {
      File file = unlisted(row);
      FieldReader listed = new FieldReader(row);
      Uses uses =
          listed
              .optionalText(LandedFile.COUNTED_DURING)
              .map(Uses::of)
              .orElseGet( // listed by a version that did not say
                  () -> listed.flag(LandedFile.IN_USE) ? Uses.since(file.landedAt) : Uses.NONE);
      return file.with(uses);
    }

    private File with(Uses others) {
      return new File(input, sha256, name, rows, landedAt, others);
    }

    /** The same file, as it is when its rows count or do not count at a moment. */
    private File at(Instant moment, Set<Bytes> counting) {
      if (counting.contains(bytes()) == uses.areOpen()) {
        return this;
      }
      return with(uses.equals(Uses.NONE) ? Uses.since(landedAt) : uses.then(moment));
    }

    private Bytes bytes() {
      return new Bytes(input, sha256);
    }

    private Row row(String dataset) {
      TableRow row =
          new TableRow(LandedFile.TABLE)
              .with(LandedFile.DATASET, dataset)
              .with(LandedFile.INPUT, input)
              .with(LandedFile.SOURCE_SHA256, sha256)
              .with(LandedFile.SOURCE_FILE, name)
              .with(LandedFile.ROWS, rows)
              .with(LandedFile.LANDED_AT, Timestamp.from(landedAt))
              .with(LandedFile.IN_USE, uses.areOpen());
      return uses.equals(Uses.NONE)
          ? row.row()
          : row.with(LandedFile.COUNTED_DURING, uses.text()).row();
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
    return new LandedFiles(all(run).filter(file -> stored.contains(file.input())).toList());
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
            .map(File::unlisted)
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
        all(run).filter(file -> file.uses().areOpen() && names.contains(file.input()));
    return new LandedFiles(Stream.concat(files.stream(), before).distinct().toList());
  }

  /**
   * Writes down all files, with those that count; inputs of other studies stay as they are. Where
   * files have only come, what is written already stays.
   */
  void record(RunContext run, LandedFiles inUse) {
    Instant moment = run.startedAt().truncatedTo(ChronoUnit.MICROS); // as rows carry it
    Set<Bytes> counting = inUse.files.stream().map(File::bytes).collect(Collectors.toSet());
    Set<Row> listed = new LinkedHashSet<>();
    files.forEach(file -> listed.add(file.at(moment, counting).row(run.study().dataset())));
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

  /**
   * The files whose rows count, as the latest landing left them. For what was known by a moment,
   * those of a snapshot that counted then; where none had landed, what is known now is all there
   * is, and its rows say since when it could be known.
   */
  static LandedFiles counting(RunContext run) {
    Set<String> replaceable =
        run.study().inputs().stream()
            .filter(input -> input.delivery() == Input.Delivery.SNAPSHOT)
            .map(Input::name)
            .collect(Collectors.toSet());
    List<File> counting = new ArrayList<>();
    all(run)
        .collect(Collectors.groupingBy(File::input, TreeMap::new, Collectors.toList()))
        .forEach(
            (input, files) -> {
              List<File> then =
                  run.study()
                      .knownBy()
                      .filter(moment -> replaceable.contains(input))
                      .map(moment -> only(files, file -> file.uses().coverUntil(moment)))
                      .orElse(List.of());
              counting.addAll(then.isEmpty() ? only(files, file -> file.uses().areOpen()) : then);
            });
    return new LandedFiles(counting);
  }

  private static List<File> only(List<File> files, Predicate<File> condition) {
    return files.stream().filter(condition).toList();
  }

  private static Stream<File> all(RunContext run) {
    return run.collect(LandedFile.TABLE).stream().map(File::of);
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
