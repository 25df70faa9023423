package id.dampak.study;

import id.dampak.error.StudyErrors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Replaces the files of a study's inputs by those of the command line. */
public final class Inputs {

  private Inputs() {}

  /**
   * {@code study} with the inputs that {@code overrides} names read from elsewhere.
   *
   * @param overrides entries {@code NAME=PATH}; a name may stand several times, for several files
   */
  public static Study overridden(Study study, List<String> overrides) {
    Map<String, List<Path>> files = new LinkedHashMap<>();
    List<String> names = study.inputs().stream().map(Input::name).toList();
    for (String override : overrides) {
      int equals = override.indexOf('=');
      if (equals < 1 || equals == override.length() - 1) {
        throw StudyErrors.malformedInput(override);
      }
      String name = override.substring(0, equals);
      if (!names.contains(name)) {
        throw StudyErrors.unknownInput(name, names);
      }
      files
          .computeIfAbsent(name, key -> new ArrayList<>())
          .add(Path.of(override.substring(equals + 1)).toAbsolutePath().normalize());
    }
    List<Input> inputs =
        study.inputs().stream()
            .map(
                input ->
                    files.containsKey(input.name())
                        ? input.withFiles(files.get(input.name()))
                        : input)
            .toList();
    return study.withInputs(inputs);
  }
}
