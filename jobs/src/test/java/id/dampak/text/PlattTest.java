package id.dampak.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class PlattTest {

  @Test
  void twoMarginsGetTheirMeanSmoothedTargets() {
    // Two distinct margins and two parameters: each margin's probability is its mean target.
    double[] margin = {-1, -1, -1, 1, 1};
    boolean[] positive = {false, false, true, true, true};
    double high = 4.0 / 5;
    double low = 1.0 / 4;
    Platt platt = Platt.fit(margin, positive);
    assertThat(Platt.sigmoid(platt.apply(1))).isCloseTo(high, within(1e-8));
    assertThat(Platt.sigmoid(platt.apply(-1))).isCloseTo((2 * low + high) / 3, within(1e-8));
  }

  @Test
  void separableMarginsStayFinite() {
    Platt platt = Platt.fit(new double[] {-5, -4, 4, 5}, new boolean[] {false, false, true, true});
    assertThat(platt.slope()).isPositive().isFinite();
    assertThat(Platt.sigmoid(platt.apply(5))).isLessThan(1);
  }

  @Test
  void theSigmoidDoesNotOverflow() {
    assertThat(Platt.sigmoid(-1e6)).isEqualTo(0);
    assertThat(Platt.sigmoid(1e6)).isEqualTo(1);
    assertThat(Platt.sigmoid(0)).isEqualTo(0.5);
  }
}
