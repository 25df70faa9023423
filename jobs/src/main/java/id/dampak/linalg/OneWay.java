package id.dampak.linalg;

/** One fixed effect: weighted means by level. */
final class OneWay implements Absorber {
  private final int[] codes;
  private final double[] weights;
  private final double[] total;

  OneWay(Factor effect, double[] weights) {
    this(effect.codes(), effect.levels(), weights);
  }

  OneWay(int[] codes, int levels, double[] weights) {
    this.codes = codes;
    this.weights = weights;
    this.total = new double[levels];
    for (int i = 0; i < codes.length; i++) {
      total[codes[i]] += weights[i];
    }
  }

  @Override
  public void residualise(double[] column) {
    double[] mean = new double[total.length];
    for (int i = 0; i < codes.length; i++) {
      mean[codes[i]] += weights[i] * column[i];
    }
    for (int level = 0; level < mean.length; level++) {
      mean[level] /= total[level];
    }
    for (int i = 0; i < codes.length; i++) {
      column[i] -= mean[codes[i]];
    }
  }

  @Override
  public int rank() {
    return total.length;
  }

  @Override
  public OneWay reweighted(double[] other) {
    return new OneWay(codes, total.length, other);
  }

  double total(int level) {
    return total[level];
  }
}
