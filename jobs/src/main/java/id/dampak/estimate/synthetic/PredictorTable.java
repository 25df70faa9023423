package id.dampak.estimate.synthetic;

import id.dampak.error.SyntheticErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Values of the predictors of every unit, and the periods of fit; controls first. */
final class PredictorTable {
  private final double[][] values;
  private final int[] fitPlaces;
  private final List<String> warnings = new ArrayList<>();

  PredictorTable(SyntheticControlWithPredictors options, BlockPanel panel) {
    List<Predictor> predictors = options.predictors();
    if (predictors.isEmpty()) {
      throw SyntheticErrors.noPredictors();
    }
    Block block = panel.block();
    this.values = new double[block.units()][predictors.size()];
    for (int j = 0; j < predictors.size(); j++) {
      int[] places =
          placesBefore(panel, "Predictor " + predictors.get(j).name(), predictors.get(j).periods());
      fill(panel, predictors.get(j), j, places);
    }
    this.fitPlaces =
        options.fitPeriods().isEmpty()
            ? IntStream.range(0, block.before()).toArray()
            : placesBefore(panel, "The fit of the outcome", options.fitPeriods());
  }

  /** For reading only: a row for each unit. */
  double[][] values() {
    return values;
  }

  /** For reading only. */
  int[] fitPlaces() {
    return fitPlaces;
  }

  List<String> warnings() {
    return warnings;
  }

  private void fill(BlockPanel panel, Predictor predictor, int column, int[] places) {
    int missing = 0;
    for (int unit = 0; unit < values.length; unit++) {
      double sum = 0;
      int count = 0;
      for (int place : places) {
        double value = panel.value(predictor.column(), unit, place);
        if (!Double.isNaN(value)) {
          sum += value;
          count++;
        }
      }
      if (count == 0 || Double.isInfinite(sum)) {
        throw SyntheticErrors.noPredictor(predictor.name(), panel.label(unit));
      }
      missing += places.length - count;
      values[unit][column] = sum / count;
    }
    if (missing > 0) {
      warnings.add(
          "predictor %s: %d empty cells were left out of the means"
              .formatted(predictor.name(), missing));
    }
  }

  private static int[] placesBefore(BlockPanel panel, String what, List<Integer> periods) {
    int before = panel.block().before();
    int[] places = new int[periods.size()];
    for (int k = 0; k < places.length; k++) {
      places[k] = panel.placeOf(periods.get(k));
      if (places[k] < 0 || places[k] >= before) {
        throw SyntheticErrors.notBefore(what, periods.get(k), panel.period(before));
      }
    }
    return places;
  }
}
