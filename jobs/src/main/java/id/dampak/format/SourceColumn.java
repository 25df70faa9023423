package id.dampak.format;

import java.util.List;

/**
 * A column that files of a format are known to have.
 *
 * @param name its name in bronze, whichever of its spellings a file uses
 * @param spellings every name that files give it, its own first
 * @param presence whether a file without it is refused
 * @param handling what happens to it on landing
 */
public record SourceColumn(
    String name, List<String> spellings, Presence presence, Handling handling) {

  /** Whether a file can be read without it. */
  public enum Presence {
    REQUIRED,
    OPTIONAL
  }

  /** What happens to a column on landing. */
  public enum Handling {
    /** It lands as it is. */
    KEPT,
    /** It tells about a person, and never lands. */
    PERSONAL,
    /** It names a merchant or an author, and lands as a pseudonym. */
    IDENTIFIER
  }

  /** Canonical constructor; copies the list. */
  public SourceColumn {
    spellings = List.copyOf(spellings);
  }

  SourceColumn required() {
    return new SourceColumn(name, spellings, Presence.REQUIRED, handling);
  }
}
