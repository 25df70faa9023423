package id.dampak.disclosure;

import id.dampak.disclosure.MagnitudeTable.Sum;
import id.dampak.disclosure.Target.Direction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a pattern of hidden cells has to protect, and whether it does.
 *
 * @param table the table
 * @param rules when a cell may be published
 * @param shifts what readers can take the table for
 * @param primary numbers of the cells that must be protected
 */
record Protection(MagnitudeTable table, Rules rules, Shifts shifts, Set<Integer> primary) {

  Protection {
    primary = Set.copyOf(primary);
  }

  /** Whether every target is far enough from its value, both ways. */
  boolean holds(Set<Integer> hidden) {
    return targets(hidden).stream()
        .allMatch(
            target ->
                shifts.arePossible(target, Direction.UP, hidden)
                    && shifts.arePossible(target, Direction.DOWN, hidden));
  }

  /** The primary cells and the forbidden sums that this pattern would show, hardest first. */
  List<Target> targets(Set<Integer> hidden) {
    List<Target> targets = new ArrayList<>();
    primary.forEach(cell -> targets.add(target(Set.of(cell))));
    for (Sum sum : table.sums()) {
      Set<Integer> parts =
          sum.parts().stream().filter(hidden::contains).collect(Collectors.toSet());
      if (parts.size() > 1 && !hidden.contains(sum.total()) && !rules.allow(together(parts))) {
        targets.add(target(parts));
      }
    }
    targets.sort(
        Comparator.comparingDouble(Target::up)
            .reversed()
            .thenComparing(target -> target.cells().stream().sorted().toList().toString()));
    return targets;
  }

  private Target target(Set<Integer> cells) {
    Contributions inside = together(cells);
    Contributions all = table.grandTotal();
    double distance = rules.distance(inside, (double) all.total() / all.members());
    return new Target(cells, distance, Math.min(distance, (double) inside.total()));
  }

  private Contributions together(Set<Integer> cells) {
    return cells.stream().map(table::contributions).reduce(Contributions.NONE, Contributions::plus);
  }
}
