package id.dampak.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tries to recover what is hidden, by linear programming, from many random tables. */
class AttackerTest {
  private static final int TABLES = 200;
  private static final Map<Rules, List<Suppression>> PUBLISHED = new HashMap<>();

  static Stream<Rules> presets() {
    return Stream.of(Rules.STRICT, Rules.LIGHT);
  }

  @ParameterizedTest
  @MethodSource("presets")
  void noReaderComesTooCloseToAPrimaryCell(Rules rules) {
    int attacked = 0;
    for (Suppression published : published(rules)) {
      Attacker outsider = new Attacker(published);
      for (int cell : primary(published)) {
        assertThat(breach(rules, published, Set.of(cell), outsider)).as("outsider").isEmpty();
        attacked++;
      }
    }
    assertThat(attacked).isGreaterThan(TABLES);
  }

  @ParameterizedTest
  @MethodSource("presets")
  void noLargestContributorOfAnotherCellComesTooClose(Rules rules) {
    for (Suppression published : published(rules)) {
      Attacker outsider = new Attacker(published);
      for (int cell : primary(published)) {
        List<Integer> own = published.table().innerOf(cell);
        for (int other : outsider.hidden()) {
          if (published.table().isInner(other) && !own.contains(other)) {
            assertThat(breach(rules, published, Set.of(cell), outsider.insideOf(other)))
                .as("contributor to cell %d", other)
                .isEmpty();
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("presets")
  void notEvenAllOfThemTogether(Rules rules) {
    for (Suppression published : published(rules)) {
      for (int cell : primary(published)) {
        assertThat(breach(rules, published, Set.of(cell), conspiracy(published, Set.of(cell))))
            .as("all other cells' largest contributors")
            .isEmpty();
      }
    }
  }

  /** The largest contributor takes off its own amount; the rest are its competitors. */
  @ParameterizedTest
  @MethodSource("presets")
  void theLargestContributorOfACellCannotTellTheOthersInIt(Rules rules) {
    for (Suppression published : published(rules)) {
      MagnitudeTable table = published.table();
      for (int cell : primary(published)) {
        Contributions inside = table.contributions(cell);
        long others = inside.total() - inside.largest();
        if (table.isInner(cell) && inside.contributors() > 1) {
          Attacker.Interval cells =
              conspiracy(published, Set.of(cell)).insideOf(cell).interval(Set.of(cell));
          assertThat(cells.least() - inside.largest())
              .isLessThanOrEqualTo((1 - rules.ambiguity()) * others + 0.01);
          assertThat(cells.most() - inside.largest())
              .isGreaterThanOrEqualTo((1 + rules.ambiguity()) * others - 0.01);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("presets")
  void theSumOfTheHiddenCellsOfARowIsItselfProtected(Rules rules) {
    int unsafe = 0;
    for (Suppression published : published(rules)) {
      MagnitudeTable table = published.table();
      for (MagnitudeTable.Sum sum : table.sums()) {
        Set<Integer> parts =
            sum.parts().stream()
                .filter(part -> published.statuses().get(part) != Status.PUBLISHED)
                .collect(Collectors.toSet());
        if (parts.size() > 1 && !rules.allow(together(table, parts))) {
          unsafe++;
          assertThat(breach(rules, published, parts, conspiracy(published, parts)))
              .as("hidden cells of one row or column")
              .isEmpty();
        }
      }
    }
    assertThat(unsafe).as("sums that the rules forbid").isPositive();
  }

  /** Shows that the attack works: the same tables, with the primary cells hidden and no other. */
  @Test
  void withoutSecondaryCellsTheAttackSucceeds() {
    int recovered = 0;
    for (Suppression published : published(Rules.STRICT)) {
      Suppression naive =
          new Suppression(
              published.table(),
              published.statuses().stream()
                  .map(status -> status == Status.PRIMARY ? status : Status.PUBLISHED)
                  .toList());
      Attacker outsider = new Attacker(naive);
      recovered +=
          (int)
              primary(naive).stream()
                  .filter(cell -> !breach(Rules.STRICT, naive, Set.of(cell), outsider).isEmpty())
                  .count();
    }
    assertThat(recovered).isGreaterThan(TABLES / 2);
  }

  /** What the attacker learns beyond what the rules grant; empty if nothing. */
  static List<String> breach(
      Rules rules, Suppression published, Set<Integer> target, Attacker attacker) {
    Contributions inside = together(published.table(), target);
    Attacker.Interval possible = attacker.interval(target);
    double distance = distance(rules, inside, published.table());
    double tolerance = 1e-6 * Math.max(1, inside.total());
    List<String> breaches = new ArrayList<>();
    if (possible.least() > Math.max(0, inside.total() - distance) + tolerance) {
      breaches.add(target + " of " + inside + " is at least " + possible.least());
    }
    if (possible.most() < inside.total() + distance - tolerance) {
      breaches.add(target + " of " + inside + " is at most " + possible.most());
    }
    return breaches;
  }

  /** As documented in {@link Rules}, written out: the presets have these dominance rules. */
  private static double distance(Rules rules, Contributions inside, MagnitudeTable table) {
    Contributions all = table.grandTotal();
    double mean = (double) all.total() / all.members();
    double top = inside.largest();
    double topTwo = top + inside.second();
    double dominance =
        rules.equals(Rules.STRICT)
            ? Math.max(top / 0.5 - inside.total(), topTwo / 0.67 - inside.total())
            : topTwo / 0.85 - inside.total();
    return Math.max(Math.max(0.1 * inside.total(), 0.1 * mean), dominance);
  }

  /** The largest contributors of all hidden cells that the target does not contain. */
  private static Attacker conspiracy(Suppression published, Set<Integer> target) {
    MagnitudeTable table = published.table();
    Set<Integer> own =
        target.stream().flatMap(cell -> table.innerOf(cell).stream()).collect(Collectors.toSet());
    Attacker attacker = new Attacker(published);
    for (int cell : attacker.hidden()) {
      if (table.isInner(cell) && !own.contains(cell)) {
        attacker = attacker.insideOf(cell);
      }
    }
    return attacker;
  }

  private static Contributions together(MagnitudeTable table, Set<Integer> cells) {
    return cells.stream().map(table::contributions).reduce(Contributions.NONE, Contributions::plus);
  }

  static List<Integer> primary(Suppression published) {
    return IntStream.range(0, published.statuses().size())
        .filter(cell -> published.statuses().get(cell) == Status.PRIMARY)
        .boxed()
        .toList();
  }

  private static List<Suppression> published(Rules rules) {
    return PUBLISHED.computeIfAbsent(
        rules,
        preset ->
            IntStream.range(0, TABLES)
                .mapToObj(AttackerTest::table)
                .map(new Suppressor(preset)::suppress)
                .toList());
  }

  private static MagnitudeTable table(int seed) {
    RandomMarket market = new RandomMarket(seed, 10 + 10 * (seed % 5));
    return seed % 6 == 0 ? market.oneWay(3 + seed % 7) : market.twoWay(2 + seed % 4, 2 + seed % 5);
  }
}
