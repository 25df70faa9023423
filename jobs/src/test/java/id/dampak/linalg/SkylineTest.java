package id.dampak.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SkylineTest {

  /** A graph of two parts, levels 0–3 and 4–9, and a level that meets none. */
  private static Skyline laplacian(long seed) {
    Random random = new Random(seed);
    Skyline laplacian = new Skyline(11);
    for (int edge = 0; edge < 60; edge++) {
      boolean low = random.nextBoolean();
      int i = low ? random.nextInt(4) : 4 + random.nextInt(6);
      int j = low ? random.nextInt(4) : 4 + random.nextInt(6);
      if (i != j) {
        add(laplacian, i, j, 0.1 + random.nextDouble());
      }
    }
    return laplacian;
  }

  private static void add(Skyline laplacian, int i, int j, double weight) {
    int high = Math.max(i, j);
    int low = Math.min(i, j);
    laplacian.reach(high, low)[low - laplacian.first(high)] -= weight;
    laplacian.reach(i, i)[i - laplacian.first(i)] += weight;
    laplacian.reach(j, j)[j - laplacian.first(j)] += weight;
  }

  @Test
  void aSolutionSolvesAndEachPartHasAFirstLevelOfZero() {
    Skyline laplacian = laplacian(1);
    SkylineCholesky cholesky = SkylineCholesky.of(laplacian);
    assertThat(cholesky.components()).isEqualTo(3);
    double[] wanted = {0, 2, -1, 5, 0, 1, 1, -3, 2, 7, 0};
    double[] right = new double[11];
    for (int i = 0; i < 11; i++) {
      for (int j = 0; j < 11; j++) {
        right[i] += laplacian.at(i, j) * wanted[j];
      }
    }
    assertThat(cholesky.solve(right)).containsExactly(wanted, within(1e-12));
  }

  @Test
  void sumsHoldWhatEitherHolds() {
    Skyline one = laplacian(2);
    Skyline other = laplacian(3);
    Skyline sum = new Skyline(11);
    sum.addAll(one);
    sum.addAll(other);
    for (int i = 0; i < 11; i++) {
      for (int j = 0; j < 11; j++) {
        assertThat(sum.at(i, j)).isEqualTo(one.at(i, j) + other.at(i, j));
      }
    }
    // Next to nothing is held between the parts; a full triangle has 66.
    assertThat(sum.entries()).isLessThan(40);
  }
}
