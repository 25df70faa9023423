package id.dampak.privacy;

import id.dampak.study.Fields;
import java.util.Arrays;
import java.util.Optional;

/** Whom an identifier names. The same text as one and as the other has unrelated pseudonyms. */
public enum Subject {
  /** Whoever sells: a shop, and often the person who runs it. */
  MERCHANT("m-", Fields.MERCHANT_ID),
  /** Whoever speaks or writes: a host, creator or affiliate. */
  AUTHOR("a-", Fields.AUTHOR_ID);

  private final String prefix;
  private final String field;

  Subject(String prefix, String field) {
    this.prefix = prefix;
    this.field = field;
  }

  /** What every pseudonym of the kind starts with. */
  public String prefix() {
    return prefix;
  }

  /** The field of a study's inputs that names such a one. */
  public String field() {
    return field;
  }

  /** Whom a field names; empty where it names nobody. */
  public static Optional<Subject> named(String field) {
    return Arrays.stream(values()).filter(subject -> subject.field.equals(field)).findAny();
  }
}
