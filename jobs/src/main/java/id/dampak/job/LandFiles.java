package id.dampak.job;

import id.dampak.bronze.Landing;
import id.dampak.bronze.LineageNames;
import id.dampak.bronze.SourceFile;
import id.dampak.contract.Landed;
import id.dampak.contract.Table;
import id.dampak.privacy.PseudonymKey;
import id.dampak.privacy.Pseudonyms;
import id.dampak.study.Input;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Lands the files of every input that have not landed yet. Bronze only grows: what a later file
 * corrects or leaves out stays there, so that an earlier state of knowledge can be had again.
 */
final class LandFiles {

  private LandFiles() {}

  /** Looks at every file before it writes the first row. */
  static void run(RunContext run) {
    Map<Input, List<SourceFile>> given = new LinkedHashMap<>();
    for (Input input : run.study().inputs()) {
      if (input.isAbsent()) {
        run.note(input.name() + ": not given, and not needed");
        given.put(input, List.of());
      } else {
        given.put(input, SourceFile.expand(input.name(), input.files()));
      }
    }
    LandedFiles before = LandedFiles.listed(run).with(run, given.values());
    Optional<PseudonymKey> key = run.key();
    LandedColumns columns = LandedColumns.in(run);
    columns.requireSame(key, before);
    Optional<Pseudonyms> pseudonyms = key.map(Pseudonyms::new);
    given.replaceAll(new LineageNames(run.study().inputs(), pseudonyms)::of);
    Landing landing =
        new Landing(run.session(), run.study().dataset(), run.startedAt(), pseudonyms);
    Map<Input, List<SourceFile>> fresh =
        fresh(run, new FileInspection(run, landing), given, before);
    Map<Table, Dataset<Row>> arrivals = new LinkedHashMap<>();
    fresh.forEach(
        (input, files) ->
            arrivals.merge(
                table(input.target()), landing.rows(input, files), Dataset::unionByName));
    columns.record(key, landing.columns());
    DroppedColumns.note(run, landing.columns());
    SideBySide.each(
        arrivals.entrySet(), arrival -> run.append(arrival.getKey(), arrival.getValue()));
    LandedFiles now = before.with(run, given.values());
    LandedFiles inUse = now.inUse(given);
    now.record(run, inUse);
    for (Input input : run.study().inputs()) {
      long rows = inUse.rows(input);
      run.tally(Tally.of(input.name(), rows, rows));
    }
  }

  /** The files of each input that have not landed and that can: all of them are looked at first. */
  private static Map<Input, List<SourceFile>> fresh(
      RunContext run,
      FileInspection inspection,
      Map<Input, List<SourceFile>> given,
      LandedFiles before) {
    Map<Input, List<SourceFile>> fresh = new LinkedHashMap<>();
    given.forEach(
        (input, files) -> {
          List<SourceFile> arrived = before.fresh(files);
          if (arrived.size() < files.size()) {
            run.note(
                "%s: %d of %d files have landed before, byte for byte"
                    .formatted(input.name(), files.size() - arrived.size(), files.size()));
          }
          List<SourceFile> stopped = inspection.stopped(input, arrived, files.size());
          files.stream()
              .filter(file -> !stopped.contains(file))
              .forEach(file -> run.inputFile(file.input() + "/" + file.name(), file.sha256()));
          List<SourceFile> usable =
              arrived.stream().filter(file -> !stopped.contains(file)).toList();
          if (!usable.isEmpty()) {
            fresh.put(input, usable);
          }
        });
    return fresh;
  }

  /** Where the rows for a table of silver land. */
  static Table table(Input.Target target) {
    return switch (target) {
      case SUSPENSION -> Landed.SUSPENSION;
      case TRANSACTION -> Landed.TRANSACTION;
      case ATTRIBUTION -> Landed.ATTRIBUTION;
      case MERCHANT -> Landed.MERCHANT;
      case LIVE_SESSION -> Landed.LIVE_SESSION;
      case CONTENT -> Landed.CONTENT;
      case EVALUATION_TEXT -> Landed.EVALUATION_TEXT;
    };
  }
}
