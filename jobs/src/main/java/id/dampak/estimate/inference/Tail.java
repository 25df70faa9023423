package id.dampak.estimate.inference;

/** Which placebo statistics count as no less extreme than the observed one. */
public enum Tail {
  /** |T*| ≥ |T|. */
  BOTH,
  /** T* ≥ T. */
  UPPER,
  /** T* ≤ T. */
  LOWER
}
