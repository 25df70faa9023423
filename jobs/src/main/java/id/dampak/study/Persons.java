package id.dampak.study;

import java.util.List;

/**
 * The columns of an input that are about persons beside those of its mapping.
 *
 * @param personal columns that never reach the lake
 * @param authors columns that name who speaks or writes, which land as pseudonyms
 */
public record Persons(List<String> personal, List<String> authors) {
  /** No such columns are declared. */
  public static final Persons NONE = new Persons(List.of(), List.of());

  /** Canonical constructor; copies the lists. */
  public Persons {
    personal = List.copyOf(personal);
    authors = List.copyOf(authors);
  }
}
