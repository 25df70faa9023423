package id.dampak.estimate.inference;

import id.dampak.error.EstimationErrors;
import id.dampak.error.InferenceErrors;
import id.dampak.estimate.Clusters;
import id.dampak.estimate.Dropped;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.Estimator;
import id.dampak.estimate.Fit;
import id.dampak.estimate.Panel;
import id.dampak.linalg.Absorber;
import id.dampak.linalg.LeastSquares;
import id.dampak.linalg.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A regression on an exposure that is made of shares, {@code x_i = Σ_s w_is 𝒳_s}, for instance the
 * shares of a merchant's sales in categories times how far each category lives off LIVE. Units with
 * like shares have like errors, whatever cluster they are in, and the variance of Adão, Kolesár and
 * Morales (2019, doi:10.1093/qje/qjz025) counts shocks to categories instead of units:
 *
 * <pre>V = Σ_s 𝒳̂_s² R̂_s² / (Σ_i x̃_i²)²,   R̂_s = Σ_i w_is û_i,   𝒳̂ = (W'W)⁻¹ W'x̃</pre>
 *
 * One row for each unit; of a panel regress the change over an event. With shares that are 0 or 1
 * it is clustering by category. See {@code docs/methods/spatial-and-few-treated.md}.
 *
 * @param outcome numeric column, usually a change
 * @param exposure numeric column x
 * @param shares numeric columns w, fewer than units and not collinear
 * @param controls numeric columns; a constant is always among them
 * @param interval which variance makes interval and p value
 * @param level confidence level of the interval
 */
public record ShiftShare(
    String outcome,
    String exposure,
    List<String> shares,
    List<String> controls,
    ShiftShareInterval interval,
    double level)
    implements Estimator {

  public ShiftShare {
    shares = List.copyOf(shares);
    controls = List.copyOf(controls);
  }

  /** Without controls, AKM0, 95 %. */
  public static ShiftShare of(String outcome, String exposure, List<String> shares) {
    return new ShiftShare(outcome, exposure, shares, List.of(), ShiftShareInterval.AKM0, 0.95);
  }

  /** The same with controls. */
  public ShiftShare controllingFor(String... columns) {
    return new ShiftShare(outcome, exposure, shares, List.of(columns), interval, level);
  }

  /** The same with another interval. */
  public ShiftShare with(ShiftShareInterval other) {
    return new ShiftShare(outcome, exposure, shares, controls, other, level);
  }

  @Override
  public Set<String> columns() {
    Set<String> columns = new TreeSet<>(shares);
    columns.addAll(controls);
    columns.addAll(List.of(outcome, exposure));
    return columns;
  }

  @Override
  public Set<String> identifiers() {
    return Set.of();
  }

  /**
   * One term, the exposure, with the standard error AKM. Of AKM0 an interval without ends, where no
   * value can be rejected on either side, has NaN.
   */
  @Override
  public Fit fit(Panel panel) {
    List<Dropped> dropped = new ArrayList<>();
    int[] rows = complete(panel, dropped);
    double[] ones = new double[rows.length];
    Arrays.fill(ones, 1);
    double[][] partialled = new double[controls.size()][];
    Absorber constant = Absorber.of(List.of(), ones);
    for (int j = 0; j < partialled.length; j++) {
      partialled[j] = values(panel, controls.get(j), rows);
      constant.residualise(partialled[j]);
    }
    double[] x = left(values(panel, exposure, rows), partialled, constant, ones);
    double[] y = left(values(panel, outcome, rows), partialled, constant, ones);
    double[][] w = shares.stream().map(s -> values(panel, s, rows)).toArray(double[][]::new);
    LeastSquares shifters = LeastSquares.solve(w, x, ones);
    if (shifters.kept().length < w.length || w.length == 0 || w.length >= rows.length) {
      throw InferenceErrors.sharesCollinear(shares, rows.length);
    }
    if (isExplained(panel, rows, x)) {
      throw InferenceErrors.treatmentExplained(exposure);
    }
    ShockVariance variance = new ShockVariance(x, y, w, shifters.coefficients());
    Estimate estimate = variance.estimate(exposure, interval, level);
    List<String> warnings = new ArrayList<>();
    if (Double.isNaN(estimate.confLow())) {
      warnings.add("%d shifters are too few for an interval of this level".formatted(w.length));
    }
    return new Fit(
        this,
        rows.length,
        List.of(new Clusters(String.join(", ", shares), shares.size())),
        dropped,
        warnings,
        List.of(estimate),
        Matrix.of(1, 1, new double[] {estimate.stdError() * estimate.stdError()}),
        Double.POSITIVE_INFINITY,
        level);
  }

  /** Rows in which nothing is missing; the others are counted under the first column that is. */
  private int[] complete(Panel panel, List<Dropped> dropped) {
    int[] rows = IntStream.range(0, panel.observations()).toArray();
    for (String column : columns()) {
      int before = rows.length;
      rows = Arrays.stream(rows).filter(r -> !Double.isNaN(panel.number(column, r))).toArray();
      if (rows.length < before) {
        dropped.add(new Dropped(column + " missing", before - rows.length));
      }
      for (int row : rows) {
        if (Double.isInfinite(panel.number(column, row))) {
          throw EstimationErrors.infinite(column, row + 1);
        }
      }
    }
    if (rows.length < 3) {
      throw InferenceErrors.fewRows(rows.length);
    }
    return rows;
  }

  private static double[] values(Panel panel, String column, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> panel.number(column, row)).toArray();
  }

  private static double[] left(
      double[] column, double[][] partialled, Absorber constant, double[] ones) {
    constant.residualise(column);
    return partialled.length == 0
        ? column
        : LeastSquares.solve(partialled, column, ones).residuals();
  }

  private boolean isExplained(Panel panel, int[] rows, double[] left) {
    double[] raw = values(panel, exposure, rows);
    double mean = Arrays.stream(raw).sum() / raw.length;
    double before = Arrays.stream(raw).map(v -> (v - mean) * (v - mean)).sum();
    double size = Arrays.stream(raw).map(v -> v * v).sum();
    double after = Arrays.stream(left).map(v -> v * v).sum();
    return before <= 1e-26 * size || after <= 1e-16 * before;
  }
}
