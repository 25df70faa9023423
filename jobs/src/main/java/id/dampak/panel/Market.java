package id.dampak.panel;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The gold tables of one study as arrays: units by periods, zeros filled in. Read once, whatever
 * the number of specifications.
 *
 * <p>Amounts are in units of the currency, no longer in minor units: from here on they enter
 * estimation.
 */
public final class Market {
  static final int NO_CELL = -1;

  private final List<UnitRow> units;
  private final List<LocalDateTime> periods;
  private final List<String> regions;
  private final double[] amounts;
  private final double[] featureAmounts;
  private final int[] cellRegions;
  private final double[] suspended;

  /**
   * A market.
   *
   * @param units the units, by identifier
   * @param periods starts of the periods of the window, in order
   * @param regions every region that a unit or cell lies in
   * @param amounts sales, unit by unit, each over all periods
   * @param featureAmounts of these, through the feature
   * @param cellRegions region of each cell, {@link #NO_CELL} where nothing was recorded
   * @param suspended share of the period in which the feature was off, region by region, each over
   *     all periods
   */
  Market(
      List<UnitRow> units,
      List<LocalDateTime> periods,
      List<String> regions,
      double[] amounts,
      double[] featureAmounts,
      int[] cellRegions,
      double[] suspended) {
    this.units = List.copyOf(units);
    this.periods = List.copyOf(periods);
    this.regions = List.copyOf(regions);
    this.amounts = amounts.clone();
    this.featureAmounts = featureAmounts.clone();
    this.cellRegions = cellRegions.clone();
    this.suspended = suspended.clone();
  }

  /** The units, by identifier. */
  public List<UnitRow> units() {
    return units;
  }

  /** Starts of the periods, in order. */
  public List<LocalDateTime> periods() {
    return periods;
  }

  List<String> regions() {
    return regions;
  }

  double amount(int unit, int period) {
    return amounts[unit * periods.size() + period];
  }

  /** Of {@link #amount}, what was sold through the feature. */
  double featureAmount(int unit, int period) {
    return featureAmounts[unit * periods.size() + period];
  }

  int cellRegion(int unit, int period) {
    return cellRegions[unit * periods.size() + period];
  }

  /** Share of a period in which the feature was off in a region; 0 outside the window. */
  double suspended(int region, int period) {
    return period < 0 || period >= periods.size() ? 0 : suspended[region * periods.size() + period];
  }

  /** Whether the feature was off in some region in some part of a period. */
  boolean suspendedAnywhere(int period) {
    return IntStream.range(0, regions.size()).anyMatch(region -> suspended(region, period) > 0);
  }

  boolean atRisk(int unit, int period) {
    UnitRow row = units.get(unit);
    LocalDateTime start = periods.get(period);
    return !start.isBefore(row.firstPeriod()) && !start.isAfter(row.lastPeriod());
  }

  /** Indices of the periods in which the feature was off in some region, in order. */
  public List<Integer> suspendedPeriods() {
    return IntStream.range(0, periods.size()).filter(this::suspendedAnywhere).boxed().toList();
  }
}
