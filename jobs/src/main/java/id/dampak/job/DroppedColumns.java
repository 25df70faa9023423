package id.dampak.job;

import id.dampak.bronze.FileColumns;
import id.dampak.privacy.Fate;
import id.dampak.privacy.PersonalColumns;
import id.dampak.study.Input;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells a run's reader about columns that did not land, and about those that were not there. */
final class DroppedColumns {

  private DroppedColumns() {}

  /** Notes what became of the columns of files that are about to land. */
  static void note(RunContext run, List<FileColumns> files) {
    for (Input input : run.study().inputs()) {
      List<FileColumns> own =
          files.stream().filter(file -> file.input().equals(input.name())).toList();
      if (!own.isEmpty()) {
        noteByName(run, input, own);
        noteAbsent(run, input, own);
      }
    }
  }

  /** One that is dropped for its name alone may be one that somebody misses. */
  private static void noteByName(RunContext run, Input input, List<FileColumns> files) {
    Set<String> dropped = new LinkedHashSet<>();
    files.forEach(file -> dropped.addAll(file.of(Fate.DROPPED_BY_NAME)));
    if (!dropped.isEmpty()) {
      run.note(
          "%s: dropped, because their names are personal and no field needs them: %s"
              .formatted(input.name(), String.join(", ", dropped)));
    }
  }

  /** One that is not there may have another name now, under which it lands. */
  private static void noteAbsent(RunContext run, Input input, List<FileColumns> files) {
    Set<String> present =
        files.stream()
            .flatMap(file -> file.fates().keySet().stream())
            .map(PersonalColumns::normalised)
            .collect(Collectors.toSet());
    List<String> absent =
        input.persons().personal().stream()
            .filter(column -> !present.contains(PersonalColumns.normalised(column)))
            .toList();
    if (!absent.isEmpty()) {
      run.note(
          "%s: declared as personal, and in no file; look whether the source renamed them: %s"
              .formatted(input.name(), String.join(", ", absent)));
    }
  }
}
