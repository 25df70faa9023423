package id.dampak.quality;

import java.time.LocalDate;
import java.util.Set;

/**
 * What a run changed in the cleaned rows, for the profile to be renewed there only.
 *
 * @param days local days on which transactions came, went or changed; of a row that moved from one
 *     day to another, both
 * @param files names of files that landed, were cleaned anew, or ceased to count
 */
public record Touched(Set<LocalDate> days, Set<String> files) {

  /** Canonical constructor; copies the sets. */
  public Touched {
    days = Set.copyOf(days);
    files = Set.copyOf(files);
  }

  /** Whether a count of transactions, or of rows set aside, has to be made anew. */
  public boolean covers(Count count) {
    return switch (count.counted()) {
      case SET_ASIDE, BLOCK, LANDED -> files.contains(count.file());
      case REPEATED_KEYS -> true;
      case ROWS, SUM, MISSING, VALUE, ORPHANS, BROKEN, FIRST_BROKEN ->
          count.day().isEmpty() || days.contains(LocalDate.parse(count.day()));
    };
  }
}
