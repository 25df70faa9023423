package id.dampak.estimate.sensitivity;

/** How far a study, or one kind of evidence in it, supports a causal reading; worst last. */
public enum Standing {
  /** Nothing found that speaks against it. */
  IDENTIFIED,
  /** Holds under assumptions that the data strain or cannot check. */
  FRAGILE,
  /** The data contradict it or do not contain it. */
  NOT_IDENTIFIED;

  /** The worse of two. */
  Standing or(Standing other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
