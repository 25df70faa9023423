package id.dampak.disclosure;

/** What becomes of a cell. Readers are told no more than whether it is published. */
public enum Status {
  /** Its value is shown. */
  PUBLISHED,
  /** Hidden, because a rule forbids to show it. */
  PRIMARY,
  /** Hidden, because it would give a primary cell away. */
  SECONDARY;

  /** Of two reasons to hide a cell the one that asks for more. */
  static Status stricter(Status one, Status other) {
    return one == PRIMARY || other == PRIMARY ? PRIMARY : one == SECONDARY ? one : other;
  }
}
