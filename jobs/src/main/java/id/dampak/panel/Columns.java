package id.dampak.panel;

import java.util.Set;

/**
 * The columns to read from a file.
 *
 * @param names every column that is needed
 * @param identifiers those of them that are read as text even where they look like numbers, so that
 *     long identifiers and leading zeros survive
 */
public record Columns(Set<String> names, Set<String> identifiers) {
  public Columns {
    names = Set.copyOf(names);
    identifiers = Set.copyOf(identifiers);
  }
}
