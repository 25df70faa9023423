package id.dampak.bronze;

import id.dampak.error.ContainerErrors;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The columns of all rows of a JSON file together: JSON has no header, and a row may leave out what
 * it lacks. The file is read to its end once more, the first time that somebody asks.
 */
final class JsonColumns {
  private static final int MOST_COLUMNS = 1 << 12;

  private final SourceFile file;
  private final Supplier<RowReader> again;
  private final Set<String> names = new LinkedHashSet<>();
  private final Map<String, Set<String>> within = new LinkedHashMap<>();
  private boolean known;

  /**
   * Those of a file.
   *
   * @param again opens its rows once more
   */
  JsonColumns(SourceFile file, Supplier<RowReader> again) {
    this.file = file;
    this.again = again;
  }

  /** The columns, in the order in which they are met. */
  List<String> names() {
    meetAll();
    return List.copyOf(names);
  }

  /** Names of fields in lists, as of {@link RowReader#within}. */
  Map<String, Set<String>> within() {
    meetAll();
    return within;
  }

  private void meetAll() {
    if (known) {
      return;
    }
    try (RowReader rows = again.get()) {
      while (rows.hasNext()) {
        meet(rows.next());
      }
    }
    known = true;
  }

  private void meet(LandedRow row) {
    names.addAll(row.fields().keySet());
    row.within()
        .forEach(
            (column, paths) ->
                within.computeIfAbsent(column, first -> new LinkedHashSet<>()).addAll(paths));
    if (names.size() + within.values().stream().mapToInt(Set::size).sum() > MOST_COLUMNS) {
      throw ContainerErrors.unreadableJson(
          file.input(),
          file.place(),
          row.number(),
          "and those before it have more than %,d different columns".formatted(MOST_COLUMNS));
    }
  }
}
