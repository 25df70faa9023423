package id.dampak.job;

import id.dampak.bronze.Landing;
import id.dampak.bronze.SourceFile;
import id.dampak.error.DampakException;
import id.dampak.error.InputErrors;
import id.dampak.silver.RequiredColumns;
import id.dampak.study.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Looks at files before they land. One that cannot be used is left out and is a fault of the run;
 * the others land. Without any left of an input the run stops before it writes: what it would say
 * would be about something else than was asked.
 */
final class FileInspection {
  private static final int MOST_NAMES = 8;

  private final RunContext run;
  private final Landing landing;

  FileInspection(RunContext run, Landing landing) {
    this.run = run;
    this.landing = landing;
  }

  /**
   * Those of {@code arrived} that cannot be used.
   *
   * @param given files that the input has in all
   */
  List<SourceFile> stopped(Input input, List<SourceFile> arrived, int given) {
    Map<String, String> required = RequiredColumns.of(input);
    List<SourceFile> stopped = new ArrayList<>();
    List<DampakException> faults = new ArrayList<>();
    for (SourceFile file : arrived) {
      try {
        file.requireWhole();
        noteUnknown(file, landing.inspect(input, file, required));
      } catch (DampakException fault) {
        stopped.add(file);
        faults.add(fault);
      }
    }
    if (!faults.isEmpty() && stopped.size() == given) {
      throw faults.size() == 1 ? faults.get(0) : InputErrors.everyFileStopped(input.name(), faults);
    }
    faults.forEach(run::fault);
    return List.copyOf(stopped);
  }

  private void noteUnknown(SourceFile file, List<String> columns) {
    if (!columns.isEmpty()) {
      String more = columns.size() > MOST_NAMES ? ", …" : "";
      run.note(
          "%s/%s: %d columns that its format does not know are kept: %s%s"
              .formatted(
                  file.input(),
                  file.name(),
                  columns.size(),
                  String.join(", ", columns.subList(0, Math.min(MOST_NAMES, columns.size()))),
                  more));
    }
  }
}
