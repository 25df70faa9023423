package id.dampak.bronze;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A row as its file said it.
 *
 * @param number place within the file, 1 = first data row
 * @param fields text by source column, in file order
 * @param within names of fields in lists, as of {@link RowReader#within}
 * @param defect why the row could not be read cleanly, where it could not
 */
record LandedRow(
    long number,
    Map<String, String> fields,
    Map<String, Set<String>> within,
    Optional<String> defect) {

  /** A row without lists. */
  LandedRow(long number, Map<String, String> fields, Optional<String> defect) {
    this(number, fields, Map.of(), defect);
  }
}
