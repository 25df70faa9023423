package id.dampak.privacy;

/** Whom an identifier names. The same text as one and as the other has unrelated pseudonyms. */
public enum Subject {
  /** Whoever sells: a shop, and often the person who runs it. */
  MERCHANT("m-"),
  /** Whoever speaks or writes: a host, creator or affiliate. */
  AUTHOR("a-");

  private final String prefix;

  Subject(String prefix) {
    this.prefix = prefix;
  }

  /** What every pseudonym of the kind starts with. */
  public String prefix() {
    return prefix;
  }
}
