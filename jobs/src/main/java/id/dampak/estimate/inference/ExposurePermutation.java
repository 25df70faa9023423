package id.dampak.estimate.inference;

import id.dampak.error.InferenceErrors;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.Estimator;
import id.dampak.estimate.ExposureEventStudy;
import id.dampak.estimate.Fit;
import id.dampak.estimate.Panel;
import id.dampak.estimate.UnitPeriods;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Randomisation inference over who was exposed: exposures are dealt out anew among the units of a
 * stratum, and the study is fitted again. Tests the sharp null hypothesis that the event did
 * nothing to anybody, if within strata exposure is as good as random.
 *
 * <p>Units in a stratum are dealt out in the order of a hash of seed, draw and their label, so that
 * a permutation does not depend on the order of rows. See {@code
 * docs/methods/randomisation-inference.md}.
 *
 * @param study the study
 * @param periods relative periods whose mean coefficient makes the statistic
 * @param strata column, or cells {@code a^b}, within which exposures are exchanged; without it the
 *     groups of the study
 * @param statistic what is compared
 * @param draws permutations
 * @param seed of the permutations
 */
public record ExposurePermutation(
    ExposureEventStudy study,
    List<Integer> periods,
    Optional<String> strata,
    PlaceboStatistic statistic,
    int draws,
    long seed)
    implements Estimator {
  private static final int FEWEST_DRAWS = 99;

  public ExposurePermutation {
    periods = List.copyOf(periods);
    if (draws < FEWEST_DRAWS) {
      throw InferenceErrors.tooFewDraws(draws, FEWEST_DRAWS);
    }
  }

  @Override
  public Set<String> columns() {
    return StrataColumns.with(study.columns(), strata);
  }

  @Override
  public Set<String> identifiers() {
    Set<String> identifiers = StrataColumns.with(study.identifiers(), strata);
    Set<String> numbers = StrataColumns.with(study.columns(), Optional.empty());
    numbers.removeAll(study.identifiers());
    identifiers.removeAll(numbers);
    return identifiers;
  }

  /**
   * The mean coefficient with its usual standard error and the p value of the permutations.
   * Randomisation gives no interval: its ends are NaN.
   */
  @Override
  public Fit fit(Panel panel) {
    Fit fit = study.fit(panel);
    Estimate mean = study.average(fit, periods);
    RandomisationTest test = test(panel);
    Estimate estimate =
        new Estimate(
            mean.term(), mean.estimate(), mean.stdError(), Double.NaN, Double.NaN, test.pValue());
    return RandomisedFits.of(this, fit, estimate, test);
  }

  /** The test with the statistic of every permutation. */
  public RandomisationTest test(Panel panel) {
    UnitPeriods units = UnitPeriods.of(panel, study.outcome(), study.unit(), study.time());
    double[] exposure = units.constant(study.exposure());
    int[] stratum = stratum(units);
    long[] labels =
        IntStream.range(0, units.units())
            .mapToLong(u -> DrawHash.ofLabel(units.label(u)))
            .toArray();
    requireExchange(exposure, stratum);
    int[] unitOfRow = unitOfRow(panel, units);
    return RandomisationTest.of(
        study.average(study.fit(panel), periods).term(),
        Tail.BOTH,
        statistic(panel),
        IntStream.range(0, draws).boxed().toList(),
        draw -> "permutation " + (draw + 1),
        draw -> {
          double[] dealt = dealt(exposure, stratum, labels, draw);
          return statistic(
              panel.with(
                  study.exposure(),
                  row -> unitOfRow[row] < 0 ? Double.NaN : dealt[unitOfRow[row]]));
        });
  }

  private double statistic(Panel panel) {
    Estimate mean = study.average(study.fit(panel), periods);
    return switch (statistic) {
      case EFFECT -> mean.estimate();
      case T -> mean.estimate() / mean.stdError();
    };
  }

  private int[] stratum(UnitPeriods units) {
    String cells = strata.orElseGet(() -> String.join("^", study.groups()));
    return cells.isEmpty() ? new int[units.units()] : units.group(cells);
  }

  /** The exposures after they are dealt out: in each stratum those of its units in hash order. */
  private double[] dealt(double[] exposure, int[] stratum, long[] labels, int draw) {
    DrawHash hash = new DrawHash(seed);
    int[] places = order(stratum, labels);
    long[] keys = Arrays.stream(labels).map(label -> hash.bits(draw, label)).toArray();
    int[] givers = order(stratum, keys);
    double[] dealt = new double[exposure.length];
    for (int i = 0; i < places.length; i++) {
      dealt[places[i]] = exposure[givers[i]];
    }
    return dealt;
  }

  private static int[] order(int[] stratum, long[] keys) {
    return IntStream.range(0, keys.length)
        .boxed()
        .sorted(Comparator.<Integer>comparingInt(u -> stratum[u]).thenComparingLong(u -> keys[u]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private void requireExchange(double[] exposure, int[] stratum) {
    Map<Integer, Double> first = new HashMap<>();
    for (int u = 0; u < exposure.length; u++) {
      Double seen = first.putIfAbsent(stratum[u], exposure[u]);
      if (seen != null && seen != exposure[u]) {
        return;
      }
    }
    throw InferenceErrors.nothingToPermute(study.exposure());
  }

  private int[] unitOfRow(Panel panel, UnitPeriods units) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int u = 0; u < units.units(); u++) {
      numbers.put(units.label(u), u);
    }
    return IntStream.range(0, panel.observations())
        .map(row -> numbers.getOrDefault(panel.label(study.unit(), row), -1))
        .toArray();
  }
}
