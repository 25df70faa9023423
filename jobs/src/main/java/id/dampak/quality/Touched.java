package id.dampak.quality;

import id.dampak.contract.Table;
import id.dampak.contract.Transaction;
import java.time.LocalDate;
import java.util.Set;

/**
 * What a run changed in the cleaned rows, for the profile to be renewed there only.
 *
 * @param days local days on which transactions came, went or changed; of a row that moved from one
 *     day to another, both
 * @param files names of files that landed, were cleaned anew, or ceased to count
 * @param tables names of the other tables of which a row may have changed
 */
public record Touched(Set<LocalDate> days, Set<String> files, Set<String> tables) {

  /** Canonical constructor; copies the sets. */
  public Touched {
    days = Set.copyOf(days);
    files = Set.copyOf(files);
    tables = Set.copyOf(tables);
  }

  /** Whether all is as it was. */
  public boolean isNothing() {
    return days.isEmpty() && files.isEmpty() && tables.isEmpty();
  }

  /** Whether the accepted rows of a table have to be counted anew; of transactions, some. */
  public boolean reaches(Table table) {
    return table.equals(Transaction.TABLE) || tables.contains(table.name());
  }

  /** Whether a count has to be made anew. */
  public boolean covers(Count count) {
    return switch (count.counted()) {
      case SET_ASIDE, BLOCK, LANDED -> files.contains(count.file());
      case ROWS, SUM, MISSING, VALUE, ORPHANS, BROKEN, FIRST_BROKEN, REPEATED_KEYS ->
          count.table().equals(Transaction.TABLE.name())
              ? count.day().isEmpty() || days.contains(LocalDate.parse(count.day()))
              : tables.contains(count.table());
      case UNKNOWN_COLUMN -> true;
    };
  }
}
