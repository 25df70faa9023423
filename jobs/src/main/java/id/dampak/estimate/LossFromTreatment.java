package id.dampak.estimate;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Money lost by the treated, from one coefficient β of a treatment d, over the observations of a
 * panel that are treated. Where the outcome is a logarithm of money, each observation is what the
 * treatment left of what would have been, and the interval is that of the delta method.
 *
 * @param treatment numeric column d of the regression, whose name is its term
 * @param unit column that tells units apart
 * @param money numeric column of money m
 * @param scale how the outcome depends on it
 */
public record LossFromTreatment(String treatment, String unit, String money, Scale scale) {

  /** How an outcome depends on money. */
  public enum Scale {
    /** It is money in units of m: {@code L = −β Σ d m}. */
    LINEAR {
      @Override
      double lost(double m, double d, double beta) {
        return -beta * d * m;
      }

      @Override
      double slope(double m, double d, double beta) {
        return -d * m;
      }
    },

    /** It is the logarithm of m over something else: {@code L = Σ m (exp(−βd) − 1)}. */
    LOGARITHMIC {
      @Override
      double lost(double m, double d, double beta) {
        return m * Math.expm1(-beta * d);
      }

      @Override
      double slope(double m, double d, double beta) {
        return -d * m * Math.exp(-beta * d);
      }
    };

    abstract double lost(double m, double d, double beta);

    /** Its derivative by β. */
    abstract double slope(double m, double d, double beta);
  }

  /** The loss of all treated units. */
  public Loss total(Fit fit, Panel panel) {
    double beta = fit.estimate(treatment).estimate();
    int[] units = panel.categories(unit);
    Set<Integer> treated = new HashSet<>();
    double lost = 0;
    double slope = 0;
    for (int row = 0; row < units.length; row++) {
      double d = panel.number(treatment, row);
      if (d != 0) {
        treated.add(units[row]);
        lost += scale.lost(panel.number(money, row), d, beta);
        slope += scale.slope(panel.number(money, row), d, beta);
      }
    }
    return new Loss(
        EventPath.ALL,
        treated.size(),
        Double.NaN,
        fit.function(SuspendedRows.TERM, lost, Map.of(treatment, slope)));
  }
}
