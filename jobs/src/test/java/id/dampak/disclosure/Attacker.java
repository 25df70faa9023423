package id.dampak.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * A reader who tries to recover hidden cells: the least and the most that a sum of them can be,
 * given the published cells, the totals, that no amount is negative, and the cells that the reader
 * knows something about as a contributor. The unknowns are the values themselves, not shifts as in
 * the product. Each answer comes with a table that has it, and that table is checked against all
 * that the reader knows: so "it may be as much as this" does not rest on a solver.
 */
final class Attacker {
  /** What is possible beyond this multiple of the table's total is not searched. */
  private static final double HORIZON = 10;

  private final Suppression published;
  private final double scale;
  private final Map<Integer, Long> atLeast = new HashMap<>();
  private final Map<Integer, Long> exactly = new HashMap<>();

  Attacker(Suppression published) {
    this.published = published;
    this.scale = Math.max(1, published.table().grandTotal().total());
  }

  /** The same reader, who is also the largest contributor of a cell. */
  Attacker insideOf(int cell) {
    Contributions known = published.table().contributions(cell);
    Attacker insider = new Attacker(published);
    insider.atLeast.putAll(atLeast);
    insider.exactly.putAll(exactly);
    if (known.members() == 1) {
      insider.exactly.put(cell, known.total());
    } else {
      insider.atLeast.put(cell, known.largest());
    }
    return insider;
  }

  List<Integer> hidden() {
    return IntStream.range(0, published.statuses().size())
        .filter(cell -> published.statuses().get(cell) != Status.PUBLISHED)
        .boxed()
        .toList();
  }

  /** The least and the most that the sum of these hidden cells can be. */
  Interval interval(Set<Integer> target) {
    return new Interval(extreme(target, 1), extreme(target, -1));
  }

  private double extreme(Set<Integer> target, int sense) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    List<Variable> cells = new ArrayList<>();
    for (int cell = 0; cell < published.table().size(); cell++) {
      Variable value = model.newVariable("cell " + cell).lower(least(cell)).upper(most(cell));
      cells.add(target.contains(cell) ? value.weight(sense) : value);
    }
    for (MagnitudeTable.Sum sum : published.table().sums()) {
      // By all it adds up: the grand total is the sum of two lists, and a name takes one
      // expression.
      Expression balance = model.newExpression(sum.toString()).level(0);
      balance.set(cells.get(sum.total()), -1);
      sum.parts().forEach(part -> balance.set(cells.get(part), 1));
    }
    Optimisation.Result result = model.minimise();
    assertThat(result.getState().isOptimal()).as("solved").isTrue();
    requireConsistent(result);
    return scale * target.stream().mapToDouble(result::doubleValue).sum();
  }

  private double least(int cell) {
    if (published.statuses().get(cell) == Status.PUBLISHED) {
      return published.table().contributions(cell).total() / scale;
    }
    return exactly.getOrDefault(cell, atLeast.getOrDefault(cell, 0L)) / scale;
  }

  private double most(int cell) {
    boolean known = published.statuses().get(cell) == Status.PUBLISHED || exactly.containsKey(cell);
    return known ? least(cell) : HORIZON;
  }

  private void requireConsistent(Optimisation.Result table) {
    for (int cell = 0; cell < published.table().size(); cell++) {
      assertThat(table.doubleValue(cell)).isBetween(least(cell) - 1e-9, most(cell) + 1e-9);
    }
    for (MagnitudeTable.Sum sum : published.table().sums()) {
      assertThat(sum.parts().stream().mapToDouble(table::doubleValue).sum())
          .isCloseTo(table.doubleValue(sum.total()), within(1e-8));
    }
  }

  /** What is possible, ends included. */
  record Interval(double least, double most) {}
}
