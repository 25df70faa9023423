package id.dampak.estimate.staggered;

import id.dampak.error.DifferenceInDifferencesErrors;
import id.dampak.estimate.Dropped;
import id.dampak.estimate.Panel;
import id.dampak.estimate.UnitPeriods;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Units with an outcome before and after, a treatment and covariates, whichever form they had. */
final class PairedUnits {
  private final Comparison comparison;
  private final UnitClusters clusters;
  private final List<Dropped> dropped;
  private final int observations;

  private PairedUnits(
      Comparison comparison, UnitClusters clusters, List<Dropped> dropped, int observations) {
    this.comparison = comparison;
    this.clusters = clusters;
    this.dropped = dropped;
    this.observations = observations;
  }

  /**
   * The units of a panel.
   *
   * @throws id.dampak.error.DampakException if a value is infinite, the treatment is not 0 or 1, or
   *     nobody is on one of its sides
   */
  static PairedUnits of(DoublyRobust options, Panel panel) {
    Covariates.requireFinite(panel, options.covariates());
    return options.outcome() instanceof BeforeAndAfter.Periods periods
        ? inPeriods(options, periods, panel)
        : inColumns(options, panel);
  }

  Comparison comparison() {
    return comparison;
  }

  UnitClusters clusters() {
    return clusters;
  }

  List<Dropped> dropped() {
    return dropped;
  }

  int observations() {
    return observations;
  }

  private static PairedUnits inColumns(DoublyRobust options, Panel panel) {
    List<String> outcomes = options.outcome().numbers();
    Covariates.requireFinite(panel, outcomes);
    NumberColumns columns = new NumberColumns(panel.observations());
    outcomes.forEach(name -> columns.add(name, row -> panel.number(name, row)));
    columns.add(options.treated(), row -> panel.number(options.treated(), row));
    options.covariates().forEach(name -> columns.add(name, row -> panel.number(name, row)));
    IntUnaryOperator cluster = unit -> unit;
    if (options.cluster().isPresent()) {
      String by = options.cluster().get();
      int[] codes = panel.categories(by);
      columns.add(by, row -> codes[row] < 0 ? Double.NaN : codes[row]);
      cluster = row -> codes[row];
    }
    List<Dropped> dropped = new ArrayList<>();
    int[] used = columns.complete(row -> 1, dropped);
    return paired(options, columns, used, cluster, dropped, used.length);
  }

  private static PairedUnits inPeriods(
      DoublyRobust options, BeforeAndAfter.Periods names, Panel panel) {
    UnitPeriods cells = UnitPeriods.of(panel, names.outcome(), names.unit(), names.time());
    int before = cells.placeOf(names.before());
    int after = cells.placeOf(names.after());
    if (before < 0 || after < 0 || before == after) {
      throw DifferenceInDifferencesErrors.noSuchPeriods(
          names.time(), names.before(), names.after());
    }
    NumberColumns columns = new NumberColumns(cells.units());
    columns.add("outcome before", unit -> cells.outcome(unit, before));
    columns.add("outcome after", unit -> cells.outcome(unit, after));
    double[] treated = cells.constant(options.treated());
    columns.add(options.treated(), unit -> treated[unit]);
    options
        .covariates()
        .forEach(name -> columns.add(name, unit -> cells.value(name, unit, before)));
    List<Dropped> dropped = new ArrayList<>(cells.dropped());
    int elsewhere = cells.observations();
    for (int unit = 0; unit < cells.units(); unit++) {
      elsewhere -= rows(cells, unit, before, after);
    }
    if (elsewhere > 0) {
      dropped.add(new Dropped("in neither of the two periods", elsewhere));
    }
    int[] used = columns.complete(unit -> rows(cells, unit, before, after), dropped);
    IntUnaryOperator cluster = unit -> unit;
    if (options.cluster().isPresent()) {
      int[] codes = cells.group(options.cluster().get());
      cluster = unit -> codes[unit];
    }
    return paired(options, columns, used, cluster, dropped, 2 * used.length);
  }

  private static int rows(UnitPeriods cells, int unit, int before, int after) {
    return (cells.isObserved(unit, before) ? 1 : 0) + (cells.isObserved(unit, after) ? 1 : 0);
  }

  /** Puts the columns together: outcome before and after, treatment, covariates. */
  private static PairedUnits paired(
      DoublyRobust options,
      NumberColumns columns,
      int[] used,
      IntUnaryOperator cluster,
      List<Dropped> dropped,
      int observations) {
    int n = used.length;
    double[] change = new double[n];
    boolean[] treated = new boolean[n];
    double[][] x = new double[options.covariates().size() + 1][n];
    int[] codes = new int[n];
    for (int i = 0; i < n; i++) {
      change[i] = columns.value(1, used[i]) - columns.value(0, used[i]);
      double d = columns.value(2, used[i]);
      if (d != 0 && d != 1) {
        throw DifferenceInDifferencesErrors.notBinary(options.treated(), d);
      }
      treated[i] = d == 1;
      x[0][i] = 1;
      for (int j = 1; j < x.length; j++) {
        x[j][i] = columns.value(2 + j, used[i]);
      }
      codes[i] = cluster.applyAsInt(used[i]);
    }
    Comparison comparison =
        new Comparison(DoublyRobust.ATT, options.covariates(), change, treated, x);
    UnitClusters clusters =
        options
            .cluster()
            .map(by -> UnitClusters.of(by, codes))
            .orElseGet(() -> UnitClusters.none(n));
    return new PairedUnits(comparison, clusters, List.copyOf(dropped), observations);
  }
}
