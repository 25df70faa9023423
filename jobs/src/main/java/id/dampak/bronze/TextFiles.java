package id.dampak.bronze;

import id.dampak.error.InputErrors;
import id.dampak.format.SourceFormat;
import id.dampak.format.Spelling;
import id.dampak.study.Input;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Looks at files that we read ourselves, before anything of them is written. */
final class TextFiles {

  private TextFiles() {}

  /**
   * Refuses a file that lacks a column or can be read in two ways.
   *
   * @return columns that the format does not know; empty where the format leaves them to the study
   */
  static List<String> inspect(Input input, SourceFile file, Map<String, String> required) {
    SourceFormat format = input.format().declaration();
    try (RowReader rows = RowReaders.of(input).open(file)) {
      requireColumns(input, file, rows.columns(), required);
      new Ambiguity(input, file).refuse(rows);
      return rows.columns().stream()
          .filter(column -> format.isDeclared() && format.column(column).isEmpty())
          .toList();
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
            String closest = Spelling.closest(column, present);
            Path path = file.place();
            throw format.column(column).isPresent()
                ? InputErrors.notOfTheFormat(
                    file.input(), path, input.format().id(), column, present, closest)
                : InputErrors.missingColumn(file.input(), path, column, field, present, closest);
          }
        });
  }
}
