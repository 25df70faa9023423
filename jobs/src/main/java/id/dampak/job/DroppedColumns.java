package id.dampak.job;

import id.dampak.bronze.FileColumns;
import id.dampak.privacy.Fate;
import id.dampak.privacy.PersonalColumns;
import id.dampak.study.Input;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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
        noteUndeclared(run, input, own);
        noteAbsent(run, input, own, "personal", input.persons().personal());
        noteAbsent(run, input, own, "authors", input.persons().authors());
      }
    }
  }

  /** One that nobody declared may be one that somebody misses. */
  private static void noteUndeclared(RunContext run, Input input, List<FileColumns> files) {
    for (Fate fate : Fate.values()) {
      Set<String> met = new LinkedHashSet<>();
      files.forEach(file -> met.addAll(file.of(fate)));
      if (!met.isEmpty()) {
        why(fate)
            .ifPresent(
                why ->
                    run.note(
                        "%s: dropped, because %s: %s"
                            .formatted(input.name(), why, String.join(", ", met))));
      }
    }
  }

  private static Optional<String> why(Fate fate) {
    return switch (fate) {
      case DROPPED_BY_NAME -> Optional.of("their names are personal and no field needs them");
      case DROPPED_WITH_PARTS -> Optional.of("names within them are personal");
      case DROPPED_UNNAMED -> Optional.of("they have no name, and the source has personal columns");
      case KEPT, DROPPED, MERCHANT, AUTHOR -> Optional.empty();
    };
  }

  /** One that is not there may have another name now, under which it lands. */
  private static void noteAbsent(
      RunContext run, Input input, List<FileColumns> files, String what, List<String> declared) {
    Set<String> present =
        files.stream()
            .flatMap(FileColumns::names)
            .map(PersonalColumns::normalised)
            .collect(Collectors.toSet());
    List<String> absent =
        declared.stream()
            .filter(column -> !present.contains(PersonalColumns.normalised(column)))
            .toList();
    if (!absent.isEmpty()) {
      run.note(
          "%s: declared as %s, and in no file; look whether the source renamed them: %s"
              .formatted(input.name(), what, String.join(", ", absent)));
    }
  }
}
