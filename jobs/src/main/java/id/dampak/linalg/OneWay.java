package id.dampak.linalg;

/** One fixed effect: weighted means by level. */
final class OneWay implements Absorber {
  private final int[] codes;
  private final double[] weights;
  private final double[] total;

  OneWay(Factor effect, double[] weights) {
    this.codes = effect.codes();
    this.weights = weights;
    this.total = new double[effect.levels()];
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

  double total(int level) {
    return total[level];
  }
}
