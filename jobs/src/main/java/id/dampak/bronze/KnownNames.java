package id.dampak.bronze;

import id.dampak.format.SourceColumn;
import id.dampak.format.SourceFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows whose columns land under the names that their format has for them. */
final class KnownNames implements RowReader {
  private final SourceFormat format;
  private final RowReader rows;

  /** The rows of {@code rows}, which are closed with them. */
  KnownNames(SourceFormat format, RowReader rows) {
    this.format = format;
    this.rows = rows;
  }

  @Override
  public List<String> columns() {
    return rows.columns().stream().map(this::known).distinct().toList();
  }

  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  @Override
  public LandedRow next() {
    LandedRow row = rows.next();
    Map<String, String> fields = new LinkedHashMap<>();
    row.fields().forEach((name, text) -> fields.putIfAbsent(known(name), text));
    return new LandedRow(row.number(), fields, row.defect());
  }

  private String known(String name) {
    return format.column(name).map(SourceColumn::name).orElse(name);
  }

  @Override
  public void close() {
    rows.close();
  }
}
