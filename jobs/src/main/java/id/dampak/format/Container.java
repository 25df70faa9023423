package id.dampak.format;

/** What a file is, whatever it holds. */
public enum Container {
  /** Comma-separated values, plain or gzip. */
  CSV,
  /** A workbook of Excel, as exported. */
  XLSX,
  /** JSON, one document or one a line. */
  JSON,
  /** Parquet. */
  PARQUET
}
