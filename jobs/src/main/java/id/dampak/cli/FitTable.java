package id.dampak.cli;

import java.util.List;

/**
 * What a fit has beside its terms, such as weights: rows of texts and numbers under a title.
 *
 * @param name title, in snake case
 * @param columns names of the columns
 * @param rows one value for each column: a text, a long or a double
 */
record FitTable(String name, List<String> columns, List<List<Object>> rows) {
  FitTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }
}
