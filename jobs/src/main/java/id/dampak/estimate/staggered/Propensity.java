package id.dampak.estimate.staggered;

import id.dampak.error.DifferenceInDifferencesErrors;
import id.dampak.linalg.Cholesky;
import id.dampak.linalg.Gram;

/** A propensity score Λ(x'γ), fitted by Newton's method with step halving. */
final class Propensity {
  private static final int MAX_ITERATIONS = 200;
  private static final double MIN_STEP = 1e-8;

  /** Squared length of a Newton step, in standard errors of γ, after which nothing changes. */
  private static final double TOLERANCE = 1e-14;

  private final Comparison data;
  private final PropensityModel model;
  private double[] coefficients;
  private double[] index;
  private Cholesky curvature;

  private Propensity(Comparison data, PropensityModel model, double[] start) {
    this.data = data;
    this.model = model;
    this.coefficients = start;
    this.index = indexOf(start);
    this.curvature = curvature();
  }

  /** Maximum likelihood. */
  static Propensity logit(Comparison data) {
    Propensity flat = new Propensity(data, PropensityModel.LOGIT, new double[data.x().length]);
    if (flat.isSingular()) {
      throw DifferenceInDifferencesErrors.collinear(
          data.name(), data.covariatesBut(flat.curvature.kept()), data.units() + " units");
    }
    return flat.minimise();
  }

  /** Calibrated to the covariates of the treated, starting from {@code logit}. */
  static Propensity calibrated(Propensity logit) {
    return new Propensity(logit.data, PropensityModel.CALIBRATED, logit.coefficients).minimise();
  }

  /** γ. */
  double[] coefficients() {
    return coefficients.clone();
  }

  /** {@code x'γ}, the logarithm of π/(1 − π), of each unit; for reading only. */
  double[] index() {
    return index;
  }

  /** The second derivative of the sum of losses. */
  Cholesky hessian() {
    return curvature;
  }

  private Propensity minimise() {
    for (int iteration = 0; iteration < MAX_ITERATIONS && !isSingular(); iteration++) {
      double[] gradient = gradient();
      double[] step = curvature.solve(gradient);
      double decrement = 0;
      for (int j = 0; j < step.length; j++) {
        decrement += gradient[j] * step[j];
      }
      move(step, decrement);
      if (decrement < TOLERANCE) {
        return this;
      }
    }
    // The score has come to 0 or 1 for all units that tell coefficients apart.
    throw DifferenceInDifferencesErrors.separated(data.name());
  }

  /** Goes along the step, or the longest of its halves that lowers the loss enough. */
  private void move(double[] step, double decrement) {
    double before = loss(index);
    for (double length = 1; length > MIN_STEP; length /= 2) {
      double[] next = coefficients.clone();
      for (int j = 0; j < next.length; j++) {
        next[j] -= length * step[j];
      }
      double[] nextIndex = indexOf(next);
      // So close to the minimum the loss only shows rounding.
      if (decrement < 1e-6 || loss(nextIndex) <= before - 1e-4 * length * decrement) {
        coefficients = next;
        index = nextIndex;
        curvature = curvature();
        return;
      }
    }
    throw DifferenceInDifferencesErrors.separated(data.name());
  }

  private double[] indexOf(double[] gamma) {
    double[] v = new double[data.units()];
    for (int j = 0; j < gamma.length; j++) {
      double[] column = data.x()[j];
      for (int i = 0; i < v.length; i++) {
        v[i] += gamma[j] * column[i];
      }
    }
    return v;
  }

  private double loss(double[] v) {
    double sum = 0;
    for (int i = 0; i < v.length; i++) {
      sum += model.loss(data.isTreated(i), v[i]);
    }
    return sum;
  }

  private double[] gradient() {
    double[] slopes = new double[index.length];
    double[] ones = new double[index.length];
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = model.slope(data.isTreated(i), index[i]);
      ones[i] = 1;
    }
    return Gram.times(data.x(), slopes, ones);
  }

  private Cholesky curvature() {
    double[] weights = new double[index.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = model.curvature(data.isTreated(i), index[i]);
    }
    return Cholesky.of(Gram.of(data.x(), weights));
  }

  private boolean isSingular() {
    return curvature.kept().length < coefficients.length;
  }
}
