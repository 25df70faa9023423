package id.dampak.panel;

import id.dampak.estimate.Panel;
import id.dampak.panel.Observations.Columns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects observations row by row, in growing arrays of primitives. */
final class ObservationRows {
  private static final int FIRST_CAPACITY = 1 << 12;

  private double[] outcome = new double[FIRST_CAPACITY];
  private double[] weight = new double[FIRST_CAPACITY];
  private double[] treatment = new double[FIRST_CAPACITY];
  private int[] unit = new int[FIRST_CAPACITY];
  private int[] region = new int[FIRST_CAPACITY];
  private int[] period = new int[FIRST_CAPACITY];
  private int size;

  void add(
      int unitIndex,
      int regionIndex,
      int periodIndex,
      double outcomeValue,
      double weightValue,
      double treatmentValue) {
    if (size == outcome.length) {
      grow();
    }
    outcome[size] = outcomeValue;
    weight[size] = weightValue;
    treatment[size] = treatmentValue;
    unit[size] = unitIndex;
    region[size] = regionIndex;
    period[size] = periodIndex;
    size++;
  }

  /**
   * Clips the outcome at two of its quantiles (type 7 of Hyndman and Fan 1996,
   * doi:10.2307/2684934).
   */
  void clip(double lower, double upper) {
    if (size == 0) {
      return;
    }
    double[] sorted = Arrays.copyOf(outcome, size);
    Arrays.sort(sorted);
    double low = quantile(sorted, lower);
    double high = quantile(sorted, upper);
    for (int i = 0; i < size; i++) {
      outcome[i] = Math.min(high, Math.max(low, outcome[i]));
    }
  }

  /** The panel whose units are those of the market. */
  Panel ofUnits(Market market) {
    List<UnitRow> units = market.units();
    List<String> sectors = distinct(units.stream().map(UnitRow::sector).toList());
    List<String> sizes = distinct(units.stream().map(UnitRow::sizeClass).toList());
    int[] sectorCodes = units.stream().mapToInt(u -> sectors.indexOf(u.sector())).toArray();
    int[] sizeCodes = units.stream().mapToInt(u -> sizes.indexOf(u.sizeClass())).toArray();
    return common(market, units.stream().map(UnitRow::id).toList())
        .numeric(Columns.EXPOSURE, i -> units.get(unit[i]).exposure().orElse(Double.NaN))
        .numeric(Columns.BASELINE, i -> units.get(unit[i]).baseline())
        .categorical(Columns.SECTOR, i -> sectorCodes[unit[i]], sectors)
        .categorical(Columns.SIZE_CLASS, i -> sizeCodes[unit[i]], sizes)
        .build();
  }

  /** The panel whose units are regions. */
  Panel ofRegions(Market market) {
    return common(market, market.regions()).build();
  }

  private Panel.Builder common(Market market, List<String> unitLabels) {
    return Panel.ofRows(size)
        .numeric(Columns.OUTCOME, i -> outcome[i])
        .numeric(Columns.WEIGHT, i -> weight[i])
        .numeric(Columns.TREATMENT, i -> treatment[i])
        .numeric(Columns.PERIOD, i -> period[i])
        .categorical(Columns.UNIT, i -> unit[i], unitLabels)
        .categorical(Columns.REGION, i -> region[i], market.regions());
  }

  private void grow() {
    int capacity = outcome.length * 2;
    outcome = Arrays.copyOf(outcome, capacity);
    weight = Arrays.copyOf(weight, capacity);
    treatment = Arrays.copyOf(treatment, capacity);
    unit = Arrays.copyOf(unit, capacity);
    region = Arrays.copyOf(region, capacity);
    period = Arrays.copyOf(period, capacity);
  }

  private static double quantile(double[] sorted, double probability) {
    double at = (sorted.length - 1) * probability;
    int below = (int) Math.floor(at);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  private static List<String> distinct(List<String> labels) {
    return new ArrayList<>(new java.util.TreeSet<>(labels));
  }
}
