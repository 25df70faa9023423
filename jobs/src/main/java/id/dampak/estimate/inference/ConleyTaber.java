package id.dampak.estimate.inference;

import id.dampak.error.InferenceErrors;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.Estimator;
import id.dampak.estimate.Fit;
import id.dampak.estimate.Panel;
import id.dampak.linalg.Absorber;
import id.dampak.linalg.Factor;
import id.dampak.linalg.LeastSquares;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Differences in differences with few treated groups and many controls (Conley and Taber 2011,
 * doi:10.1162/REST_a_00049): with N₁ treated groups α̂ is not consistent, but the residuals of the
 * N₀ controls tell its distribution around α,
 *
 * <pre>α̂ − α ≈ Σ_j Σ_t (d_jt − d̄_j) η_jt / Σ_j Σ_t (d_jt − d̄_j)²,   j treated,</pre>
 *
 * with the residuals of a control in the place of η_j, for every way of giving each treated group a
 * control. Assumes that errors of groups are alike: with groups of different size use {@link
 * FermanPinto}. See {@code docs/methods/spatial-and-few-treated.md}.
 *
 * <p>Differs from the authors' programs in that the observed assignment counts once in p values, so
 * that p is never 0, and in that no interval is given where there are too few placebos for it.
 *
 * @param outcome numeric column, one row for a group and period
 * @param treatment numeric column d, constant over time in controls
 * @param group column of groups
 * @param time numeric column of whole periods
 * @param controls numeric columns x
 * @param draws ways that are drawn where there are too many to take all, N₀ to the power N₁
 * @param seed of the draws
 * @param level confidence level of the interval
 */
public record ConleyTaber(
    String outcome,
    String treatment,
    String group,
    String time,
    List<String> controls,
    int draws,
    long seed,
    double level)
    implements Estimator {
  private static final int MOST_ENUMERATED = 100_000;
  private static final int FEWEST_DRAWS = 999;

  public ConleyTaber {
    controls = List.copyOf(controls);
    if (draws < FEWEST_DRAWS) {
      throw InferenceErrors.tooFewDraws(draws, FEWEST_DRAWS);
    }
  }

  /** Without controls, 9,999 draws where needed, 95 %. */
  public static ConleyTaber of(
      String outcome, String treatment, String group, String time, long seed) {
    return new ConleyTaber(outcome, treatment, group, time, List.of(), 9_999, seed, 0.95);
  }

  /** The same with controls. */
  public ConleyTaber controllingFor(String... columns) {
    return new ConleyTaber(outcome, treatment, group, time, List.of(columns), draws, seed, level);
  }

  @Override
  public Set<String> columns() {
    Set<String> columns = new TreeSet<>(controls);
    columns.addAll(List.of(outcome, treatment, group, time));
    return columns;
  }

  @Override
  public Set<String> identifiers() {
    return Set.of(group);
  }

  /**
   * One term, named after the treatment. Its p value is twice the smaller tail; an end of the
   * interval is NaN where the placebos are too few for it.
   */
  @Override
  public Fit fit(Panel panel) {
    GroupPanel groups = GroupPanel.of(panel, outcome, treatment, group, time);
    LeastSquares solution = solve(groups);
    double estimate = solution.coefficients()[0];
    double[] sorted = Arrays.stream(placebos(groups, solution.residuals())).sorted().toArray();
    int n = sorted.length;
    long below = Arrays.stream(sorted).filter(w -> w <= estimate).count();
    long above = Arrays.stream(sorted).filter(w -> w >= estimate).count();
    double p = Math.min(1, 2.0 * (1 + Math.min(below, above)) / (1 + n));
    double stdError = Math.sqrt(Arrays.stream(sorted).map(w -> w * w).sum() / n);
    double tail = (1 - level) / 2;
    List<String> warnings = new ArrayList<>();
    double low = Double.NaN;
    double high = Double.NaN;
    if ((n + 1) * tail < 1) {
      warnings.add("%d placebos are too few for an interval of this level".formatted(n));
    } else {
      low = estimate - Quantiles.of(sorted, 1 - tail);
      high = estimate - Quantiles.of(sorted, tail);
    }
    return groups.fit(
        this, new Estimate(treatment, estimate, stdError, low, high, p), level, warnings);
  }

  private LeastSquares solve(GroupPanel groups) {
    int periods = groups.periods();
    int n = groups.groups() * periods;
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    Factor byGroup =
        Factor.of(IntStream.range(0, n).map(i -> i / periods).toArray(), groups.groups());
    Factor byPeriod = Factor.of(IntStream.range(0, n).map(i -> i % periods).toArray(), periods);
    Absorber absorber = Absorber.of(List.of(byGroup, byPeriod), ones);
    double[] y = flat(groups.values(outcome));
    absorber.residualise(y);
    double[][] x = new double[1 + controls.size()][];
    x[0] = flat(groups.treatment());
    for (int j = 0; j < controls.size(); j++) {
      x[j + 1] = flat(groups.values(controls.get(j)));
    }
    for (double[] column : x) {
      absorber.residualise(column);
    }
    // The treatment last, so that it is the one to go if the controls explain it.
    double[][] reversed = new double[x.length][];
    Arrays.setAll(reversed, j -> x[x.length - 1 - j]);
    int[] kept = LeastSquares.solve(reversed, y, ones).kept();
    if (kept.length == 0 || kept[kept.length - 1] != x.length - 1) {
      throw InferenceErrors.treatmentExplained(treatment);
    }
    return LeastSquares.solve(x, y, ones);
  }

  private static double[] flat(double[][] values) {
    return Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray();
  }

  /** The statistic for every way, or drawn ways, of giving each treated group a control. */
  private double[] placebos(GroupPanel groups, double[] residuals) {
    double[][] shares = shares(groups, residuals);
    int treated = shares.length;
    int n0 = shares[0].length;
    double ways = Math.pow(n0, treated);
    if (ways <= MOST_ENUMERATED) {
      double[] placebos = new double[(int) Math.rint(ways)];
      for (int way = 0; way < placebos.length; way++) {
        int rest = way;
        for (double[] share : shares) {
          placebos[way] += share[rest % n0];
          rest /= n0;
        }
      }
      return placebos;
    }
    DrawHash hash = new DrawHash(seed);
    int[] places = groups.treated();
    double[] placebos = new double[draws];
    for (int b = 0; b < draws; b++) {
      for (int j = 0; j < treated; j++) {
        long label = DrawHash.ofLabel(groups.label(places[j]));
        placebos[b] += shares[j][(int) (n0 * hash.unit(b, label))];
      }
    }
    return placebos;
  }

  /** What each treated group adds to the statistic with the residuals of each control. */
  private static double[][] shares(GroupPanel groups, double[] residuals) {
    int periods = groups.periods();
    int[] treated = groups.treated();
    int[] controls = groups.controls();
    double[][] deviations = new double[treated.length][periods];
    double total = 0;
    for (int j = 0; j < treated.length; j++) {
      double[] d = groups.treatment()[treated[j]];
      double mean = Arrays.stream(d).sum() / periods;
      for (int t = 0; t < periods; t++) {
        deviations[j][t] = d[t] - mean;
        total += deviations[j][t] * deviations[j][t];
      }
    }
    double[][] shares = new double[treated.length][controls.length];
    for (int j = 0; j < treated.length; j++) {
      for (int l = 0; l < controls.length; l++) {
        for (int t = 0; t < periods; t++) {
          shares[j][l] += deviations[j][t] * residuals[controls[l] * periods + t] / total;
        }
      }
    }
    return shares;
  }
}
