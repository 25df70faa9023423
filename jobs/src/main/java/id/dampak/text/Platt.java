package id.dampak.text;

import java.io.Serializable;

/**
 * Platt's calibration: the log-odds are linear in the margin.
 *
 * <p>J. C. Platt, "Probabilistic outputs for support vector machines" (1999), fitted by Newton's
 * method with step halving, as H.-T. Lin, C.-J. Lin and R. C. Weng advise (Machine Learning 68,
 * 2007, doi:10.1007/s10994-007-5018-6); targets are smoothed as in both.
 *
 * @param slope log-odds per unit of margin
 * @param offset log-odds at margin 0
 */
record Platt(double slope, double offset) implements Serializable {
  private static final int MOST_STEPS = 100;
  private static final double SMALL = 1e-10;
  private static final double RIDGE = 1e-12;

  /** Fits to out-of-fold margins; with one class only, the margin says nothing. */
  static Platt fit(double[] margin, boolean[] positive) {
    Data data = Data.of(margin, positive);
    Platt current =
        new Platt(0, Math.log((data.positives + 1.0) / (margin.length - data.positives + 1.0)));
    double loss = data.loss(current);
    for (int step = 0; step < MOST_STEPS; step++) {
      Platt direction = data.newton(current);
      double size = 1;
      Platt next = current.plus(direction, size);
      while (data.loss(next) > loss && size > SMALL) {
        size /= 2;
        next = current.plus(direction, size);
      }
      double improved = loss - data.loss(next);
      if (improved <= 0) {
        return current;
      }
      current = next;
      loss -= improved;
    }
    return current;
  }

  double apply(double margin) {
    return slope * margin + offset;
  }

  /** 1/(1+e^-x) without overflow. */
  static double sigmoid(double x) {
    if (x >= 0) {
      return 1 / (1 + Math.exp(-x));
    }
    double e = Math.exp(x);
    return e / (1 + e);
  }

  private Platt plus(Platt direction, double size) {
    return new Platt(slope + size * direction.slope, offset + size * direction.offset);
  }

  /** The margins and their smoothed targets. */
  private static final class Data {
    private final double[] margin;
    private final double[] target;
    private final int positives;

    private Data(double[] margin, double[] target, int positives) {
      this.margin = margin;
      this.target = target;
      this.positives = positives;
    }

    static Data of(double[] margin, boolean[] positive) {
      int positives = 0;
      for (boolean p : positive) {
        positives += p ? 1 : 0;
      }
      double high = (positives + 1.0) / (positives + 2.0);
      double low = 1.0 / (margin.length - positives + 2.0);
      double[] target = new double[margin.length];
      for (int i = 0; i < target.length; i++) {
        target[i] = positive[i] ? high : low;
      }
      return new Data(margin, target, positives);
    }

    /** Cross-entropy, as log(1+e^f) − t·f. */
    double loss(Platt platt) {
      double loss = 0;
      for (int i = 0; i < margin.length; i++) {
        double f = platt.apply(margin[i]);
        loss += Math.max(f, 0) + Math.log1p(Math.exp(-Math.abs(f))) - target[i] * f;
      }
      return loss;
    }

    Platt newton(Platt platt) {
      double g1 = 0;
      double g0 = 0;
      double h11 = RIDGE;
      double h10 = 0;
      double h00 = RIDGE;
      for (int i = 0; i < margin.length; i++) {
        double p = sigmoid(platt.apply(margin[i]));
        double d = p - target[i];
        double w = p * (1 - p);
        g1 += d * margin[i];
        g0 += d;
        h11 += w * margin[i] * margin[i];
        h10 += w * margin[i];
        h00 += w;
      }
      double det = h11 * h00 - h10 * h10;
      return new Platt(-(h00 * g1 - h10 * g0) / det, -(h11 * g0 - h10 * g1) / det);
    }
  }
}
