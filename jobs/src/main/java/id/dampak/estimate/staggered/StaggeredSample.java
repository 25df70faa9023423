package id.dampak.estimate.staggered;

import id.dampak.error.DampakException;
import id.dampak.error.DifferenceInDifferencesErrors;
import id.dampak.error.EstimationErrors;
import id.dampak.estimate.Dropped;
import id.dampak.estimate.Panel;
import id.dampak.estimate.UnitPeriods;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The units and periods of a panel that can be compared, and why the others cannot. */
final class StaggeredSample {
  private final UnitPeriods cells;
  private final Cohorts cohorts;
  private final Covariates covariates;
  private final CallawaySantAnna options;
  private final boolean[] out;
  private final List<Dropped> dropped;
  private int periods;
  private long unusedRows;

  private StaggeredSample(CallawaySantAnna options, Panel panel) {
    this.options = options;
    this.cells = UnitPeriods.of(panel, options.outcome(), options.unit(), options.time());
    this.cohorts = Cohorts.of(cells, options.cohort());
    this.covariates = Covariates.of(panel, cells, options.covariates());
    this.out = new boolean[cells.units()];
    this.dropped = new ArrayList<>(cells.dropped());
    this.periods = cells.periods();
  }

  /**
   * The sample of a panel.
   *
   * @throws id.dampak.error.DampakException if no cohort is left that is seen before and after its
   *     start, or nobody to compare with
   */
  static StaggeredSample of(CallawaySantAnna options, Panel panel) {
    StaggeredSample sample = new StaggeredSample(options, panel);
    if (sample.periods < 2) {
      throw DifferenceInDifferencesErrors.onePeriod(options.time(), sample.cells.period(0));
    }
    sample.dropTreatedFromTheStart();
    sample.dropAnticipatingAfterTheData();
    sample.requireUnits();
    sample.dropPeriodsWithoutComparison();
    if (options.incomplete() == IncompleteUnits.DROP) {
      sample.drop(
          unit -> !sample.isComplete(unit),
          "units not observed in every period with all covariates");
    }
    sample.requireUnits();
    if (sample.groups().isEmpty()) {
      throw sample.nobodyTreated();
    }
    return sample;
  }

  UnitPeriods cells() {
    return cells;
  }

  Cohorts cohorts() {
    return cohorts;
  }

  Covariates covariates() {
    return covariates;
  }

  /** How many of the periods, from the first on, are used. */
  int periods() {
    return periods;
  }

  /** Units that are in, ascending. */
  int[] units() {
    return IntStream.range(0, out.length).filter(unit -> !out[unit]).toArray();
  }

  /** Starts of the cohorts whose effects are estimated, ascending. */
  List<Integer> groups() {
    int last = cells.period(periods - 1);
    return Arrays.stream(units())
        .map(cohorts::start)
        .filter(start -> start <= last)
        .distinct()
        .sorted()
        .boxed()
        .toList();
  }

  /**
   * Reports units that enter no comparison. They stay in, as the shares of cohorts are shares among
   * all units, whatever the gaps in their data.
   */
  void reportUnused(boolean[] used) {
    int[] unused = Arrays.stream(units()).filter(unit -> !used[unit]).toArray();
    unusedRows = report(unused, "units that enter no comparison, only the shares of cohorts");
  }

  /** Rows that enter a comparison. */
  int observations() {
    return (int) (rows(units()) - unusedRows);
  }

  /** Whether a unit is observed in every period that is used, with all covariates. */
  boolean isComplete(int unit) {
    for (int place = 0; place < periods; place++) {
      if (!cells.isObserved(unit, place) || !covariates.areKnown(unit, place)) {
        return false;
      }
    }
    return true;
  }

  List<Dropped> dropped() {
    return List.copyOf(dropped);
  }

  /** A cohort must be seen before its start and the anticipation of it. */
  private void dropTreatedFromTheStart() {
    int first = cells.period(0);
    drop(
        unit -> cohorts.start(unit) <= (long) first + options.anticipation(),
        "units treated or anticipating treatment from the first period on");
  }

  /** Units that start after the data count as never treated, unless they anticipate within them. */
  private void dropAnticipatingAfterTheData() {
    double[] starts = cells.constant(options.cohort());
    int last = cells.period(periods - 1);
    drop(
        unit -> starts[unit] > last && starts[unit] <= (double) last + options.anticipation(),
        "units that start after the data and anticipate it within");
  }

  /** Where everybody is treated in the end, effects can be told until the last cohort starts. */
  private void dropPeriodsWithoutComparison() {
    int[] units = units();
    if (Arrays.stream(units).anyMatch(cohorts::isNever)) {
      return;
    }
    if (options.comparison() == ComparisonGroup.NEVER_TREATED) {
      throw DifferenceInDifferencesErrors.nobodyNeverTreated(options.cohort());
    }
    int lastStart = Arrays.stream(units).map(cohorts::start).max().orElse(Cohorts.NEVER);
    long end = (long) lastStart - options.anticipation();
    int usable = (int) IntStream.range(0, periods).filter(p -> cells.period(p) < end).count();
    if (usable < 2) {
      throw nobodyTreated();
    }
    long rows = Arrays.stream(units).mapToLong(unit -> rows(unit, usable, periods)).sum();
    dropped.add(
        new Dropped("from period " + cells.period(usable) + " on, when all are treated", rows));
    periods = usable;
  }

  private void requireUnits() {
    if (units().length == 0) {
      throw EstimationErrors.noObservations(
          dropped.stream().map(d -> d.rows() + " rows: " + d.reason()).toList());
    }
  }

  private DampakException nobodyTreated() {
    return DifferenceInDifferencesErrors.nobodyTreated(
        options.cohort(), cells.period(0), cells.period(periods - 1));
  }

  private void drop(IntPredicate which, String reason) {
    int[] units = Arrays.stream(units()).filter(which).toArray();
    report(units, reason);
    for (int unit : units) {
      out[unit] = true;
    }
  }

  /** Reports the rows of these units in the periods that are used. */
  private long report(int[] units, String reason) {
    long rows = rows(units);
    if (units.length > 0) {
      dropped.add(new Dropped(units.length + " " + reason, rows));
    }
    return rows;
  }

  private long rows(int[] units) {
    return Arrays.stream(units).mapToLong(unit -> rows(unit, 0, periods)).sum();
  }

  private int rows(int unit, int from, int to) {
    return (int) IntStream.range(from, to).filter(place -> cells.isObserved(unit, place)).count();
  }
}
