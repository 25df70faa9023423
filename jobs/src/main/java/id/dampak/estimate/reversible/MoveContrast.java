package id.dampak.estimate.reversible;

import java.util.Arrays;

/**
 * Switchers against stayers of the same treatment before, in the change of the outcome over one
 * period: that of the move (lag 0), or one before it.
 *
 * <p>Scores are made as in {@link Contrast}: a cohort is the units that make the same move in the
 * same period, its controls those that stay.
 */
final class MoveContrast {
  private static final int DIRECTIONS = 2;

  private final Cells cells;
  private final Moves moves;
  private final int lag;
  private final Tally cohorts;
  private final Tally unions;
  private final int[] stays;
  private final double[] switched;

  MoveContrast(Cells cells, Moves moves, int lag) {
    this.cells = cells;
    this.moves = moves;
    this.lag = lag;
    cohorts = new Tally(moves.count());
    unions = new Tally(DIRECTIONS * moves.states());
    for (int i = 0; i < cells.units(); i++) {
      tally(cells.unitAt(i));
    }
    stays = new int[moves.states()];
    switched = new double[DIRECTIONS * moves.states()];
    Arrays.fill(stays, -1);
    for (int move = 0; move < moves.count(); move++) {
      if (moves.isStay(move)) {
        stays[moves.state(move)] = cohorts.units(move) > 0 ? move : -1;
      } else {
        switched[side(move)] += cohorts.weight(move);
      }
    }
  }

  private void tally(int unit) {
    int start = cells.start(unit);
    int cluster = cells.cluster(unit);
    for (int t = lag + 1; t < cells.periods(); t++) {
      if (moves.isUsable(unit, t, lag)) {
        int move = moves.at(start + t);
        double weight = cells.weight(start + t);
        double change = change(start + t);
        cohorts.add(move, change, weight, cluster);
        int first = DIRECTIONS * moves.state(move);
        for (int side = first; side < first + DIRECTIONS; side++) {
          if (moves.isStay(move) || side == side(move)) {
            unions.add(side, change, weight, cluster);
          }
        }
      }
    }
  }

  /**
   * Estimates the mean over a pool of switches, adds it to {@code scores}, enters in the ledger
   * what it uses, and returns the counts; adds nothing where no switcher has a stayer.
   */
  SwitcherCounts add(Pool pool, EffectScale scale, Scores scores) {
    double total = 0;
    double weight = 0;
    double dose = 0;
    long[] entered = new long[DIRECTIONS];
    long without = 0;
    for (int move = 0; move < moves.count(); move++) {
      if (!isIn(pool, move)) {
        continue;
      }
      int stay = stays[moves.state(move)];
      if (stay < 0) {
        without += cohorts.units(move);
      } else if (cohorts.units(move) > 0) {
        double w = cohorts.weight(move);
        total += sign(moves.direction(move)) * w * (cohorts.mean(move) - cohorts.mean(stay));
        weight += w;
        dose += w * Math.abs(moves.change(move));
        entered[moves.direction(move)] += cohorts.units(move);
      }
    }
    long used = 0;
    if (weight > 0) {
      double[] byCluster = new double[cells.clusters()];
      used = score(pool, byCluster);
      double denominator = scale == EffectScale.PER_UNIT ? dose : weight;
      scores.add(pool.term(), total / denominator, byCluster, 1 / denominator);
    }
    return new SwitcherCounts(
        pool.term(), used, entered[0] + entered[1], entered[0], entered[1], without, dose / weight);
  }

  private boolean isIn(Pool pool, int move) {
    int place = moves.place(move);
    return !moves.isStay(move)
        && pool.includes(moves.direction(move))
        && place >= pool.from(lag + 1)
        && place < pool.until(cells.periods());
  }

  private long score(Pool pool, double[] byCluster) {
    long used = 0;
    for (int i = 0; i < cells.units(); i++) {
      int unit = cells.unitAt(i);
      for (int t = pool.from(lag + 1); t < pool.until(cells.periods()); t++) {
        int cell = cells.start(unit) + t;
        if (moves.isUsable(unit, t, lag) && enters(pool, moves.at(cell))) {
          byCluster[cells.cluster(unit)] += score(pool, cell);
          cells.ledger().use(cell - lag);
          cells.ledger().use(cell - lag - 1);
          used++;
        }
      }
    }
    return used;
  }

  private boolean enters(Pool pool, int move) {
    int first = DIRECTIONS * moves.state(move);
    if (stays[moves.state(move)] < 0) {
      return false;
    }
    return moves.isStay(move)
        ? (pool.includes(0) && switched[first] > 0) || (pool.includes(1) && switched[first + 1] > 0)
        : pool.includes(moves.direction(move));
  }

  private double score(Pool pool, int cell) {
    int move = moves.at(cell);
    double change = change(cell);
    double weight = cells.weight(cell);
    if (!moves.isStay(move)) {
      return sign(moves.direction(move))
          * weight
          * cohorts.deviation(move, unions, side(move), change);
    }
    double score = 0;
    for (int direction = 0; direction < DIRECTIONS; direction++) {
      int side = DIRECTIONS * moves.state(move) + direction;
      if (pool.includes(direction) && switched[side] > 0) {
        double share = switched[side] / cohorts.weight(move);
        score -= sign(direction) * share * weight * cohorts.deviation(move, unions, side, change);
      }
    }
    return score;
  }

  private int side(int move) {
    return DIRECTIONS * moves.state(move) + moves.direction(move);
  }

  private double change(int cell) {
    return cells.outcome(cell - lag) - cells.outcome(cell - lag - 1);
  }

  private static int sign(int direction) {
    return direction == 0 ? 1 : -1;
  }
}
