package id.dampak.panel;

import id.dampak.estimate.Panel;
import id.dampak.panel.Observations.Columns;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects observations row by row, in growing arrays of primitives. */
final class ObservationRows {
  private static final int FIRST_CAPACITY = 1 << 12;

  private double[] outcome = new double[FIRST_CAPACITY];
  private double[] amount = new double[FIRST_CAPACITY];
  private double[] weight = new double[FIRST_CAPACITY];
  private double[] treatment = new double[FIRST_CAPACITY];
  private int[] unit = new int[FIRST_CAPACITY];
  private int[] region = new int[FIRST_CAPACITY];
  private int[] period = new int[FIRST_CAPACITY];
  private byte[] channel = new byte[FIRST_CAPACITY];
  private int size;

  /** Which sales an observation counts. */
  enum Channel {
    ALL(0, "all"),
    FEATURE(1, Columns.FEATURE),
    OTHER(2, Columns.OTHER);

    /** Place of the label among those of the column, in the order of the constants. */
    private final byte code;

    private final String label;

    Channel(int code, String label) {
      this.code = (byte) code;
      this.label = label;
    }
  }

  void add(
      int unitIndex,
      int regionIndex,
      int periodIndex,
      double amountValue,
      double outcomeValue,
      double weightValue,
      double treatmentValue,
      Channel sales) {
    if (size == outcome.length) {
      grow();
    }
    amount[size] = amountValue;
    outcome[size] = outcomeValue;
    weight[size] = weightValue;
    treatment[size] = treatmentValue;
    unit[size] = unitIndex;
    region[size] = regionIndex;
    period[size] = periodIndex;
    channel[size] = sales.code;
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
    return inRegions(market, units.stream().map(UnitRow::id).toList())
        .numeric(Columns.EXPOSURE, i -> units.get(unit[i]).exposure().orElse(Double.NaN))
        .numeric(Columns.BASELINE, i -> units.get(unit[i]).baseline())
        .categorical(Columns.SECTOR, i -> sectorCodes[unit[i]], sectors)
        .categorical(Columns.SIZE_CLASS, i -> sizeCodes[unit[i]], sizes)
        .categorical(
            Columns.CHANNEL,
            i -> channel[i],
            Arrays.stream(Channel.values()).map(each -> each.label).toList())
        .build();
  }

  /** The panel whose units are regions. */
  Panel ofRegions(Market market) {
    return inRegions(market, market.regions()).build();
  }

  /** The panel whose only unit is all of the market, with what recurs in its periods. */
  Panel ofAll(Market market) {
    List<LocalDateTime> starts = market.periods();
    return common(List.of(Channel.ALL.label))
        .categorical(
            Columns.DAY_OF_WEEK,
            i -> starts.get(period[i]).getDayOfWeek().getValue() - 1,
            Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name).toList())
        .categorical(
            Columns.MONTH,
            i -> starts.get(period[i]).getMonth().getValue() - 1,
            Arrays.stream(Month.values()).map(Month::name).toList())
        .build();
  }

  private Panel.Builder inRegions(Market market, List<String> unitLabels) {
    return common(unitLabels).categorical(Columns.REGION, i -> region[i], market.regions());
  }

  private Panel.Builder common(List<String> unitLabels) {
    double[] cohort = cohorts(unitLabels.size());
    return Panel.ofRows(size)
        .numeric(Columns.AMOUNT, i -> amount[i])
        .numeric(Columns.OUTCOME, i -> outcome[i])
        .numeric(Columns.WEIGHT, i -> weight[i])
        .numeric(Columns.TREATMENT, i -> treatment[i])
        .numeric(Columns.COHORT, i -> cohort[unit[i]])
        .numeric(Columns.TREATED, i -> period[i] >= cohort[unit[i]] ? 1 : 0)
        .numeric(Columns.EVER_TREATED, i -> Double.isFinite(cohort[unit[i]]) ? 1 : 0)
        .numeric(Columns.PERIOD, i -> period[i])
        .categorical(Columns.UNIT, i -> unit[i], unitLabels);
  }

  /** The first period in which each unit got a dose; infinite where none did. */
  private double[] cohorts(int units) {
    double[] cohort = new double[units];
    Arrays.fill(cohort, Double.POSITIVE_INFINITY);
    for (int i = 0; i < size; i++) {
      if (treatment[i] > 0) {
        cohort[unit[i]] = Math.min(cohort[unit[i]], period[i]);
      }
    }
    return cohort;
  }

  private void grow() {
    int capacity = outcome.length * 2;
    amount = Arrays.copyOf(amount, capacity);
    outcome = Arrays.copyOf(outcome, capacity);
    weight = Arrays.copyOf(weight, capacity);
    treatment = Arrays.copyOf(treatment, capacity);
    unit = Arrays.copyOf(unit, capacity);
    region = Arrays.copyOf(region, capacity);
    period = Arrays.copyOf(period, capacity);
    channel = Arrays.copyOf(channel, capacity);
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
