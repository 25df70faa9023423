package id.dampak.job;

import id.dampak.bronze.Landing;
import id.dampak.bronze.SourceFile;
import id.dampak.error.DampakException;
import id.dampak.silver.RequiredColumns;
import id.dampak.study.Input;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at files before they land. One that cannot be used is left out; the others land. */
final class FileInspection {
  private static final int MOST_NAMES = 8;

  private final RunContext run;
  private final Landing landing;
  private final FileFaults faults;

  FileInspection(RunContext run, Landing landing, FileFaults faults) {
    this.run = run;
    this.landing = landing;
    this.faults = faults;
  }

  /** The hashes of those of {@code arrived} that cannot be used. */
  Set<String> stopped(Input input, List<SourceFile> arrived) {
    Map<String, String> required = RequiredColumns.of(input);
    Set<String> stopped = new HashSet<>();
    for (SourceFile file : arrived) {
      try {
        file.requireWhole();
        noteUnknown(file, landing.inspect(input, file, required));
      } catch (DampakException fault) {
        stopped.add(file.sha256());
        faults.leaveOut(input, fault);
      }
    }
    return Set.copyOf(stopped);
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
