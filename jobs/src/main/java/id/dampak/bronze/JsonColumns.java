package id.dampak.bronze;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The columns that were met in the rows of a JSON file so far.
 *
 * @param names columns, in the order in which they were met
 * @param within names of fields in lists, as of {@link RowReader#within}
 */
record JsonColumns(Set<String> names, Map<String, Set<String>> within) {

  /** Adds those of a row. */
  void add(LandedRow row) {
    names.addAll(row.fields().keySet());
    row.within()
        .forEach(
            (column, paths) ->
                within.computeIfAbsent(column, first -> new LinkedHashSet<>()).addAll(paths));
  }

  /** How many names have been met in all. */
  int size() {
    return names.size() + within.values().stream().mapToInt(Set::size).sum();
  }
}
