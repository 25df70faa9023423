package id.dampak.estimate.staggered;

/**
 * The convex loss whose minimum over γ gives the propensity score Λ(x'γ) = 1/(1 + exp(−x'γ)), for
 * one unit with index v = x'γ.
 */
enum PropensityModel {
  /** Maximum likelihood: {@code log(1 + e^v) − D v}. */
  LOGIT {
    @Override
    double loss(boolean treated, double v) {
      double positive = Math.max(v, 0) + Math.log1p(Math.exp(-Math.abs(v)));
      return treated ? positive - v : positive;
    }

    @Override
    double slope(boolean treated, double v) {
      return treated ? -1 / (1 + Math.exp(v)) : 1 / (1 + Math.exp(-v));
    }

    @Override
    double curvature(boolean treated, double v) {
      double e = Math.exp(-Math.abs(v));
      return e / ((1 + e) * (1 + e));
    }
  },

  /**
   * Inverse probability tilting (Graham, Pinto and Egel 2012): {@code (1 − D) e^v − D v}, whose
   * first-order condition is that the weighted covariates of both sides have the same sum.
   */
  CALIBRATED {
    @Override
    double loss(boolean treated, double v) {
      return treated ? -v : Math.exp(v);
    }

    @Override
    double slope(boolean treated, double v) {
      return treated ? -1 : Math.exp(v);
    }

    @Override
    double curvature(boolean treated, double v) {
      return treated ? 0 : Math.exp(v);
    }
  };

  abstract double loss(boolean treated, double v);

  /** Derivative of the loss in v. */
  abstract double slope(boolean treated, double v);

  /** Second derivative of the loss in v. */
  abstract double curvature(boolean treated, double v);
}
