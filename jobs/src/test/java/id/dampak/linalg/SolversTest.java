package id.dampak.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SolversTest {
  private static final Offset<Double> CLOSE = within(1e-12);

  @Test
  void choleskySolvesAndInvertsWhateverTheUnits() {
    // [4 2; 2 3] with the second variable counted in millionths.
    Matrix gram = Matrix.of(2, 2, new double[] {4, 2e6, 2e6, 3e12});
    Cholesky cholesky = Cholesky.of(gram);
    double[] solution = cholesky.solve(new double[] {8, 7e6});
    assertThat(solution[0]).isCloseTo(10.0 / 8, CLOSE);
    assertThat(solution[1] * 1e6).isCloseTo(12.0 / 8, CLOSE);
    Matrix identity = cholesky.inverse().times(gram);
    assertThat(identity.at(0, 0)).isCloseTo(1, CLOSE);
    assertThat(identity.at(1, 0)).isCloseTo(0, CLOSE);
  }

  @Test
  void choleskyLeavesOutTheLaterOfTwoCollinearColumnsAndEmptyOnes() {
    double[][] columns = {{1, 2, 3}, {0, 0, 0}, {2, 4, 6}, {1, 0, 1}};
    Cholesky cholesky = Cholesky.of(Gram.of(columns, new double[] {1, 1, 1}));
    assertThat(cholesky.kept()).containsExactly(0, 3);
  }

  @Test
  void leastSquaresFindsALineThroughWeightedPoints() {
    // Weight 2 is the same as two observations.
    double[][] once = {{1, 1, 1, 1}, {0, 1, 2, 2}};
    double[][] weighted = {{1, 1, 1}, {0, 1, 2}};
    LeastSquares four = LeastSquares.solve(once, new double[] {1, 3, 4, 4}, ones(4));
    LeastSquares three =
        LeastSquares.solve(weighted, new double[] {1, 3, 4}, new double[] {1, 1, 2});
    assertThat(three.coefficients()).containsExactly(four.coefficients(), CLOSE);
    assertThat(three.gramInverse().at(1, 1)).isCloseTo(four.gramInverse().at(1, 1), CLOSE);
  }

  private static double[] ones(int n) {
    return java.util.stream.DoubleStream.generate(() -> 1).limit(n).toArray();
  }

  @Test
  void theQuadraticFormOfASingularMatrixUsesItsRank() {
    // V = v v' with v = (1, 2) and b = 3 v, so b' V⁺ b = 9.
    QuadraticForm form =
        QuadraticForm.inverse(Matrix.of(2, 2, new double[] {1, 2, 2, 4}), new double[] {3, 6});
    assertThat(form.rank()).isEqualTo(1);
    assertThat(form.value()).isCloseTo(9, CLOSE);
  }

  @Test
  void theQuadraticFormOfAnIndefiniteMatrixIsUndefined() {
    QuadraticForm form =
        QuadraticForm.inverse(Matrix.of(2, 2, new double[] {1, 2, 2, 1}), new double[] {1, 1});
    assertThat(form.value()).isNaN();
  }

  @Test
  void codesAreGivenByFirstAppearanceAlsoAfterGrowing() {
    LongCodes codes = new LongCodes(1);
    for (int i = 0; i < 10_000; i++) {
      assertThat(codes.codeOf(i * 4_294_967_296L)).isEqualTo(i);
    }
    assertThat(codes.codeOf(7 * 4_294_967_296L)).isEqualTo(7);
    assertThat(codes.size()).isEqualTo(10_000);
  }

  @Test
  void aFactorKnowsWhatItIsNestedIn() {
    Factor shop = Factor.of(new int[] {0, 0, 1, 2}, 3);
    Factor city = Factor.of(new int[] {0, 0, 0, 1}, 2);
    assertThat(shop.isNestedIn(city)).isTrue();
    assertThat(city.isNestedIn(shop)).isFalse();
    assertThat(city.crossedWith(shop).levels()).isEqualTo(3);
  }
}
