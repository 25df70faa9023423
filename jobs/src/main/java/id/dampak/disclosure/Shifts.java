package id.dampak.disclosure;

import id.dampak.disclosure.Target.Direction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Other tables that a reader could take for the true one. A shift moves a target by its distance
 * and other cells along with it, so that all sums still hold; if only hidden cells move, no reader
 * can exclude the result. What a reader may know besides the published cells:
 *
 * <ul>
 *   <li>no amount is negative;
 *   <li>the largest contributor of every inner cell outside the target has told its amount, so that
 *       the cell is at least that, and exactly that if it is alone in it.
 * </ul>
 *
 * <p>The second is more than any single contributor knows. Amounts are in multiples of the
 * distance: a shift of 1 is a sum of cycles through the target, so that no cell need move by more
 * than 1 and every number in the program lies between -1 and 1.
 */
final class Shifts {
  private static final double NEGLIGIBLE = 1e-7;

  private final MagnitudeTable table;

  Shifts(MagnitudeTable table) {
    this.table = table;
  }

  /** Whether hidden cells alone can make the shift. */
  boolean arePossible(Target target, Direction direction, Set<Integer> hidden) {
    return target.distance(direction) <= 0 || solve(target, direction, hidden, hidden).isPresent();
  }

  /**
   * The cells beside the hidden ones that move in the shift that costs least, in value moved times
   * distance.
   */
  Set<Integer> cheapest(Target target, Direction direction, Set<Integer> hidden) {
    if (target.distance(direction) <= 0) {
      return Set.of();
    }
    Set<Integer> movable = new HashSet<>();
    for (int cell = 0; cell < table.size(); cell++) {
      if (!table.contributions(cell).isNobody()) {
        movable.add(cell);
      }
    }
    return solve(target, direction, hidden, movable)
        .orElseThrow(() -> new IllegalStateException("hiding every cell does not protect one"));
  }

  private Optional<Set<Integer>> solve(
      Target target, Direction direction, Set<Integer> hidden, Set<Integer> movable) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    List<Moves> moves = new ArrayList<>();
    Set<Integer> known = knownToOthers(target);
    double distance = target.distance(direction);
    for (int cell : movable) {
      moves.add(moves(model, cell, distance, known.contains(cell), hidden.contains(cell)));
    }
    for (MagnitudeTable.Sum sum : table.sums()) {
      // By all it adds up: the grand total is the sum of two lists, and a name takes one
      // expression.
      Expression balance = model.newExpression(sum.toString()).level(BigDecimal.ZERO);
      for (Moves cell : moves) {
        if (cell.cell() == sum.total()) {
          cell.addTo(balance, -1);
        } else if (sum.parts().contains(cell.cell())) {
          cell.addTo(balance, 1);
        }
      }
    }
    Expression required = model.newExpression("target").level(BigDecimal.valueOf(direction.sign()));
    moves.stream()
        .filter(cell -> target.cells().contains(cell.cell()))
        .forEach(cell -> cell.addTo(required, 1));
    Optimisation.Result result = model.minimise();
    if (!result.getState().isFeasible()) {
      return Optional.empty();
    }
    return Optional.of(
        moves.stream()
            .filter(cell -> !hidden.contains(cell.cell()) && cell.isMoved())
            .map(Moves::cell)
            .collect(Collectors.toSet()));
  }

  /** Inner cells whose largest contributor may work against the target: all but its own. */
  private Set<Integer> knownToOthers(Target target) {
    Set<Integer> known = new HashSet<>();
    for (int cell = 0; cell < table.size(); cell++) {
      if (table.isInner(cell)) {
        known.add(cell);
      }
    }
    target.cells().forEach(cell -> table.innerOf(cell).forEach(known::remove));
    return known;
  }

  private Moves moves(
      ExpressionsBasedModel model, int cell, double distance, boolean known, boolean hidden) {
    Contributions inside = table.contributions(cell);
    double room = (inside.total() - (known ? inside.largest() : 0)) / distance;
    double cost = hidden ? 0 : (1.0 + inside.total()) / (1.0 + table.grandTotal().total());
    return new Moves(
        cell,
        variable(model, "up " + cell, known && inside.isSingle() ? 0 : 1, cost),
        variable(model, "down " + cell, Math.min(1, room), cost));
  }

  private static Variable variable(
      ExpressionsBasedModel model, String name, double most, double cost) {
    return model
        .newVariable(name)
        .lower(BigDecimal.ZERO)
        .upper(BigDecimal.valueOf(most < NEGLIGIBLE ? 0 : most))
        .weight(BigDecimal.valueOf(cost));
  }

  /** How far a cell moves up and down. */
  private record Moves(int cell, Variable up, Variable down) {

    void addTo(Expression sum, int sign) {
      sum.set(up, sign);
      sum.set(down, -sign);
    }

    boolean isMoved() {
      return Math.abs(up.getValue().doubleValue() - down.getValue().doubleValue()) > NEGLIGIBLE;
    }
  }
}
