package id.dampak.estimate.synthetic;

/** How uncertain the estimate is, judged by what the method finds where nothing happened. */
public sealed interface SyntheticInference {

  /** Placebos with at most this many sets of controls unless said otherwise. */
  int DRAWS = 200;

  /** No standard error. */
  record None() implements SyntheticInference {}

  /**
   * Controls take the part of the treated (Arkhangelsky et al. 2021, algorithm 4; Abadie, Diamond
   * and Hainmueller 2010). With one treated unit every control does so once; with N₁ of them every
   * set of N₁ controls if there are at most {@code draws}, otherwise {@code draws} sets drawn from
   * {@code seed}. The standard error is the standard deviation of what is found, so it takes the
   * treated to be as variable as the controls. Needs more controls than treated units.
   *
   * @param draws number of sets where not all are used, at least 1
   * @param seed of the draws
   */
  record Placebo(int draws, long seed) implements SyntheticInference {
    public Placebo {
      if (draws < 1) {
        throw new IllegalArgumentException("draws " + draws);
      }
    }
  }

  /**
   * Each unit is left out once, with all weights fixed (algorithm 3). Needs two treated units, and
   * many for its theory to hold; not meant for synthetic control.
   */
  record Jackknife() implements SyntheticInference {}

  /** Placebos with the usual number of draws. */
  static SyntheticInference placebo() {
    return new Placebo(DRAWS, 1);
  }
}
