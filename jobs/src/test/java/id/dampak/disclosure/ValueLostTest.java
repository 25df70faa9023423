package id.dampak.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How much the suppression costs, beside the cheapest that any pattern could. */
class ValueLostTest {
  private static final int TABLES = 40;

  /** All patterns of nine cells and their totals are tried, the cheapest first. */
  @Test
  void onSmallTablesTheHeuristicStaysNearTheOptimum() {
    double heuristic = 0;
    double optimum = 0;
    int optimal = 0;
    int compared = 0;
    for (int seed = 0; seed < TABLES; seed++) {
      MagnitudeTable table = new RandomMarket(seed, 60).twoWay(3, 3);
      Suppression published = new Suppressor(Rules.STRICT).suppress(table);
      if (published.count(Status.PRIMARY) == 0) {
        continue;
      }
      double best = cost(table, cheapest(published));
      double found = cost(table, hidden(published));
      assertThat(found).isGreaterThanOrEqualTo(best);
      heuristic += found;
      optimum += best;
      compared++;
      optimal += found == best ? 1 : 0;
    }
    assertThat(compared).isGreaterThan(TABLES / 2);
    assertThat(optimal).as("tables with the cheapest pattern").isGreaterThan(compared * 3 / 4);
    assertThat(heuristic / optimum).isLessThan(1.05);
  }

  /** Between 1 and 150 merchants a cell, so that the rules alone hide 31 of 234 cells. */
  @Test
  void aTableOfAllProvincesKeepsMostOfItsValue() {
    MagnitudeTable table = new RandomMarket(1, 150).twoWay(38, 5);

    Suppression published = new Suppressor(Rules.STRICT).suppress(table);

    assertThat(published.count(Status.PRIMARY)).isEqualTo(31);
    assertThat(published.count(Status.SECONDARY)).isLessThan(31);
    assertThat(published.valueLost()).isLessThan(0.12);
  }

  private static Set<Integer> cheapest(Suppression published) {
    MagnitudeTable table = published.table();
    Set<Integer> primary =
        IntStream.range(0, table.size())
            .filter(cell -> published.statuses().get(cell) == Status.PRIMARY)
            .boxed()
            .collect(Collectors.toSet());
    Protection protection = new Protection(table, Rules.STRICT, new Shifts(table), primary);
    List<Integer> optional =
        IntStream.range(0, table.size())
            .filter(cell -> !primary.contains(cell) && !table.contributions(cell).isNobody())
            .boxed()
            .toList();
    return IntStream.range(0, 1 << optional.size())
        .mapToObj(
            pattern -> {
              Set<Integer> hidden = new HashSet<>(primary);
              IntStream.range(0, optional.size())
                  .filter(i -> (pattern >> i & 1) == 1)
                  .forEach(i -> hidden.add(optional.get(i)));
              return hidden;
            })
        .sorted(Comparator.comparingDouble(hidden -> cost(table, hidden)))
        .filter(protection::holds)
        .findFirst()
        .orElseThrow();
  }

  private static Set<Integer> hidden(Suppression published) {
    return new HashSet<>(new Attacker(published).hidden());
  }

  private static double cost(MagnitudeTable table, Set<Integer> hidden) {
    return hidden.stream().mapToDouble(cell -> table.contributions(cell).total()).sum();
  }
}
