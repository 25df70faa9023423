package id.dampak.disclosure;

import id.dampak.disclosure.Target.Direction;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Cell suppression in a table with totals. The rules choose the primary cells; then cells are added
 * until every primary cell stays as uncertain as {@link Rules#distance} asks, for a reader who
 * knows the published cells, the pattern, and the amount of the largest contributor of every other
 * cell. The sum of the hidden cells of a row or column whose total is published can be worked out;
 * if the rules forbid that sum, it is protected like a cell.
 *
 * <p>Finding the cheapest pattern is NP-hard (Fischetti and Salazar 2001, who solve it by branch
 * and cut). This is the heuristic of linear programs that they start from, after Kelly, Golden and
 * Assad (1992): one program for every cell and direction, in which hidden cells move free and
 * others at the price of their value; all cells that move are hidden. Afterwards each cell that was
 * added, the most valuable first, is published again if all stay protected without it.
 *
 * <p>Differs from the papers: they protect against outsiders only, here other contributors may
 * conspire; they fix the distances, here they follow from the rules; and sums of hidden cells are
 * protected (the problem is in Daalmans and de Waal 2010). Sums across several rows or columns are
 * not looked at.
 *
 * <ul>
 *   <li>Fischetti and Salazar (2001), Solving the cell suppression problem on tabular data with
 *       linear constraints, Management Science 47(7), doi:10.1287/mnsc.47.7.1008.9805
 *   <li>Kelly, Golden and Assad (1992), Cell suppression: disclosure protection for sensitive
 *       tabular data, Networks 22(4), doi:10.1002/net.3230220407
 *   <li>Cox (1980), Suppression methodology and statistical disclosure control, Journal of the
 *       American Statistical Association 75(370), doi:10.1080/01621459.1980.10477481
 *   <li>Daalmans and de Waal (2010), An improved formulation of the disclosure auditing problem for
 *       secondary cell suppression, Transactions on Data Privacy 3(3)
 * </ul>
 *
 * @param rules when a cell may be published
 */
public record Suppressor(Rules rules) {

  /** The pattern for a table that is published for the first time. */
  public Suppression suppress(MagnitudeTable table) {
    return suppress(table, Map.of());
  }

  /**
   * The pattern for a table of which an earlier version was published: what was hidden stays
   * hidden, and what was primary stays protected as long as anybody is in it.
   *
   * @param earlier status of the cells in earlier releases, where they were in one
   */
  public Suppression suppress(MagnitudeTable table, Map<Place, Status> earlier) {
    Set<Integer> primary = new HashSet<>();
    Set<Integer> kept = new HashSet<>();
    for (int cell = 0; cell < table.size(); cell++) {
      Status before = earlier.getOrDefault(table.cells().get(cell).place(), Status.PUBLISHED);
      Contributions inside = table.contributions(cell);
      if (!rules.allow(inside) || (before == Status.PRIMARY && !inside.isNobody())) {
        primary.add(cell);
      } else if (before != Status.PUBLISHED) {
        kept.add(cell);
      }
    }
    Protection protection = new Protection(table, rules, new Shifts(table), primary);
    Set<Integer> mandatory = new HashSet<>(primary);
    mandatory.addAll(kept);
    Set<Integer> hidden = pruned(protection, completed(protection, mandatory), mandatory);
    return new Suppression(
        table,
        IntStream.range(0, table.size())
            .mapToObj(
                cell ->
                    primary.contains(cell)
                        ? Status.PRIMARY
                        : hidden.contains(cell) ? Status.SECONDARY : Status.PUBLISHED)
            .toList());
  }

  /** Hides further cells until all targets are protected. */
  private static Set<Integer> completed(Protection protection, Set<Integer> mandatory) {
    Set<Integer> hidden = new HashSet<>(mandatory);
    int before;
    do {
      before = hidden.size();
      for (Target target : protection.targets(hidden)) {
        for (Direction direction : Direction.values()) {
          hidden.addAll(protection.shifts().cheapest(target, direction, hidden));
        }
      }
    } while (hidden.size() > before);
    return hidden;
  }

  /** Publishes again what need not be hidden, the most valuable first. */
  private static Set<Integer> pruned(
      Protection protection, Set<Integer> complete, Set<Integer> mandatory) {
    Set<Integer> hidden = new HashSet<>(complete);
    List<Integer> added =
        complete.stream()
            .filter(cell -> !mandatory.contains(cell))
            .sorted(
                Comparator.<Integer>comparingLong(
                        cell -> protection.table().contributions(cell).total())
                    .reversed()
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    for (int cell : added) {
      hidden.remove(cell);
      if (!protection.holds(hidden)) {
        hidden.add(cell);
      }
    }
    return hidden;
  }
}
