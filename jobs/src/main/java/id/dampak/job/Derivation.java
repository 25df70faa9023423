package id.dampak.job;

/** How much of silver and of the panel a run derives. */
public enum Derivation {
  /** Rows of files that are new, and periods that they touch; the rest stands as it is. */
  OF_WHAT_CHANGED,
  /** All of it, from bronze. The result is the same. */
  OF_EVERYTHING
}
