package id.dampak.estimate.reversible;

/** What an effect is counted per. */
public enum EffectScale {
  /** The change of the outcome that a switch made, whatever the dose. */
  PER_SWITCH,
  /**
   * That change per unit of treatment: divided by the mean dose, which for effects over several
   * periods is the sum of the doses so far (δ^D_ℓ, the normalised effect).
   */
  PER_UNIT
}
