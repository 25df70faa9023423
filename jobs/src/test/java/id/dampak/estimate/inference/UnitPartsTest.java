package id.dampak.estimate.inference;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.estimate.Panel;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnitPartsTest {
  private static final int SHOPS = 2000;

  /** Two rows of each shop, forwards or backwards. */
  private static Panel panel(int step) {
    List<String> shops =
        IntStream.range(0, 2 * SHOPS)
            .mapToObj(i -> "m" + (step > 0 ? i : 2 * SHOPS - 1 - i) / 2)
            .toList();
    return Panel.ofRows(2 * SHOPS).categorical("shop", shops).build();
  }

  private static Set<String> shops(Panel panel) {
    return IntStream.range(0, panel.observations())
        .mapToObj(row -> panel.label("shop", row))
        .collect(Collectors.toSet());
  }

  @Test
  void everyUnitFallsWithAllItsRowsIntoOnePart() {
    UnitParts quarters = new UnitParts("shop", 4, 7);
    List<Panel> parts = quarters.of(panel(1));

    assertThat(parts).hasSize(4);
    assertThat(parts.stream().mapToLong(quarters::units).sum()).isEqualTo(SHOPS);
    // 500 ± 4 standard deviations of a binomial count.
    assertThat(parts)
        .allSatisfy(part -> assertThat(quarters.units(part)).isBetween(422L, 578L))
        .allSatisfy(
            part -> assertThat(part.observations()).isEqualTo(2 * (int) quarters.units(part)));
  }

  @Test
  void partsDependOnLabelsAndTheSeedAndNotOnTheOrderOfRows() {
    List<Set<String>> parts = partsOf(panel(1), 7);

    assertThat(partsOf(panel(-1), 7)).isEqualTo(parts);
    assertThat(partsOf(panel(1), 8)).isNotEqualTo(parts);
  }

  private static List<Set<String>> partsOf(Panel panel, long seed) {
    return new UnitParts("shop", 10, seed).of(panel).stream().map(UnitPartsTest::shops).toList();
  }

  @Test
  void onePartIsAllAndPartsWithoutUnitsAreLeftOut() {
    Panel panel = panel(1);
    assertThat(new UnitParts("shop", 1, 7).of(panel)).containsExactly(panel);

    Panel few = panel.where(row -> row < 4);
    assertThat(new UnitParts("shop", 10, 7).of(few)).hasSizeBetween(1, 2);
  }
}
