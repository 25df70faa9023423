package id.dampak.bronze;

import java.util.Map;
import java.util.Optional;

/**
 * A row as its file said it.
 *
 * @param number place within the file, 1 = first data row
 * @param fields text by source column, in file order
 * @param defect why the row could not be read cleanly, where it could not
 */
record LandedRow(long number, Map<String, String> fields, Optional<String> defect) {}
