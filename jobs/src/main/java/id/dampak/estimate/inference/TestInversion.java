package id.dampak.estimate.inference;

import java.util.function.DoubleUnaryOperator;

/**
 * The hypotheses around an estimate that a test does not reject: outwards from the estimate in
 * growing steps to the first that is rejected, then bisection.
 */
final class TestInversion {
  /** First step, in standard errors; each further one is longer by this part of the way. */
  private static final double STEP = 0.125;

  private static final int MOST_STEPS = 200;
  private static final int BISECTIONS = 45;

  private final DoubleUnaryOperator pValue;
  private final double estimate;
  private final double unit;
  private final double alpha;

  /**
   * @param pValue p value of each hypothesis
   * @param unit the size of a step, about a standard error
   */
  TestInversion(DoubleUnaryOperator pValue, double estimate, double unit, double level) {
    this.pValue = pValue;
    this.estimate = estimate;
    this.unit = unit;
    this.alpha = 1 - level;
  }

  double low() {
    return end(-unit);
  }

  double high() {
    return end(unit);
  }

  /** NaN where no hypothesis on this side is rejected, however far away. */
  private double end(double step) {
    double inside = 0;
    double outside = STEP;
    for (int steps = 0; !rejects(outside * step); steps++) {
      if (steps == MOST_STEPS) {
        return Double.NaN;
      }
      inside = outside;
      outside += STEP * Math.max(1, outside);
    }
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = 0.5 * (inside + outside);
      if (rejects(middle * step)) {
        outside = middle;
      } else {
        inside = middle;
      }
    }
    return estimate + inside * step;
  }

  private boolean rejects(double distance) {
    // A p value of exactly α, as shares of few draws may be, rejects: intervals are open there.
    return pValue.applyAsDouble(estimate + distance) <= alpha;
  }
}
