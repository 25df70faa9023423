package id.dampak.job;

import id.dampak.bronze.Landing;
import id.dampak.bronze.LineageNames;
import id.dampak.bronze.SourceFile;
import id.dampak.contract.Landed;
import id.dampak.contract.Table;
import id.dampak.error.DampakException;
import id.dampak.error.DataErrors;
import id.dampak.privacy.PseudonymKey;
import id.dampak.privacy.Pseudonyms;
import id.dampak.study.Input;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Lands the files of every input that have not landed yet. Bronze only grows: what a later file
 * corrects or leaves out stays there, so that an earlier state of knowledge can be had again.
 */
final class LandFiles {

  private LandFiles() {}

  /**
   * Looks at every file before it writes the first row.
   *
   * @throws id.dampak.error.DampakException where nothing can be used of an input that the run
   *     cannot go on without, after the files of the others have landed
   */
  static void run(RunContext run) {
    FileFaults faults = new FileFaults(run);
    Map<Input, List<SourceFile>> given = given(run, faults);
    LandedFiles before = LandedFiles.listed(run).with(run, given.values());
    Optional<PseudonymKey> key = run.key();
    LandedColumns columns = LandedColumns.in(run);
    columns.requireSame(key, before);
    Optional<Pseudonyms> pseudonyms = key.map(Pseudonyms::new);
    given.replaceAll(new LineageNames(run.study().inputs(), pseudonyms)::of);
    Landing landing =
        new Landing(run.session(), run.study().dataset(), run.startedAt(), pseudonyms);
    Map<Input, List<SourceFile>> usable =
        usable(run, new FileInspection(run, landing, faults), given, before);
    Map<Table, Dataset<Row>> arrivals = new LinkedHashMap<>();
    usable.forEach(
        (input, files) -> {
          List<SourceFile> fresh = before.fresh(files);
          if (!fresh.isEmpty()) {
            arrivals.merge(table(input.target()), landing.rows(input, fresh), Dataset::unionByName);
          }
        });
    columns.record(key, landing.columns());
    DroppedColumns.note(run, landing.columns());
    SideBySide.each(
        arrivals.entrySet(), arrival -> run.append(arrival.getKey(), arrival.getValue()));
    LandedFiles now = before.with(run, usable.values());
    Set<Input> missed = faults.missed(usable, now);
    LandedFiles inUse = now.inUse(usable).keeping(run, missed);
    now.record(run, inUse);
    if (!missed.isEmpty()) {
      throw DataErrors.nothingUsable(missed.stream().map(Input::name).toList(), run.faults());
    }
    for (Input input : run.study().inputs()) {
      long rows = inUse.rows(input);
      run.tally(Tally.of(input.name(), rows, rows));
    }
  }

  /** The files of each input, but for places that cannot be read. */
  private static Map<Input, List<SourceFile>> given(RunContext run, FileFaults faults) {
    Map<Input, List<SourceFile>> given = new LinkedHashMap<>();
    for (Input input : run.study().inputs()) {
      List<SourceFile> files = new ArrayList<>();
      if (input.isAbsent()) {
        run.note(input.name() + ": not given, and not needed");
      } else {
        for (Path place : SourceFile.places(input.name(), input.files())) {
          try {
            files.addAll(SourceFile.at(input.name(), place));
          } catch (DampakException fault) {
            faults.leaveOut(input, fault);
          }
        }
      }
      given.put(input, files);
    }
    return given;
  }

  /** The files of each input that have landed or can: those that have not are looked at. */
  private static Map<Input, List<SourceFile>> usable(
      RunContext run,
      FileInspection inspection,
      Map<Input, List<SourceFile>> given,
      LandedFiles before) {
    Map<Input, List<SourceFile>> usable = new LinkedHashMap<>();
    given.forEach(
        (input, files) -> {
          List<SourceFile> arrived = before.fresh(files);
          if (arrived.size() < files.size()) {
            run.note(
                "%s: %d of %d files have landed before, byte for byte"
                    .formatted(input.name(), files.size() - arrived.size(), files.size()));
          }
          Set<String> stopped = inspection.stopped(input, arrived);
          List<SourceFile> left =
              files.stream().filter(file -> !stopped.contains(file.sha256())).toList();
          left.forEach(file -> run.inputFile(file.input() + "/" + file.name(), file.sha256()));
          usable.put(input, left);
        });
    return usable;
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
