package id.dampak.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two tables of the same merchants, such as their sales in two windows. */
class LinkedTablesTest {
  private static final int PAIRS = 40;
  private static final Suppressor STRICT = new Suppressor(Rules.STRICT);

  @Test
  void whatIsHiddenInOneIsHiddenInAll() {
    int grew = 0;
    for (SuppressionPattern pair : pairs()) {
      assertThat(pair.tables().get(0).hidden().keySet())
          .isEqualTo(pair.tables().get(1).hidden().keySet());
      grew +=
          pair.tables().get(0).hidden().size() > alone(pair.tables().get(0)).hidden().size()
              ? 1
              : 0;
    }
    assertThat(grew).as("tables that hide more for the sake of the other").isPositive();
  }

  @Test
  void noReaderComesTooCloseInEitherTable() {
    for (SuppressionPattern pair : pairs()) {
      for (Suppression published : pair.tables()) {
        Attacker outsider = new Attacker(published);
        for (int cell : AttackerTest.primary(published)) {
          assertThat(AttackerTest.breach(Rules.STRICT, published, Set.of(cell), outsider))
              .isEmpty();
        }
      }
    }
  }

  @Test
  void whatWasHiddenStaysHiddenInLaterReleases() {
    for (SuppressionPattern pair : pairs()) {
      Map<Place, Status> earlier = pair.tables().get(0).hidden();
      SuppressionPattern later =
          new LinkedTables(List.of(table(1000, 400), table(1001, 400))).suppress(STRICT, earlier);

      for (Suppression published : later.tables()) {
        assertThat(published.hidden().keySet()).containsAll(earlier.keySet());
      }
    }
  }

  @Test
  void whatARuleHidOnceCountsAsHiddenByARuleForGood() {
    Place emptied = new Place("a", "b");
    MagnitudeTable table = MagnitudeTable.twoWay(Map.of(emptied, Contributions.NONE));
    List<Status> statuses =
        table.cells().stream()
            .map(cell -> cell.place().equals(emptied) ? Status.SECONDARY : Status.PUBLISHED)
            .toList();
    SuppressionPattern later = new SuppressionPattern(List.of(new Suppression(table, statuses)));

    assertThat(later.hidden()).containsEntry(emptied, Status.SECONDARY);
    assertThat(later.hiddenWith(Map.of(emptied, Status.PRIMARY)))
        .containsExactly(Map.entry(emptied, Status.PRIMARY));
  }

  private static Suppression alone(Suppression published) {
    return STRICT.suppress(published.table());
  }

  private static List<SuppressionPattern> pairs() {
    return IntStream.range(0, PAIRS)
        .mapToObj(
            seed ->
                new LinkedTables(List.of(table(seed, 60), table(seed + 500, 60)))
                    .suppress(STRICT, Map.of()))
        .toList();
  }

  private static MagnitudeTable table(long seed, int mostMerchants) {
    return new RandomMarket(seed, mostMerchants).twoWay(4, 3);
  }
}
