package id.dampak.estimate.synthetic;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How rare the findings would be had the treatment been handed out at random among all units: the
 * share of runs, the real one included, that are at least as extreme.
 *
 * @param ratioPValue by the ratio of the root mean squared gaps after and before treatment, which
 *     forgives a large gap to units that had no good double before
 * @param estimatePValue by the size of the estimate
 * @param runs the real run and the placebos
 */
public record Permutation(double ratioPValue, double estimatePValue, int runs) {

  static Permutation of(PlaceboRun real, List<PlaceboRun> placebos) {
    return new Permutation(
        share(real, placebos, PlaceboRun::ratio),
        share(real, placebos, run -> Math.abs(run.estimate())),
        placebos.size() + 1);
  }

  private static double share(
      PlaceboRun real, List<PlaceboRun> placebos, ToDoubleFunction<PlaceboRun> statistic) {
    double observed = statistic.applyAsDouble(real);
    if (Double.isNaN(observed)) {
      return Double.NaN;
    }
    long extreme =
        placebos.stream().filter(run -> statistic.applyAsDouble(run) >= observed).count();
    return (1.0 + extreme) / (1.0 + placebos.size());
  }
}
