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
    for (List<Suppression> pair : pairs()) {
      assertThat(pair.get(0).hidden().keySet()).isEqualTo(pair.get(1).hidden().keySet());
      grew += pair.get(0).hidden().size() > alone(pair.get(0)).hidden().size() ? 1 : 0;
    }
    assertThat(grew).as("tables that hide more for the sake of the other").isPositive();
  }

  @Test
  void noReaderComesTooCloseInEitherTable() {
    for (List<Suppression> pair : pairs()) {
      for (Suppression published : pair) {
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
    for (List<Suppression> pair : pairs()) {
      Map<Place, Status> earlier = pair.get(0).hidden();
      List<Suppression> later =
          new LinkedTables(List.of(table(1000, 400), table(1001, 400))).suppress(STRICT, earlier);

      assertThat(later.get(0).hidden().keySet()).containsAll(earlier.keySet());
      assertThat(later.get(1).hidden().keySet()).containsAll(earlier.keySet());
    }
  }

  private static Suppression alone(Suppression published) {
    return STRICT.suppress(published.table());
  }

  private static List<List<Suppression>> pairs() {
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
