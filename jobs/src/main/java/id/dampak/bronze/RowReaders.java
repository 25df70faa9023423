package id.dampak.bronze;

import id.dampak.format.Container;
import id.dampak.format.SourceFormat;
import id.dampak.study.Input;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Opens the files of an input by what they are, which their first bytes say and not their names.
 *
 * @param format how the files are written
 * @param within sheet or list that holds the rows; empty for the first sheet, or a whole document
 * @param delimiter what stands between the fields of text
 */
record RowReaders(Input.Format format, String within, char delimiter) implements Serializable {

  /** The readers for the files of an input. */
  static RowReaders of(Input input) {
    return new RowReaders(
        input.format(),
        input.notation().sheet().or(input.format().declaration().layout()::within).orElse(""),
        input.notation().delimiter());
  }

  /** The rows of a file; close the result. */
  RowReader open(SourceFile file) {
    SourceFormat declaration = format.declaration();
    if (isJson(file)) {
      // Where nothing but lines may be, a bad one is not taken for the start of a document.
      boolean anyJson = declaration.isDeclared();
      RowReader rows = anyJson ? JsonRows.any(file, asked()) : JsonRows.lines(file);
      return new KnownNames(declaration, rows);
    }
    Records records = isWorkbook(file) ? workbook(file) : CsvRecords.of(file, delimiter);
    try {
      return new TableRows(file, declaration, records);
    } catch (RuntimeException e) {
      records.close();
      throw e;
    }
  }

  private boolean isJson(SourceFile file) {
    List<Container> containers = format.declaration().containers();
    return containers.contains(Container.JSON)
        && (containers.size() == 1 || JsonRows.startsAsJson(file));
  }

  private static boolean isWorkbook(SourceFile file) {
    return !file.isEntry() && Packing.of(file.input(), Path.of(file.path())) == Packing.WORKBOOK;
  }

  private Records workbook(SourceFile file) {
    return XlsxRecords.of(file, asked());
  }

  private Optional<String> asked() {
    return within.isEmpty() ? Optional.empty() : Optional.of(within);
  }
}
