package id.dampak.estimate;

/** The variance that independent errors have around the inverse of the information. */
enum Dispersion {
  /** Estimated from the residuals of a linear regression: {@code Σwû²/(N − K)}. */
  ESTIMATED,
  /** 1, as in a Poisson distribution; the small-sample factor is {@code (N − 1)/(N − K)}. */
  ONE;

  double of(double rss, int observations, int parameters) {
    double freedom = (double) observations - parameters;
    return switch (this) {
      case ESTIMATED -> rss / freedom;
      case ONE -> (observations - 1) / freedom;
    };
  }
}
