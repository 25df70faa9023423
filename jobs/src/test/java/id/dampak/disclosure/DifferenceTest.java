package id.dampak.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What two releases of a table tell by their difference. */
class DifferenceTest {
  private static final int PAIRS = 150;

  @Test
  void changesInAShownCellDoNotHideOneInAHiddenCellOfItsRow() {
    Map<Place, Contributions> changes = new HashMap<>();
    changes.put(new Place("r1", "c1"), equal(12, 10));
    changes.put(new Place("r1", "c2"), equal(1, 10));
    changes.put(new Place("r2", "c2"), equal(40, 10));
    Set<Place> hidden =
        Set.of(
            new Place("r1", "c2"),
            new Place("r1", "c3"),
            new Place("r2", "c2"),
            new Place("r2", "c3"));
    Difference difference = new Difference(MagnitudeTable.twoWay(changes), hidden);

    assertThat(difference.telling(Rules.STRICT)).contains(new Place("r1", "c2"));
    assertThat(new Difference(difference.changes(), Set.of()).telling(Rules.STRICT))
        .containsExactly(new Place("r1", "c2"));
  }

  @Test
  void aSumOverSeveralRowsIsLookedAtAsWell() {
    // Rows 1 and 2 less column 1 leave c2 of both: one merchant, though each row's hidden cells
    // have changes of eleven and each column's of ten or more.
    Map<Place, Contributions> changes = new HashMap<>();
    changes.put(new Place("r1", "c1"), equal(11, 10));
    changes.put(new Place("r2", "c1"), equal(11, 10));
    changes.put(new Place("r1", "c2"), equal(1, 10));
    changes.put(new Place("r3", "c2"), equal(20, 10));
    changes.put(new Place("r3", "c3"), equal(20, 10));
    changes.put(new Place("r4", "c3"), equal(20, 10));
    Set<Place> hidden = changes.keySet().stream().collect(Collectors.toCollection(HashSet::new));
    hidden.add(new Place("r2", "c2"));
    hidden.add(new Place("r4", "c2"));

    assertThat(new Difference(MagnitudeTable.twoWay(changes), hidden).telling(Rules.STRICT))
        .containsExactly(new Place("r1", "c2"));
  }

  @Test
  void oneLargeChangeDominatesACutThatManySmallOnesAreIn() {
    assertThat(squareWith(equal(13, 10)).telling(Rules.STRICT)).isEmpty();
    assertThat(squareWith(equal(1, 1000).plus(equal(12, 10))).telling(Rules.STRICT))
        .contains(new Place("r1", "c2"));
  }

  private static Difference squareWith(Contributions corner) {
    Map<Place, Contributions> changes = new HashMap<>();
    changes.put(new Place("r1", "c1"), equal(12, 10));
    changes.put(new Place("r1", "c2"), corner);
    changes.put(new Place("r2", "c1"), equal(12, 10));
    changes.put(new Place("r2", "c2"), equal(12, 10));
    return new Difference(MagnitudeTable.twoWay(changes), changes.keySet());
  }

  /** Every set of sums is tried. */
  @Test
  void theSmallestCutsFindWhatAllCutsDo() {
    int telling = 0;
    for (int seed = 0; seed < PAIRS; seed++) {
      TwoReleases releases = new TwoReleases(seed);
      Difference difference = releases.difference();
      boolean found =
          difference.telling(Rules.STRICT).stream().anyMatch(difference.hidden()::contains);

      assertThat(found).as("seed %d", seed).isEqualTo(someCutTells(difference));
      telling += found ? 1 : 0;
    }
    assertThat(telling).isBetween(PAIRS / 10, PAIRS * 9 / 10);
  }

  /** The attacker has both releases and all their sums, and knows that no sales are negative. */
  @Test
  void noReaderOfTwoReleasesWorksOutAChangeThatTheRulesForbid() {
    int released = 0;
    int recovered = 0;
    for (int seed = 0; seed < PAIRS; seed++) {
      TwoReleases releases = new TwoReleases(seed);
      Difference difference = releases.difference();
      Set<Place> telling = difference.telling(Rules.STRICT);
      for (Set<Integer> target : forbidden(difference)) {
        boolean exact = releases.width(target) < 1e-4;
        if (telling.isEmpty()) {
          assertThat(exact).as("seed %d, cells %s", seed, target).isFalse();
        }
        recovered += exact ? 1 : 0;
      }
      released += telling.isEmpty() ? 1 : 0;
    }
    assertThat(released).as("releases that tell of nobody").isGreaterThan(PAIRS / 10);
    assertThat(recovered).as("changes told by the other releases").isGreaterThan(PAIRS / 10);
  }

  /** Single hidden cells, and the hidden ones of a row or column, whose changes are forbidden. */
  private static List<Set<Integer>> forbidden(Difference difference) {
    MagnitudeTable changes = difference.changes();
    Set<Set<Integer>> targets = new HashSet<>();
    IntStream.range(0, changes.size())
        .filter(cell -> isHidden(difference, cell))
        .forEach(cell -> targets.add(Set.of(cell)));
    for (MagnitudeTable.Sum sum : changes.sums()) {
      targets.add(
          sum.parts().stream()
              .filter(cell -> isHidden(difference, cell))
              .collect(Collectors.toSet()));
    }
    return targets.stream().filter(cells -> !Rules.STRICT.allow(together(changes, cells))).toList();
  }

  private static boolean someCutTells(Difference difference) {
    MagnitudeTable changes = difference.changes();
    List<MagnitudeTable.Sum> sums = changes.sums();
    return IntStream.range(1, 1 << sums.size())
        .anyMatch(
            chosen -> {
              Set<Integer> cut = new HashSet<>();
              for (int cell = 0; cell < changes.size(); cell++) {
                int number = cell;
                long inside =
                    IntStream.range(0, sums.size())
                        .filter(sum -> (chosen >> sum & 1) == 1)
                        .filter(
                            sum ->
                                sums.get(sum).total() == number
                                    || sums.get(sum).parts().contains(number))
                        .count();
                if (inside == 1 && isHidden(difference, cell)) {
                  cut.add(cell);
                }
              }
              return !Rules.STRICT.allow(together(changes, cut));
            });
  }

  private static boolean isHidden(Difference difference, int cell) {
    return difference.hidden().contains(difference.changes().cells().get(cell).place());
  }

  private static Contributions together(MagnitudeTable table, Set<Integer> cells) {
    return cells.stream().map(table::contributions).reduce(Contributions.NONE, Contributions::plus);
  }

  private static Contributions equal(int contributors, long amount) {
    return IntStream.range(0, contributors)
        .mapToObj(contributor -> Contributions.of(amount))
        .reduce(Contributions.NONE, Contributions::plus);
  }
}
