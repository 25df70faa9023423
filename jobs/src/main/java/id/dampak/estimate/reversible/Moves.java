package id.dampak.estimate.reversible;

import id.dampak.linalg.LongCodes;
import java.util.Arrays;

/**
 * What each unit did between two consecutive periods: moves d → d' in t, numbered, those with d' =
 * d among them. The moves that start from the same d in the same t, within a group, are one state;
 * they are compared with each other.
 */
final class Moves {
  private static final int NONE = -1;

  private final Cells cells;
  private final int[] moves;
  private final int states;
  private int count;
  private int[] place = new int[64];
  private int[] state = new int[64];
  private double[] change = new double[64];

  Moves(Cells cells) {
    this.cells = cells;
    this.moves = new int[Math.multiplyExact(cells.units(), cells.periods())];
    TreatmentCodes froms = new TreatmentCodes();
    TreatmentCodes tos = new TreatmentCodes();
    LongCodes codesOfStates = new LongCodes(256);
    LongCodes codesOfMoves = new LongCodes(256);
    for (int unit = 0; unit < cells.units(); unit++) {
      int start = cells.start(unit);
      moves[start] = NONE;
      for (int t = 1; t < cells.periods(); t++) {
        int cell = start + t;
        moves[cell] = NONE;
        if (cells.hasTreatment(cell) && cells.hasTreatment(cell - 1)) {
          int from = froms.codeOf(cells.treatment(cell - 1), cells.group(unit));
          int to = tos.codeOf(cells.treatment(cell), 0);
          int origin = codesOfStates.codeOf(((long) t << 32) | from);
          moves[cell] = codesOfMoves.codeOf(((long) origin << 32) | to);
          if (moves[cell] == count) {
            append(t, origin, cells.treatment(cell) - cells.treatment(cell - 1));
          }
        }
      }
    }
    states = codesOfStates.size();
  }

  private void append(int t, int origin, double by) {
    if (count == place.length) {
      place = Arrays.copyOf(place, 2 * count);
      state = Arrays.copyOf(state, 2 * count);
      change = Arrays.copyOf(change, 2 * count);
    }
    place[count] = t;
    state[count] = origin;
    change[count++] = by;
  }

  int count() {
    return count;
  }

  int states() {
    return states;
  }

  /** The place t of a move. */
  int place(int move) {
    return place[move];
  }

  int state(int move) {
    return state[move];
  }

  /** D_t − D_{t−1}. */
  double change(int move) {
    return change[move];
  }

  boolean isStay(int move) {
    return change[move] == 0;
  }

  /** 0 for increases, 1 for decreases. */
  int direction(int move) {
    return change[move] > 0 ? 0 : 1;
  }

  /** The move that ends in a cell. */
  int at(int cell) {
    return moves[cell];
  }

  /**
   * Whether the unit's move into place t can be compared in the outcomes of t − lag − 1 and t −
   * lag: those and the ones of the move itself are known, and until the move the treatment was
   * constant.
   */
  boolean isUsable(int unit, int t, int lag) {
    int cell = cells.start(unit) + t;
    if (moves[cell] == NONE || !hasOutcomes(cell) || !hasOutcomes(cell - lag)) {
      return false;
    }
    for (int before = 1; before <= lag; before++) {
      int earlier = moves[cell - before];
      if (earlier == NONE || !isStay(earlier)) {
        return false;
      }
    }
    return true;
  }

  private boolean hasOutcomes(int cell) {
    return cells.hasOutcome(cell) && cells.hasOutcome(cell - 1);
  }

  /** How many switch in each place. */
  int[] switchesByPlace() {
    int[] byPlace = new int[cells.periods()];
    for (int move : moves) {
      if (move != NONE && !isStay(move)) {
        byPlace[place[move]]++;
      }
    }
    return byPlace;
  }
}
