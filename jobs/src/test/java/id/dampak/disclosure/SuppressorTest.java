package id.dampak.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuppressorTest {
  private static final Suppressor SUPPRESSOR = new Suppressor(Rules.STRICT);

  @Test
  void aTableThatBreaksNoRuleIsPublishedWhole() {
    Suppression published =
        SUPPRESSOR.suppress(oneWay(Map.of("a", equal(10, 5), "b", equal(20, 5))));

    assertThat(published.statuses()).containsOnly(Status.PUBLISHED);
    assertThat(published.valueLost()).isZero();
  }

  @Test
  void oneHiddenGroupTakesTheLeastValuableOtherWithIt() {
    Suppression published =
        SUPPRESSOR.suppress(
            oneWay(Map.of("few", equal(3, 10), "cheap", equal(20, 10), "dear", equal(20, 100))));

    assertThat(status(published, "few", Place.ALL)).isEqualTo(Status.PRIMARY);
    assertThat(status(published, "cheap", Place.ALL)).isEqualTo(Status.SECONDARY);
    assertThat(status(published, "dear", Place.ALL)).isEqualTo(Status.PUBLISHED);
    assertThat(status(published, Place.ALL, Place.ALL)).isEqualTo(Status.PUBLISHED);
    // 30 + 200 of 2230.
    assertThat(published.valueLost()).isCloseTo(230.0 / 2230, within(1e-12));
    assertThat(published.cellsLost()).isCloseTo(2.0 / 3, within(1e-12));
  }

  /** 3 + 4 contributors together are still fewer than ten, and their sum would be known. */
  @Test
  void twoHiddenGroupsOfAFewTakeAThird() {
    Suppression published =
        SUPPRESSOR.suppress(
            oneWay(Map.of("few", equal(3, 10), "some", equal(4, 10), "many", equal(50, 10))));

    assertThat(status(published, "few", Place.ALL)).isEqualTo(Status.PRIMARY);
    assertThat(status(published, "some", Place.ALL)).isEqualTo(Status.PRIMARY);
    assertThat(published.count(Status.SECONDARY)).isEqualTo(1);
  }

  @Test
  void oneHiddenCellOfTwoWaysTakesARectangleOfTheCheapestCells() {
    Map<Place, Contributions> inner = new LinkedHashMap<>();
    for (String row : new String[] {"r1", "r2", "r3"}) {
      for (String column : new String[] {"c1", "c2", "c3"}) {
        boolean dear = row.equals("r3") || column.equals("c3");
        inner.put(new Place(row, column), equal(20, dear ? 100 : 10));
      }
    }
    inner.put(new Place("r1", "c1"), equal(3, 10));

    Suppression published = SUPPRESSOR.suppress(MagnitudeTable.twoWay(inner));

    assertThat(status(published, "r1", "c1")).isEqualTo(Status.PRIMARY);
    assertThat(status(published, "r1", "c2")).isEqualTo(Status.SECONDARY);
    assertThat(status(published, "r2", "c1")).isEqualTo(Status.SECONDARY);
    assertThat(status(published, "r2", "c2")).isEqualTo(Status.SECONDARY);
    assertThat(published.count(Status.PUBLISHED)).isEqualTo(12);
  }

  /** The contributor of a single cell knows it, so it cannot be the other unknown of a row. */
  @Test
  void aSingleContributorCannotWorkOutTheOtherHiddenCell() {
    Suppression published =
        SUPPRESSOR.suppress(
            oneWay(Map.of("single", equal(1, 400), "few", equal(9, 10), "many", equal(50, 10))));

    assertThat(status(published, "many", Place.ALL)).isEqualTo(Status.SECONDARY);
  }

  @Test
  void whatAnEarlierReleaseHidStaysHiddenAndProtected() {
    Map<String, Contributions> groups = new LinkedHashMap<>();
    groups.put("grown", equal(12, 10));
    groups.put("cheap", equal(20, 10));
    groups.put("dear", equal(20, 100));
    MagnitudeTable table = oneWay(groups);
    assertThat(SUPPRESSOR.suppress(table).statuses()).containsOnly(Status.PUBLISHED);

    Suppression again =
        SUPPRESSOR.suppress(
            table,
            Map.of(
                new Place("grown", Place.ALL), Status.PRIMARY,
                new Place("dear", Place.ALL), Status.SECONDARY));

    assertThat(status(again, "grown", Place.ALL)).isEqualTo(Status.PRIMARY);
    assertThat(status(again, "dear", Place.ALL)).isEqualTo(Status.SECONDARY);
    assertThat(status(again, "cheap", Place.ALL)).isEqualTo(Status.PUBLISHED);
  }

  @Test
  void theSameTableGivesTheSamePattern() {
    assertThat(SUPPRESSOR.suppress(new RandomMarket(5, 30).twoWay(5, 4)).statuses())
        .isEqualTo(SUPPRESSOR.suppress(new RandomMarket(5, 30).twoWay(5, 4)).statuses());
  }

  @Test
  void aTableOfOneMerchantHidesEverything() {
    Suppression published = SUPPRESSOR.suppress(oneWay(Map.of("only", equal(1, 10))));

    assertThat(published.statuses()).doesNotContain(Status.PUBLISHED);
    assertThat(published.valueLost()).isEqualTo(1);
  }

  @Test
  void aGroupMayNotBeNamedAsTheTotal() {
    assertThatThrownBy(() -> oneWay(Map.of("all", equal(1, 1), "other", equal(1, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("all");
  }

  private static Status status(Suppression published, String row, String column) {
    int cell =
        IntStream.range(0, published.statuses().size())
            .filter(i -> published.table().cells().get(i).place().equals(new Place(row, column)))
            .findFirst()
            .orElseThrow();
    return published.statuses().get(cell);
  }

  private static MagnitudeTable oneWay(Map<String, Contributions> groups) {
    return MagnitudeTable.oneWay(
        groups.entrySet().stream()
            .collect(
                Collectors.toMap(
                    group -> new Place(group.getKey(), Place.ALL), Map.Entry::getValue)));
  }

  private static Contributions equal(int contributors, long amount) {
    return IntStream.range(0, contributors)
        .mapToObj(contributor -> Contributions.of(amount))
        .reduce(Contributions.NONE, Contributions::plus);
  }
}
