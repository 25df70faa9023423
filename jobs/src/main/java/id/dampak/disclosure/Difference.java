package id.dampak.disclosure;

import id.dampak.disclosure.Cuts.Ends;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * What readers learn who subtract one release from another: by how much each cell changed that both
 * show, and what follows from the totals for the others.
 *
 * <p>Changes have either sign, so hidden ones have no bounds, and what follows is exact. Let each
 * sum of the table be a node, and each hidden cell an edge between the two sums that it is in, or
 * between its only one and a node for the rest. The equations of some nodes, added up with signs
 * that take out the cells between them, leave the cells between them and the others: a cut of the
 * graph. The hidden cells of a row are the cut around its node, and a cell that follows by itself
 * is a bridge. Whatever else follows is made of cuts. So the rules must allow every cut in which
 * anything has changed, which is a question of smallest cuts.
 *
 * @param changes by how much the sales of each merchant changed, whichever way
 * @param hidden places that the later release does not show
 */
public record Difference(MagnitudeTable changes, Set<Place> hidden) {

  /** Canonical constructor; copies the set. */
  public Difference {
    hidden = Set.copyOf(hidden);
  }

  /** Cells of which the difference tells more than the rules allow, alone or with others. */
  public Set<Place> telling(Rules rules) {
    Set<Place> telling = new HashSet<>();
    for (MagnitudeTable.Cell cell : changes.cells()) {
      if (!hidden.contains(cell.place()) && !rules.allow(cell.contributions())) {
        telling.add(cell.place());
      }
    }
    List<Edge> edges = edges();
    Cuts counts = cuts(edges, Contributions::contributors);
    Cuts amounts = cuts(edges, Contributions::total);
    for (Edge edge : edges) {
      boolean few =
          counts.smallest(edge.ends().from(), edge.ends().to()) < rules.minimumContributors();
      if (few || rules.dominance().stream().anyMatch(d -> dominates(d, edge, edges, amounts))) {
        telling.add(edge.place());
      }
    }
    return telling;
  }

  /** Whether the largest change in a cell dominates some cut, alone or with another one's. */
  private static boolean dominates(Dominance rule, Edge edge, List<Edge> edges, Cuts amounts) {
    long smallest = amounts.smallest(edge.ends().from(), edge.ends().to());
    if (rule.largestOf(edge.inside()) > rule.share() * smallest) {
      return true;
    }
    return rule.largest() == 2
        && edges.stream()
            .filter(other -> !other.equals(edge))
            .filter(other -> edge.largestWith(other) > rule.share() * smallest)
            .anyMatch(
                other ->
                    edge.largestWith(other)
                        > rule.share() * amounts.smallest(edge.ends(), other.ends()));
  }

  /** The hidden cells in which anything changed. */
  private List<Edge> edges() {
    return IntStream.range(0, changes.size())
        .filter(cell -> hidden.contains(changes.cells().get(cell).place()))
        .filter(cell -> !changes.contributions(cell).isNobody())
        .mapToObj(
            cell ->
                new Edge(
                    changes.cells().get(cell).place(), changes.contributions(cell), ends(cell)))
        .toList();
  }

  private Ends ends(int cell) {
    List<MagnitudeTable.Sum> sums = changes.sums();
    int[] of =
        IntStream.range(0, sums.size())
            .filter(sum -> sums.get(sum).total() == cell || sums.get(sum).parts().contains(cell))
            .toArray();
    int rest = sums.size();
    return new Ends(of.length > 0 ? of[0] : rest, of.length > 1 ? of[1] : rest);
  }

  private Cuts cuts(List<Edge> edges, ToLongFunction<Contributions> weight) {
    Cuts cuts = new Cuts(changes.sums().size() + 1);
    edges.forEach(
        edge -> cuts.add(edge.ends().from(), edge.ends().to(), weight.applyAsLong(edge.inside())));
    return cuts;
  }

  /** A hidden cell between the sums that it is in. */
  private record Edge(Place place, Contributions inside, Ends ends) {

    long largestWith(Edge other) {
      return inside.largest() + other.inside.largest();
    }
  }
}
