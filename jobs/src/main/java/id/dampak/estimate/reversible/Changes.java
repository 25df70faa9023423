package id.dampak.estimate.reversible;

/** The changes in the outcome of each unit over the two places of a horizon. */
final class Changes {
  private final Paths paths;
  private final Cells cells;
  private final Horizon horizon;

  Changes(Paths paths, Horizon horizon) {
    this.paths = paths;
    this.cells = paths.cells();
    this.horizon = horizon;
  }

  /** The last place s from which the unit is a control: it has not switched by s + ℓ. */
  int lastAsControl(int unit) {
    return Math.min(paths.first(unit), cells.periods()) - 1 - horizon.distance();
  }

  /** Whether the unit switches, and its change at the switch is known. */
  boolean hasSwitch(int unit) {
    int s = paths.first(unit) - 1;
    return paths.switches(unit)
        && s >= horizon.earliest()
        && horizon.until(s) < cells.periods()
        && isDefined(unit, s);
  }

  boolean isDefined(int unit, int s) {
    int start = cells.start(unit);
    return cells.hasOutcome(start + s)
        && cells.hasOutcome(start + horizon.until(s))
        && cells.hasOutcome(start + horizon.compared(s));
  }

  double change(int unit, int s) {
    int start = cells.start(unit);
    return cells.outcome(start + horizon.compared(s)) - cells.outcome(start + s);
  }

  /** N_gt for t = s + ℓ. */
  double weight(int unit, int s) {
    return cells.weight(cells.start(unit) + horizon.until(s));
  }

  /** Enters in the ledger what a comparison reads. */
  void use(int unit, int s) {
    int start = cells.start(unit);
    cells.ledger().use(start + s);
    cells.ledger().use(start + horizon.compared(s));
    if (horizon.kind() == Horizon.Kind.EFFECT) {
      cells.ledger().useForEffect(start + horizon.until(s));
    }
  }
}
