package id.dampak.linalg;

import java.util.function.DoubleUnaryOperator;

/** Where a continuous function changes its sign, by the method of Ridders (1979). */
public final class Root {
  private static final int MOST_STEPS = 200;

  private Root() {}

  /**
   * A zero of {@code f} between {@code low} and {@code high}, to within {@code tolerance}; the end
   * at which f is nearer to 0 if both have the same sign.
   */
  public static double between(double low, double high, double tolerance, DoubleUnaryOperator f) {
    double a = low;
    double b = high;
    double fa = f.applyAsDouble(a);
    double fb = f.applyAsDouble(b);
    if (fa == 0 || fb == 0 || Math.signum(fa) == Math.signum(fb)) {
      return Math.abs(fa) <= Math.abs(fb) ? a : b;
    }
    for (int step = 0; step < MOST_STEPS && Math.abs(b - a) > tolerance; step++) {
      double middle = a + 0.5 * (b - a);
      double fm = f.applyAsDouble(middle);
      double x = middle + (middle - a) * Math.signum(fa - fb) * fm / Math.sqrt(fm * fm - fa * fb);
      double fx = f.applyAsDouble(x);
      if (fm == 0 || fx == 0) {
        return fm == 0 ? middle : x;
      }
      // The smallest of the three parts over which the sign changes.
      if (Math.signum(fm) != Math.signum(fx)) {
        a = middle;
        fa = fm;
        b = x;
        fb = fx;
      } else if (Math.signum(fa) != Math.signum(fx)) {
        b = x;
        fb = fx;
      } else {
        a = x;
        fa = fx;
      }
    }
    return a + 0.5 * (b - a);
  }
}
