package id.dampak.privacy;

import java.util.Optional;

/** What becomes of a source column when its file lands. */
public enum Fate {
  /** It lands as it is. */
  KEPT,
  /** It was declared as personal: neither its values nor hashes of them land. */
  DROPPED,
  /** Nobody declared it, but its name says that it is personal; it is dropped all the same. */
  DROPPED_BY_NAME,
  /** Something within its values has a personal name; it is dropped as a whole. */
  DROPPED_WITH_PARTS,
  /** It has no name by which it could be judged, in a source with personal columns. */
  DROPPED_UNNAMED,
  /** It names a merchant, and lands as a pseudonym. */
  MERCHANT,
  /** It names an author, and lands as a pseudonym. */
  AUTHOR;

  /** Whether nothing of it lands. */
  public boolean dropped() {
    return switch (this) {
      case DROPPED, DROPPED_BY_NAME, DROPPED_WITH_PARTS, DROPPED_UNNAMED -> true;
      case KEPT, MERCHANT, AUTHOR -> false;
    };
  }

  /** Whom its values name, where they do. */
  public Optional<Subject> subject() {
    return switch (this) {
      case MERCHANT -> Optional.of(Subject.MERCHANT);
      case AUTHOR -> Optional.of(Subject.AUTHOR);
      case KEPT, DROPPED, DROPPED_BY_NAME, DROPPED_WITH_PARTS, DROPPED_UNNAMED -> Optional.empty();
    };
  }

  /** What becomes of it where identifiers stay as they are. */
  public Fate withoutPseudonyms() {
    return switch (this) {
      case KEPT, MERCHANT, AUTHOR -> KEPT;
      case DROPPED, DROPPED_BY_NAME, DROPPED_WITH_PARTS, DROPPED_UNNAMED -> this;
    };
  }

  /** In words that follow "the column". */
  public String words() {
    return switch (this) {
      case KEPT -> "is kept";
      case DROPPED, DROPPED_BY_NAME, DROPPED_WITH_PARTS, DROPPED_UNNAMED -> "is dropped";
      case MERCHANT -> "is kept as pseudonyms of merchants";
      case AUTHOR -> "is kept as pseudonyms of authors";
    };
  }
}
