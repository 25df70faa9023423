package id.dampak.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NestedTotalsTest {
  private static final Rules RULES = new Rules(3, List.of(new Dominance(1, 0.5)), 0.1);

  @Test
  void totalsOfManyArePublished() {
    assertThat(NestedTotals.published(RULES, List.of(equal(0, 5), equal(5, 4))))
        .containsExactly(true, true);
  }

  @Test
  void aTotalOfFewIsNot() {
    assertThat(NestedTotals.published(RULES, List.of(equal(0, 5), equal(5, 2))))
        .containsExactly(true, false);
  }

  @Test
  void aTotalThatLacksFewOfTheOneBeforeIsNot() {
    assertThat(NestedTotals.published(RULES, List.of(equal(0, 2), equal(2, 8))))
        .containsExactly(true, false);
  }

  @Test
  void whatTheLastPublishedTotalHasBeyondCountsAndNotWhatTheLastOneHas() {
    assertThat(NestedTotals.published(RULES, List.of(equal(0, 2), equal(2, 2), equal(4, 5))))
        .containsExactly(true, false, true);
  }

  @Test
  void oneWhoHasMostOfATotalHidesIt() {
    Map<String, Long> narrow = new HashMap<>(equal(10, 4));
    narrow.put("m20", 1000L);

    assertThat(NestedTotals.published(RULES, List.of(equal(0, 9), narrow)))
        .containsExactly(false, false);
  }

  @Test
  void aTotalOfNobodyShowsItsZeroAndTheSameTotalTwiceTellsNothing() {
    assertThat(NestedTotals.published(RULES, List.of(equal(0, 5), Map.of())))
        .containsExactly(true, true);
    assertThat(NestedTotals.published(RULES, List.of(Map.of(), equal(0, 5))))
        .containsExactly(true, true);
  }

  /** The slow way: every published total, and every difference of two, by all of its merchants. */
  @Test
  void noDifferenceOfTwoPublishedTotalsBreaksARule() {
    SplittableRandom random = new SplittableRandom(20250830);
    int shown = 0;
    int hidden = 0;
    for (int trial = 0; trial < 500; trial++) {
      List<Map<String, Long>> layers =
          IntStream.range(0, 2 + random.nextInt(5)).mapToObj(i -> layer(random)).toList();
      List<Boolean> published = NestedTotals.published(RULES, layers);
      for (int from = 0; from < layers.size(); from++) {
        if (!published.get(from)) {
          hidden++;
          continue;
        }
        shown++;
        assertThat(allows(layers.subList(from, layers.size()))).isTrue();
        for (int to = from + 1; to < layers.size(); to++) {
          if (published.get(to)) {
            assertThat(allows(layers.subList(from, to))).isTrue();
          }
        }
      }
    }
    assertThat(shown).isGreaterThan(300);
    assertThat(hidden).isGreaterThan(300);
  }

  private static boolean allows(List<Map<String, Long>> layers) {
    List<String> merchants =
        layers.stream().flatMap(layer -> layer.keySet().stream()).distinct().toList();
    List<Long> amounts = new ArrayList<>();
    for (String merchant : merchants) {
      amounts.add(layers.stream().mapToLong(layer -> layer.getOrDefault(merchant, 0L)).sum());
    }
    long total = amounts.stream().mapToLong(Long::longValue).sum();
    long sellers = amounts.stream().filter(amount -> amount > 0).count();
    long largest = amounts.stream().mapToLong(Long::longValue).max().orElse(0);
    return merchants.isEmpty() || (sellers >= 3 && 2 * largest <= total);
  }

  private static Map<String, Long> layer(SplittableRandom random) {
    Map<String, Long> layer = new HashMap<>();
    int merchants = random.nextInt(7);
    for (int i = 0; i < merchants; i++) {
      layer.put("m" + random.nextInt(12), (long) random.nextInt(20));
    }
    return layer;
  }

  private static Map<String, Long> equal(int from, int merchants) {
    Map<String, Long> layer = new HashMap<>();
    IntStream.range(from, from + merchants).forEach(i -> layer.put("m" + i, 10L));
    return layer;
  }
}
