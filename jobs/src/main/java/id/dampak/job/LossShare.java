package id.dampak.job;

/** A loss in a coefficient as a share of the sales that a unit can lose. */
public sealed interface LossShare {

  /** The share, for a loss of {@code coefficient} at full exposure. */
  double of(double coefficient);

  /**
   * Where the outcome is linear in sales.
   *
   * @param whole the loss in the coefficient if all of those sales were lost
   */
  record Linear(double whole) implements LossShare {
    @Override
    public double of(double coefficient) {
      return coefficient / whole;
    }
  }

  /** Where the outcome is their logarithm. */
  record Logarithmic() implements LossShare {
    @Override
    public double of(double coefficient) {
      return -Math.expm1(-coefficient);
    }
  }
}
