package id.dampak.estimate;

/** What an interruption may do to a series. */
public enum SlopeChange {
  /** It moves the level only: the choice for an event of a few periods. */
  NONE,
  /** It moves level and slope. */
  FREE
}
