package id.dampak.bronze;

import id.dampak.privacy.Fate;
import id.dampak.privacy.PersonalColumns;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What became of the columns of a file.
 *
 * @param input input that the file belongs to
 * @param fates every column, with what became of it
 * @param within names of fields in the values of columns, each with those of the objects around it
 */
public record FileColumns(String input, Map<String, Fate> fates, Map<String, Set<String>> within) {

  /** The columns that met with a fate. */
  public List<String> of(Fate fate) {
    return fates.entrySet().stream()
        .filter(entry -> entry.getValue() == fate)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Every name that the file has something under: its columns, and fields and objects in them. */
  public Stream<String> names() {
    Stream<String> inColumns =
        within.entrySet().stream()
            .flatMap(entry -> entry.getValue().stream().map(name -> entry.getKey() + "." + name));
    return Stream.concat(fates.keySet().stream(), inColumns)
        .flatMap(PersonalColumns::names)
        .distinct();
  }
}
