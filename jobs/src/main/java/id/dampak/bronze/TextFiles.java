package id.dampak.bronze;

import id.dampak.error.InputErrors;
import id.dampak.format.SourceFormat;
import id.dampak.format.Spelling;
import id.dampak.privacy.PersonalColumns;
import id.dampak.study.Input;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at files that we read ourselves, before anything of them is written. */
final class TextFiles {

  private TextFiles() {}

  /**
   * Refuses a file that lacks a column or can be read in two ways.
   *
   * @return its columns, by the names under which they land
   */
  static FileColumns inspect(
      Input input, SourceFile file, Map<String, String> required, Redaction redaction) {
    try (RowReader rows = RowReaders.of(input).open(file)) {
      requireColumns(input, file, rows.columns(), required);
      new Ambiguity(input, file).refuse(rows);
      Map<String, Set<String>> within = rows.within();
      return new FileColumns(file.input(), redaction.fates(rows.columns(), within), within);
    }
  }

  /**
   * Refuses a file that lacks one of {@code required}.
   *
   * @param required source columns, each with what needs it
   */
  static void requireColumns(
      Input input, SourceFile file, List<String> present, Map<String, String> required) {
    SourceFormat format = input.format().declaration();
    required.forEach(
        (column, field) -> {
          if (!present.contains(column)) {
            List<String> shown = PersonalColumns.shown(present);
            String closest = Spelling.closest(column, shown);
            Path path = file.place();
            throw format.column(column).isPresent()
                ? InputErrors.notOfTheFormat(
                    file.input(), path, input.format().id(), column, shown, closest)
                : InputErrors.missingColumn(file.input(), path, column, field, shown, closest);
          }
        });
  }
}
