package id.dampak.estimate.reversible;

/** What is believed about a treatment that is missing before the first known switch. */
public enum TreatmentGaps {
  /** A gap between two observations of the same treatment had that treatment too. */
  FILLED,
  /** The unit may have switched in the gap: its outcomes from there on do not enter. */
  CUT
}
