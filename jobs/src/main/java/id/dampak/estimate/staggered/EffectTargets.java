package id.dampak.estimate.staggered;

import id.dampak.error.AdoptionErrors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The averages of effects that are asked for, as weights of the treated observations that can be
 * imputed. Weights of a target sum to 1; a target without any such observation has none.
 */
final class EffectTargets {
  private final List<String> terms;
  private final List<double[]> columns;
  private final int[] codes;
  private final double[] base;
  private final double[] totals;

  private EffectTargets(
      List<String> terms, List<double[]> columns, int[] codes, double[] base, double[] totals) {
    this.terms = terms;
    this.columns = columns;
    this.codes = codes;
    this.base = base;
    this.totals = totals;
  }

  static EffectTargets of(Imputation options, ImputationSample sample) {
    return options.effectWeights().isEmpty()
        ? ofCells(options, sample)
        : ofColumns(options, sample);
  }

  private static EffectTargets ofCells(Imputation options, ImputationSample sample) {
    Adoption adoption = sample.adoption();
    CohortCells cells = CohortCells.of(adoption, sample.allTreated(), row -> true);
    List<CohortCells.Cell> sorted = new ArrayList<>(cells.cells());
    if (options.by() == EffectsBy.COHORT) {
      sorted.sort(Comparator.comparingInt(CohortCells.Cell::start));
    }
    Map<String, Integer> places = new LinkedHashMap<>();
    for (CohortCells.Cell cell : sorted) {
      places.putIfAbsent(term(options, cell), places.size());
    }
    int[] placeOfCell =
        cells.cells().stream().mapToInt(cell -> places.get(term(options, cell))).toArray();
    int[] placeOfRow = new int[adoption.rows()];
    int[] all = sample.allTreated();
    for (int i = 0; i < all.length; i++) {
      placeOfRow[all[i]] = placeOfCell[cells.code(i)];
    }
    int[] codes = IntStream.of(sample.treated()).map(row -> placeOfRow[row]).toArray();
    double[] base = sample.weights(sample.treated());
    double[] totals = new double[places.size()];
    for (int i = 0; i < codes.length; i++) {
      totals[codes[i]] += base[i];
    }
    return new EffectTargets(List.copyOf(places.keySet()), List.of(), codes, base, totals);
  }

  private static EffectTargets ofColumns(Imputation options, ImputationSample sample) {
    int[] treated = sample.treated();
    double[] base = sample.weights(treated);
    List<double[]> columns = new ArrayList<>();
    double[] totals = new double[options.effectWeights().size()];
    for (String name : options.effectWeights()) {
      double[] column = sample.values(name, treated);
      for (int i = 0; i < treated.length; i++) {
        if (!(column[i] >= 0) || Double.isInfinite(column[i])) {
          String unit = sample.adoption().label(treated[i]);
          throw AdoptionErrors.badEffectWeight(name, column[i], unit);
        }
        column[i] *= base[i];
        totals[columns.size()] += column[i];
      }
      if (totals[columns.size()] == 0) {
        throw AdoptionErrors.noEffectWeight(name);
      }
      columns.add(column);
    }
    return new EffectTargets(options.effectWeights(), columns, new int[0], base, totals);
  }

  private static String term(Imputation options, CohortCells.Cell cell) {
    return options.by().term(options.time(), cell.start(), cell.relative());
  }

  List<String> terms() {
    return terms;
  }

  /** Whether any observation of the target can be imputed. */
  boolean isDefined(int target) {
    return totals[target] > 0;
  }

  /** The weights of the treated observations in a target. */
  double[] weights(int target) {
    double[] weights = new double[base.length];
    Arrays.setAll(
        weights,
        i -> {
          double weight = columns.isEmpty() ? base[i] : columns.get(target)[i];
          return columns.isEmpty() && codes[i] != target ? 0 : weight / totals[target];
        });
    return weights;
  }
}
