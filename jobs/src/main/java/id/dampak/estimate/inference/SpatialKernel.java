package id.dampak.estimate.inference;

/** How much the products of scores of two places count by their distance. */
public enum SpatialKernel {
  /** 1 up to the cut-off, 0 beyond. */
  UNIFORM {
    @Override
    double weight(double part) {
      return part <= 1 ? 1 : 0;
    }
  },
  /** {@code 1 − distance/cut-off} up to the cut-off, 0 beyond. */
  BARTLETT {
    @Override
    double weight(double part) {
      return Math.max(0, 1 - part);
    }
  };

  /** The weight at {@code part} of the cut-off. */
  abstract double weight(double part);
}
