package id.dampak.bronze;

import id.dampak.format.SourceFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows whose columns land under the names that their format has for them. */
final class KnownNames implements RowReader {
  private static final int MOST_REMEMBERED = 1 << 10;

  private final SourceFormat format;
  private final RowReader rows;

  /** Most rows of a file have the same columns, and to look them up takes long. */
  private final Map<List<String>, List<String>> remembered = new HashMap<>();

  /** The rows of {@code rows}, which are closed with them. */
  KnownNames(SourceFormat format, RowReader rows) {
    this.format = format;
    this.rows = rows;
  }

  @Override
  public List<String> columns() {
    return format.names(rows.columns()).stream().distinct().toList();
  }

  @Override
  public Map<String, Set<String>> within() {
    List<String> own = rows.columns();
    List<String> known = format.names(own);
    Map<String, Set<String>> within = new LinkedHashMap<>();
    rows.within()
        .forEach(
            (column, paths) ->
                within
                    .computeIfAbsent(known.get(own.indexOf(column)), first -> new LinkedHashSet<>())
                    .addAll(paths));
    return within;
  }

  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  @Override
  public LandedRow next() {
    LandedRow row = rows.next();
    List<String> own = new ArrayList<>(row.fields().keySet());
    List<String> known = known(own);
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < own.size(); i++) {
      fields.putIfAbsent(known.get(i), row.fields().getOrDefault(own.get(i), ""));
    }
    return new LandedRow(row.number(), fields, row.defect());
  }

  private List<String> known(List<String> own) {
    if (remembered.size() > MOST_REMEMBERED) {
      remembered.clear();
    }
    return remembered.computeIfAbsent(own, format::names);
  }

  @Override
  public void close() {
    rows.close();
  }
}
