package id.dampak.bronze;

import id.dampak.format.SourceFormat;

/** Opens files by what they are. */
final class RowReaders {

  private RowReaders() {}

  /** The rows of a file; close the result. */
  static RowReader open(SourceFile file, SourceFormat format) {
    Records records = CsvRecords.of(file);
    try {
      return new TableRows(file, format, records);
    } catch (RuntimeException e) {
      records.close();
      throw e;
    }
  }
}
