package id.dampak.estimate.sensitivity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Confidence set for l'τ under Δ^RM(M̄) = {δ : |δ_t+1 − δ_t| ≤ M̄ max_s&lt;0 |δ_s+1 − δ_s| for t ≥
 * 0}: the union over s &lt; 0 and a sign of those under |δ_t+1 − δ_t| ≤ ±M̄ (δ_s+1 − δ_s), each by
 * {@link MomentTest} (Rambachan and Roth 2023, section 3.2 and Lemma 2.2).
 */
final class RelativeMagnitudes {
  /** Steps of the search for the ends, as a part of the standard error of l'β̂. */
  private static final double STEP = 0.02;

  private static final double ACCURACY = 1e-6;
  private static final int MOST_STEPS = 100_000;

  private final double mBar;
  private final double stdError;
  private final List<Piece> pieces = new ArrayList<>();
  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;

  /** A test and its least-favourable critical value, which is dear and made when needed. */
  private record Piece(MomentTest test, Critical critical) {
    boolean accepts(double theta) {
      double statistic = test.statistic(theta);
      return statistic <= 0
          || (statistic <= critical.most() && test.accepts(theta, critical.value()));
    }

    /** Beyond these even the largest critical value rejects. */
    double width() {
      return test.highest(critical.most()) - test.lowest(critical.most());
    }
  }

  RelativeMagnitudes(EventCoefficients study, List<Double> target, double alpha, double mBar) {
    this.mBar = mBar;
    this.stdError = Math.sqrt(study.covariance().quadratic(study.onAll(target)));
    for (int s = 0; s < study.prePeriods(); s++) {
      MomentTest up = new MomentTest(study, bounds(study, s, mBar), target, alpha);
      MomentTest down = new MomentTest(study, bounds(study, s, -mBar), target, alpha);
      // Changing the sign of s exchanges moments in pairs and leaves their distribution as it is.
      Critical critical = new Critical(up, alpha);
      pieces.add(new Piece(up, critical));
      pieces.add(new Piece(down, critical));
    }
  }

  /** Whether some piece does not reject θ. */
  boolean accepts(double theta) {
    return pieces.stream().anyMatch(piece -> piece.test().statistic(theta) <= 0)
        || pieces.stream().anyMatch(piece -> piece.accepts(theta));
  }

  /** The smallest interval that covers the confidence set; NaN ends if every θ is rejected. */
  RobustInterval interval() {
    pieces.forEach(this::coverWhatObeys);
    // Wide pieces first: later ones are searched only outside what is covered already.
    pieces.stream()
        .sorted(Comparator.comparingDouble(Piece::width).reversed())
        .forEach(this::widen);
    return low <= high
        ? new RobustInterval("DeltaRM", mBar, low, high)
        : new RobustInterval("DeltaRM", mBar, Double.NaN, Double.NaN);
  }

  /** Where the estimates obey the bounds, nothing is rejected. */
  private void coverWhatObeys(Piece piece) {
    double from = piece.test().lowest(0);
    double to = piece.test().highest(0);
    if (from <= to) {
      low = Math.min(low, from);
      high = Math.max(high, to);
    }
  }

  private void widen(Piece piece) {
    MomentTest test = piece.test();
    double most = piece.critical().most();
    if (test.lowest(most) >= low && test.highest(most) <= high) {
      return;
    }
    double from = test.lowest(piece.critical().value());
    double to = test.highest(piece.critical().value());
    if (from <= to && from < low) {
      low = firstAccepted(piece, from, Math.min(low, to), low);
    }
    if (from <= to && to > high) {
      high = firstAccepted(piece, to, Math.max(high, from), high);
    }
  }

  /** The first θ that is not rejected on the way to {@code inner}; without one {@code known}. */
  private double firstAccepted(Piece piece, double outer, double inner, double known) {
    double way = inner - outer;
    int steps = (int) Math.min(MOST_STEPS, Math.ceil(Math.abs(way) / (STEP * stdError)));
    double rejected = Double.NaN;
    for (int i = 0; i <= steps; i++) {
      double theta = steps == 0 ? outer : outer + way * i / steps;
      if (piece.accepts(theta)) {
        return Double.isNaN(rejected) ? theta : boundary(piece, rejected, theta);
      }
      rejected = theta;
    }
    return known;
  }

  private double boundary(Piece piece, double rejected, double accepted) {
    double out = rejected;
    double in = accepted;
    while (Math.abs(out - in) > ACCURACY * stdError) {
      double middle = 0.5 * (out + in);
      if (piece.accepts(middle)) {
        in = middle;
      } else {
        out = middle;
      }
    }
    return in;
  }

  /** ±(δ_t+1 − δ_t) − M̄ (δ_s+1 − δ_s) ≤ 0 for t ≥ 0; δ_s is the coefficient {@code s}. */
  private static double[][] bounds(EventCoefficients study, int s, double mBar) {
    int pre = study.prePeriods();
    int post = study.postPeriods();
    double[][] bounds = new double[2 * post][pre + post];
    for (int row = 0; row < 2 * post; row++) {
      int t = row / 2;
      double sign = row % 2 == 0 ? 1 : -1;
      bounds[row][pre + t] = sign;
      if (t > 0) {
        bounds[row][pre + t - 1] = -sign;
      }
      bounds[row][s] += mBar;
      if (s + 1 < pre) {
        bounds[row][s + 1] -= mBar;
      }
    }
    return bounds;
  }

  /** The critical value of the two pieces of one period. */
  private static final class Critical {
    private final MomentTest test;
    private final double alpha;
    private double value = Double.NaN;

    Critical(MomentTest test, double alpha) {
      this.test = test;
      this.alpha = alpha;
    }

    double value() {
      if (Double.isNaN(value)) {
        value = LeastFavourable.criticalValue(test, alpha);
      }
      return value;
    }

    double most() {
      return LeastFavourable.largest(test, alpha);
    }
  }
}
