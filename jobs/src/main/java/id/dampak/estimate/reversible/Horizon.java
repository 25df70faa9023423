package id.dampak.estimate.reversible;

/**
 * Which two outcomes of a unit are compared when the last place before a switch is s: those of s
 * and of s + ℓ for an effect, of s and of s − ℓ for a placebo. A placebo asks for the outcome of s
 * + ℓ as well, so that it is about the same units as the effect.
 *
 * @param distance ℓ, from 1
 * @param kind effect or placebo
 */
record Horizon(int distance, Kind kind) {
  enum Kind {
    EFFECT,
    PLACEBO
  }

  /** The earliest s within the panel. */
  int earliest() {
    return kind == Kind.PLACEBO ? distance : 0;
  }

  /** The place up to which controls may not have switched. */
  int until(int s) {
    return s + distance;
  }

  /** The place whose outcome is compared with that of s. */
  int compared(int s) {
    return kind == Kind.PLACEBO ? s - distance : s + distance;
  }

  String term() {
    return (kind == Kind.PLACEBO ? "placebo[" : "effect[") + distance + "]";
  }
}
