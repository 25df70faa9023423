package id.dampak.bronze;

import id.dampak.privacy.Fate;
import java.util.List;
import java.util.Map;

/**
 * What became of the columns of a file.
 *
 * @param input input that the file belongs to
 * @param fates every column, with what became of it
 */
public record FileColumns(String input, Map<String, Fate> fates) {

  /** The columns that met with a fate. */
  public List<String> of(Fate fate) {
    return fates.entrySet().stream()
        .filter(entry -> entry.getValue() == fate)
        .map(Map.Entry::getKey)
        .toList();
  }
}
