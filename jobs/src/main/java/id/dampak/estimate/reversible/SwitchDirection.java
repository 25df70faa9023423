package id.dampak.estimate.reversible;

/** Whose effects are averaged. */
public enum SwitchDirection {
  /** All that switch; effects of decreases enter with their sign reversed. */
  BOTH,
  /** Those whose treatment first rises. */
  IN,
  /** Those whose treatment first falls; effects with their sign reversed. */
  OUT
}
