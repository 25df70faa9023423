package id.dampak.estimate.inference;

import id.dampak.error.InferenceErrors;
import id.dampak.estimate.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * P values that hold for several hypotheses at once: the chance of rejecting any true one is at
 * most the level (family-wise error rate). Both are step-down procedures: what is rejected no
 * longer counts against the rest. See {@code docs/methods/multiple-testing.md}.
 */
public final class MultipleTesting {

  private MultipleTesting() {}

  /**
   * Holm's (1979) adjustment: {@code max_{j ≤ s} min(1, (S − j + 1) p_(j))} for the s-th smallest
   * of S p values. Holds whatever the dependence. A hypothesis without a p value is not counted.
   *
   * @return in the order of {@code estimates}
   */
  public static List<AdjustedPValue> holm(List<Estimate> estimates) {
    int[] order =
        IntStream.range(0, estimates.size())
            .filter(i -> !Double.isNaN(estimates.get(i).pValue()))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> estimates.get(i).pValue()))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[estimates.size()];
    Arrays.fill(adjusted, Double.NaN);
    double least = 0;
    for (int s = 0; s < order.length; s++) {
      double p = estimates.get(order[s]).pValue();
      least = Math.max(least, Math.min(1, (order.length - s) * p));
      adjusted[order[s]] = least;
    }
    List<AdjustedPValue> values = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      Estimate estimate = estimates.get(i);
      values.add(new AdjustedPValue(estimate.term(), estimate.pValue(), adjusted[i]));
    }
    return List.copyOf(values);
  }

  /**
   * The step-down p values of Romano and Wolf (2016), doi:10.1016/j.spl.2016.02.012, from the draws
   * of a bootstrap. With {@code t_j = |θ̂_j|/σ_j} and {@code t*_j = |θ*_j − θ̂_j|/σ_j}, σ the
   * standard deviation of the draws, the s-th largest statistic has
   *
   * <pre>p_(s) = max(p_(s−1), (1 + #{max_{j ≥ s} t*_(j) ≥ t_(s)})/(1 + B))</pre>
   *
   * which heeds the dependence of the estimates and so rejects more than Holm's where they go
   * together.
   *
   * @return in the order of {@code hypotheses}
   * @throws id.dampak.error.DampakException if a function is undefined in some draw or does not
   *     vary
   */
  public static List<AdjustedPValue> romanoWolf(BootstrapDraws draws, List<Hypothesis> hypotheses) {
    int size = hypotheses.size();
    double[] statistics = new double[size];
    double[][] centred = new double[size][];
    for (int j = 0; j < size; j++) {
      Hypothesis hypothesis = hypotheses.get(j);
      BootstrapEstimate summary = draws.function(hypothesis.name(), hypothesis.function());
      double point = summary.normal().estimate();
      double sigma = summary.normal().stdError();
      if (summary.draws() < draws.count() || !(sigma > 0)) {
        throw InferenceErrors.noStatistic(hypothesis.name(), sigma);
      }
      statistics[j] = Math.abs(point) / sigma;
      centred[j] = draws.values(hypothesis.function());
      for (int b = 0; b < centred[j].length; b++) {
        centred[j][b] = Math.abs(centred[j][b] - point) / sigma;
      }
    }
    double[] adjusted = stepDown(statistics, centred);
    List<AdjustedPValue> values = new ArrayList<>();
    for (int j = 0; j < size; j++) {
      double alone = share(centred[j], statistics[j]);
      values.add(new AdjustedPValue(hypotheses.get(j).name(), alone, adjusted[j]));
    }
    return List.copyOf(values);
  }

  private static double[] stepDown(double[] statistics, double[][] centred) {
    int size = statistics.length;
    int[] ascending =
        IntStream.range(0, size)
            .boxed()
            .sorted(Comparator.comparingDouble(j -> statistics[j]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[size];
    double[] largest = new double[size == 0 ? 0 : centred[0].length];
    for (int j : ascending) {
      for (int b = 0; b < largest.length; b++) {
        largest[b] = Math.max(largest[b], centred[j][b]);
      }
      adjusted[j] = share(largest, statistics[j]);
    }
    double least = 0;
    for (int s = size - 1; s >= 0; s--) {
      least = Math.max(least, adjusted[ascending[s]]);
      adjusted[ascending[s]] = least;
    }
    return adjusted;
  }

  private static double share(double[] draws, double statistic) {
    return (1.0 + Arrays.stream(draws).filter(t -> t >= statistic).count()) / (1.0 + draws.length);
  }
}
