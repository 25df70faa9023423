package id.dampak.estimate.reversible;

import id.dampak.estimate.Dropped;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which observations entered and why the others did not: every row of the panel is in one place.
 */
final class Ledger {
  private final List<Dropped> before;
  private final Map<String, Integer> reasons = new LinkedHashMap<>();
  private final BitSet used = new BitSet();
  private final BitSet effects = new BitSet();
  private final int rows;

  /**
   * Starts with what is gone already.
   *
   * @param rows observations that are left
   */
  Ledger(List<Dropped> before, int rows) {
    this.before = before;
    this.rows = rows;
  }

  /** Counts an observation that cannot enter, under one reason. */
  void drop(String reason) {
    reasons.merge(reason, 1, Integer::sum);
  }

  /** An outcome that a comparison reads. */
  void use(int cell) {
    used.set(cell);
  }

  /** The cell (g, t) of a switcher or control of an effect. */
  void useForEffect(int cell) {
    effects.set(cell);
  }

  /** How many outcomes were read. */
  int used() {
    return used.cardinality();
  }

  /** How many cells (g, t) the effects rest on since this was last asked, each counted once. */
  int takeEffectCells() {
    int cells = effects.cardinality();
    effects.clear();
    return cells;
  }

  /** Whether an outcome in this range of cells was read. */
  boolean usesAnyOf(int from, int to) {
    int next = used.nextSetBit(from);
    return next >= 0 && next < to;
  }

  List<Dropped> dropped() {
    List<Dropped> all = new ArrayList<>(before);
    int left = rows - used();
    for (Map.Entry<String, Integer> reason : reasons.entrySet()) {
      all.add(new Dropped(reason.getKey(), reason.getValue()));
      left -= reason.getValue();
    }
    if (left > 0) {
      all.add(new Dropped("in no comparison that was asked for", left));
    }
    return all;
  }
}
