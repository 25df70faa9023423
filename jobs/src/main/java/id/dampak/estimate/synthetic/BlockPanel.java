package id.dampak.estimate.synthetic;

import id.dampak.error.SyntheticErrors;
import id.dampak.estimate.Dropped;
import id.dampak.estimate.Panel;
import id.dampak.estimate.UnitPeriods;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A panel as the methods of this package need it: balanced, with units that are never treated and
 * others that are treated from one and the same period on. Units are taken by label, so that
 * results do not hang on the order of rows.
 */
final class BlockPanel {
  private static final int NEVER = Integer.MAX_VALUE;

  private final UnitPeriods cells;
  private final int[] units;
  private final Block block;

  private BlockPanel(UnitPeriods cells, int[] units, Block block) {
    this.cells = cells;
    this.units = units;
    this.block = block;
  }

  /** Columns that are read. */
  record Names(String outcome, String unit, String time, Treatment treatment) {
    Set<String> all() {
      return new TreeSet<>(List.of(outcome, unit, time, treatment.column()));
    }

    Set<String> identifiers() {
      return Set.of(unit);
    }
  }

  static BlockPanel of(Panel panel, Names names) {
    UnitPeriods cells = UnitPeriods.of(panel, names.outcome(), names.unit(), names.time());
    requireBalance(cells, names.outcome());
    int[] starts = starts(cells, names.treatment());
    int[] units =
        IntStream.range(0, cells.units())
            .boxed()
            .sorted(
                Comparator.comparing((Integer unit) -> starts[unit] != NEVER)
                    .thenComparing(cells::label))
            .mapToInt(Integer::intValue)
            .toArray();
    int controls = (int) Arrays.stream(starts).filter(start -> start == NEVER).count();
    int before = requireBlock(cells, units, starts, controls);
    double[][] outcome = new double[units.length][cells.periods()];
    for (int i = 0; i < units.length; i++) {
      for (int t = 0; t < cells.periods(); t++) {
        outcome[i][t] = cells.outcome(units[i], t);
      }
    }
    return new BlockPanel(cells, units, new Block(outcome, controls, before));
  }

  Block block() {
    return block;
  }

  String label(int unit) {
    return cells.label(units[unit]);
  }

  List<String> labels(int from, int to) {
    return IntStream.range(from, to).mapToObj(this::label).toList();
  }

  List<String> treated() {
    return labels(block.controls(), block.units());
  }

  int period(int place) {
    return cells.period(place);
  }

  int placeOf(int period) {
    return cells.placeOf(period);
  }

  double value(String column, int unit, int place) {
    return cells.value(column, units[unit], place);
  }

  int observations() {
    return cells.observations();
  }

  List<Dropped> dropped() {
    return cells.dropped();
  }

  private static void requireBalance(UnitPeriods cells, String outcome) {
    if (cells.isBalanced()) {
      return;
    }
    for (int unit = 0; unit < cells.units(); unit++) {
      for (int t = 0; t < cells.periods(); t++) {
        if (!cells.isObserved(unit, t)) {
          int missing = cells.units() * cells.periods() - cells.observations();
          throw SyntheticErrors.unbalanced(outcome, missing, cells.label(unit), cells.period(t));
        }
      }
    }
  }

  /** The place of each unit's first treated period. */
  private static int[] starts(UnitPeriods cells, Treatment treatment) {
    String column = treatment.column();
    return treatment instanceof Treatment.From
        ? Arrays.stream(cells.constant(column)).mapToInt(start -> placeFrom(cells, start)).toArray()
        : IntStream.range(0, cells.units()).map(unit -> switchedOn(cells, column, unit)).toArray();
  }

  private static int switchedOn(UnitPeriods cells, String column, int unit) {
    int start = NEVER;
    for (int t = 0; t < cells.periods(); t++) {
      double value = cells.value(column, unit, t);
      if (value != 0 && value != 1) {
        throw SyntheticErrors.notAnIndicator(column, value, cells.label(unit), cells.period(t));
      }
      if (value == 1 && start == NEVER) {
        start = t;
      } else if (value == 0 && start != NEVER) {
        throw SyntheticErrors.switchedOff(column, cells.label(unit), cells.period(t));
      }
    }
    return start;
  }

  private static int placeFrom(UnitPeriods cells, double start) {
    int last = cells.periods() - 1;
    boolean zeroForNever = start == 0 && cells.period(0) > 0;
    if (Double.isNaN(start) || zeroForNever || start > cells.period(last)) {
      return NEVER;
    }
    int place = 0;
    while (cells.period(place) < start) {
      place++;
    }
    return place;
  }

  private static int requireBlock(UnitPeriods cells, int[] units, int[] starts, int controls) {
    if (controls == 0) {
      throw SyntheticErrors.noControls(cells.units());
    }
    if (controls == units.length) {
      throw SyntheticErrors.nobodyTreated(cells.units());
    }
    int first = units[controls];
    for (int i = controls; i < units.length; i++) {
      if (starts[units[i]] != starts[first]) {
        throw SyntheticErrors.staggered(
            cells.label(first),
            cells.period(starts[first]),
            cells.label(units[i]),
            cells.period(starts[units[i]]));
      }
    }
    if (starts[first] == 0) {
      throw SyntheticErrors.nothingBefore(cells.label(first), cells.period(0));
    }
    return starts[first];
  }
}
