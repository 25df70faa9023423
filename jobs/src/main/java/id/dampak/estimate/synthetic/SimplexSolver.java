package id.dampak.estimate.synthetic;

/** How weights that are not negative and add up to one are found. */
public enum SimplexSolver {
  /** The minimum itself, by {@link id.dampak.linalg.SimplexProgram}. */
  ACTIVE_SET,

  /**
   * Where the program synthdid stops: up to 100 steps of Frank and Wolfe, weights of at most a
   * quarter of the largest set to zero, then up to 10,000 steps, until one lowers the mean squared
   * error by less than 10⁻¹⁰ σ̂². Off the minimum by an amount that depends on the data; for
   * comparison with that program.
   */
  FRANK_WOLFE
}
