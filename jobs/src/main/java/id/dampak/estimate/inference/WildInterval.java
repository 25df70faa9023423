package id.dampak.estimate.inference;

/**
 * The hypotheses around an estimate that a test does not reject: outwards from the estimate in
 * growing steps to the first that is rejected, then bisection.
 */
final class WildInterval {
  /** First step, in standard errors; each further one is longer by this part of the way. */
  private static final double STEP = 0.125;

  private static final int MOST_STEPS = 200;
  private static final int BISECTIONS = 45;

  private final WildDistribution distribution;
  private final WildPValue kind;
  private final double alpha;

  WildInterval(WildDistribution distribution, WildPValue kind, double level) {
    this.distribution = distribution;
    this.kind = kind;
    this.alpha = 1 - level;
  }

  double low() {
    return end(-1);
  }

  double high() {
    return end(1);
  }

  /** NaN where no hypothesis on this side is rejected, however far away. */
  private double end(int sign) {
    double unit = sign * distribution.stdError();
    double inside = 0;
    double outside = STEP;
    for (int step = 0; !rejects(outside * unit); step++) {
      if (step == MOST_STEPS) {
        return Double.NaN;
      }
      inside = outside;
      outside += STEP * Math.max(1, outside);
    }
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = 0.5 * (inside + outside);
      if (rejects(middle * unit)) {
        outside = middle;
      } else {
        inside = middle;
      }
    }
    return distribution.estimate() + inside * unit;
  }

  private boolean rejects(double distance) {
    // A p value of exactly α, as shares of few draws may be, rejects: intervals are open there.
    return distribution.pValue(kind, distribution.estimate() + distance) <= alpha;
  }
}
