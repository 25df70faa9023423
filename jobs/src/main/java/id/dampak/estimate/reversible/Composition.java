package id.dampak.estimate.reversible;

/** Which switchers the effects at different distances are averaged over. */
public enum Composition {
  /** At each distance all that can be compared there. */
  EACH,
  /** At all distances the switchers for which every effect can be estimated. */
  SAME_FOR_EFFECTS,
  /** At all distances the switchers for which every effect and every placebo can be estimated. */
  SAME_FOR_EFFECTS_AND_PLACEBOS
}
