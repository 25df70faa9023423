package id.dampak.job;

import id.dampak.contract.CleanedFile;
import id.dampak.study.Input;
import id.dampak.study.Study;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** The files whose rows are in silver, each with the way in which its rows were read. */
record CleanedFiles(Set<CleanedFiles.File> files) {

  /**
   * A file that was cleaned, or has to be.
   *
   * @param target name of the table of silver
   * @param typing hash of all that decides how its rows are read
   */
  record File(String target, String input, String sha256, String typing) {
    static File of(Row row) {
      FieldReader file = new FieldReader(row);
      return new File(
          file.text(CleanedFile.TARGET),
          file.text(CleanedFile.INPUT),
          file.text(CleanedFile.SOURCE_SHA256),
          file.text(CleanedFile.TYPING));
    }
  }

  CleanedFiles {
    files = Set.copyOf(files);
  }

  /** What the latest cleaning left. */
  static CleanedFiles listed(RunContext run) {
    return new CleanedFiles(
        run.collect(CleanedFile.TABLE).stream().map(File::of).collect(Collectors.toSet()));
  }

  /** What a cleaning by the study's declarations leaves. */
  static CleanedFiles wanted(Study study, Input.Target target, LandedFiles landed) {
    return new CleanedFiles(
        study.inputsFor(target).stream()
            .flatMap(
                input -> {
                  String typing = typing(study, input);
                  return landed.hashes(input).stream()
                      .map(hash -> new File(name(target), input.name(), hash, typing));
                })
            .collect(Collectors.toSet()));
  }

  CleanedFiles of(Input.Target target) {
    return new CleanedFiles(
        files.stream()
            .filter(file -> file.target().equals(name(target)))
            .collect(Collectors.toSet()));
  }

  CleanedFiles without(CleanedFiles others) {
    return new CleanedFiles(
        files.stream().filter(file -> !others.files.contains(file)).collect(Collectors.toSet()));
  }

  /** Each with all that decides its rows. */
  Set<String> lines() {
    return files.stream().map(File::toString).collect(Collectors.toSet());
  }

  Set<String> hashes(Input input) {
    return files.stream()
        .filter(file -> file.input().equals(input.name()))
        .map(File::sha256)
        .collect(Collectors.toSet());
  }

  /**
   * Lists the files whose rows are in silver after some batches, and no others. Where files have
   * only come, what is listed already stays.
   *
   * @param before what is listed
   */
  static void record(RunContext run, CleanedFiles before, List<CleaningBatch> batches) {
    Set<File> wanted = all(batches, CleaningBatch::wanted);
    Set<File> cleaned = all(batches, CleaningBatch::files);
    if (wanted.containsAll(before.files) && Collections.disjoint(cleaned, before.files)) {
      run.append(CleanedFile.TABLE, rows(run, cleaned));
    } else {
      run.write(CleanedFile.TABLE, rows(run, wanted));
    }
  }

  private static Set<File> all(
      List<CleaningBatch> batches, Function<CleaningBatch, CleanedFiles> some) {
    return batches.stream()
        .flatMap(batch -> some.apply(batch).files.stream())
        .collect(Collectors.toSet());
  }

  private static List<Row> rows(RunContext run, Set<File> files) {
    return files.stream()
        .map(
            file ->
                new TableRow(CleanedFile.TABLE)
                    .with(CleanedFile.DATASET, run.study().cleanedDataset())
                    .with(CleanedFile.TARGET, file.target())
                    .with(CleanedFile.INPUT, file.input())
                    .with(CleanedFile.SOURCE_SHA256, file.sha256())
                    .with(CleanedFile.TYPING, file.typing())
                    .with(CleanedFile.CLEANED_AT, Timestamp.from(run.startedAt()))
                    .row())
        .toList();
  }

  private static String name(Input.Target target) {
    return Cleaning.table(target).name();
  }

  /** Where the files lie decides nothing; a declaration prints alike on every machine. */
  private static String typing(Study study, Input input) {
    String all =
        String.join(
            "\n",
            input.withFiles(List.of()).toString(),
            study.regions().name(),
            study.timeZone(),
            study.currency().toString(),
            study.quality().toString(),
            CodeVersion.current());
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
