package id.dampak.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PanelSubsetTest {
  private static final Panel PANEL =
      Panel.ofRows(4)
          .numeric("y", new double[] {1, 2, Double.NaN, 4})
          .categorical("g", new int[] {0, -1, 1, 0}, List.of("Java", "Bali"))
          .build();

  @Test
  void rowsKeepTheirOrderNumbersAndLabels() {
    Panel kept = PANEL.where(row -> row != 1);
    assertThat(kept.observations()).isEqualTo(3);
    assertThat(kept.columns()).containsExactly("y", "g");
    assertThat(kept.number("y", 0)).isEqualTo(1);
    assertThat(kept.number("y", 1)).isNaN();
    assertThat(kept.label("g", 1)).isEqualTo("Bali");
    assertThat(kept.categories("g")).containsExactly(0, 1, 0);
    assertThat(PANEL.observations()).isEqualTo(4);
  }

  @Test
  void noRowMayBeLeft() {
    assertThat(PANEL.where(row -> false).observations()).isZero();
  }

  @Test
  void distinctNumbersAreCategoriesAndMissingOnesNone() {
    assertThat(PANEL.categories("y")).containsExactly(0, 1, -1, 2);
    assertThat(PANEL.categories("g")).containsExactly(0, -1, 1, 0);
  }
}
