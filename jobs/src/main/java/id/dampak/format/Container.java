package id.dampak.format;

/** What a file is, whatever it holds. */
public enum Container {
  /** Comma-separated values, plain or gzip. */
  CSV,
  /** A workbook of Excel, as exported. */
  XLSX,
  /** JSON, one object a line or a document. */
  JSON,
  /** Parquet. */
  PARQUET
}
