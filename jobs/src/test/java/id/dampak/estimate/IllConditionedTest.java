package id.dampak.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nearly collinear designs keep the digits that a QR factorisation would keep. */
class IllConditionedTest {
  private static final MathContext DIGITS = new MathContext(100);

  /**
   * Longley (1967): GNP deflator, GNP, unemployed, armed forces, population, year, employed. The
   * answers are the certified values of the NIST Statistical Reference Datasets.
   */
  private static final double[][] LONGLEY = {
    {83.0, 234289, 2356, 1590, 107608, 1947, 60323},
    {88.5, 259426, 2325, 1456, 108632, 1948, 61122},
    {88.2, 258054, 3682, 1616, 109773, 1949, 60171},
    {89.5, 284599, 3351, 1650, 110929, 1950, 61187},
    {96.2, 328975, 2099, 3099, 112075, 1951, 63221},
    {98.1, 346999, 1932, 3594, 113270, 1952, 63639},
    {99.0, 365385, 1870, 3547, 115094, 1953, 64989},
    {100.0, 363112, 3578, 3350, 116219, 1954, 63761},
    {101.2, 397469, 2904, 3048, 117388, 1955, 66019},
    {104.6, 419180, 2822, 2857, 118734, 1956, 67857},
    {108.4, 442769, 2936, 2798, 120445, 1957, 68169},
    {110.8, 444546, 4681, 2637, 121950, 1958, 66513},
    {112.6, 482704, 3813, 2552, 123366, 1959, 68655},
    {114.2, 502601, 3931, 2514, 125368, 1960, 69564},
    {115.7, 518173, 4806, 2572, 127852, 1961, 69331},
    {116.9, 554894, 4007, 2827, 130081, 1962, 70551}
  };

  private static final Map<String, double[]> CERTIFIED =
      Map.of(
          "(Intercept)", new double[] {-3482258.63459582, 890420.383607373},
          "x0", new double[] {15.0618722713733, 84.9149257747669},
          "x1", new double[] {-0.358191792925910E-01, 0.334910077722432E-01},
          "x2", new double[] {-2.02022980381683, 0.488399681651699},
          "x3", new double[] {-1.03322686717359, 0.214274163161675},
          "x4", new double[] {-0.511041056535807E-01, 0.226073200069370},
          "x5", new double[] {1829.15146461355, 455.478499142212});

  @Test
  void longleyHasTheCertifiedDigits() {
    Fit fit =
        FixedEffectsRegression.of("y", List.of("x0", "x1", "x2", "x3", "x4", "x5"))
            .fit(panel(LONGLEY, 1));
    CERTIFIED.forEach(
        (term, certified) -> {
          Reference.near(fit.estimate(term).estimate(), certified[0], 1e-11);
          Reference.near(fit.estimate(term).stdError(), certified[1], 1e-11);
        });
  }

  /** Two copies, and an effect that tells them apart: the constant of each. */
  @Test
  void longleyHasThemBesideFixedEffectsToo() {
    Fit fit =
        FixedEffectsRegression.of("y", List.of("x0", "x1", "x2", "x3", "x4", "x5"))
            .absorbing("copy")
            .fit(panel(LONGLEY, 2));
    // Twice the rows: residuals and information double, and degrees of freedom are others.
    double freedom = Math.sqrt((32 - 8) / (16 - 7.0));
    CERTIFIED.forEach(
        (term, certified) -> {
          if (fit.has(term)) {
            Reference.near(fit.estimate(term).estimate(), certified[0], 1e-11);
            Reference.near(fit.estimate(term).stdError() * freedom, certified[1], 1e-11);
          }
        });
  }

  private static Panel panel(double[][] rows, int copies) {
    Panel.Builder panel = Panel.ofRows(copies * rows.length);
    int k = rows[0].length - 1;
    for (int j = 0; j < k; j++) {
      int column = j;
      panel.numeric("x" + j, i -> rows[i / copies][column]);
    }
    return panel.numeric("y", i -> rows[i / copies][k]).numeric("copy", i -> i % copies).build();
  }

  /** Rows 1/(i + j − 1), whose condition numbers are those of the Hilbert matrices. */
  @ParameterizedTest
  @CsvSource({"3,5e2", "4,1.6e4", "5,4.8e5", "6,1.5e7"})
  void aHilbertDesignIsSolvedAsWellAsByQr(int k, double condition) {
    int n = 12;
    double[][] rows = new double[n][k + 1];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < k; j++) {
        rows[i][j] = 1.0 / (i + j + 1);
        rows[i][k] += rows[i][j];
      }
      rows[i][k] += (i % 3 - 1) * 1e-3;
    }
    BigDecimal[][] solved = exact(rows, k);
    double[] qr = qr(rows, k);
    List<String> terms = IntStream.range(0, k).mapToObj(j -> "x" + j).toList();
    // Every row twice, once with its signs changed, so that the constant is 0.
    double[][] both = new double[2 * n][];
    for (int i = 0; i < n; i++) {
      both[2 * i] = rows[i];
      both[2 * i + 1] = negative(rows[i]);
    }
    Fit fit = FixedEffectsRegression.of("y", terms).fit(panel(both, 1));
    double ours = 0;
    double theirs = 0;
    double errors = 0;
    for (int j = 0; j < k; j++) {
      double exact = solved[j][k].doubleValue();
      ours = Math.max(ours, Math.abs(fit.estimate("x" + j).estimate() / exact - 1));
      theirs = Math.max(theirs, Math.abs(qr[j] / exact - 1));
      double ratio = Math.sqrt(solved[j][k + 1 + j].divide(solved[0][k + 1], DIGITS).doubleValue());
      double stdErrors = fit.estimate("x" + j).stdError() / fit.estimate("x0").stdError();
      errors = Math.max(errors, Math.abs(stdErrors / ratio - 1));
    }
    assertThat(fit.estimates()).hasSize(k + 1);
    assertThat(ours).isLessThan(10 * theirs + 1e-13);
    // What QR promises: rounding times the condition, not its square.
    assertThat(errors).isLessThan(0x1p-52 * condition + 1e-13);
  }

  private static double[] negative(double[] row) {
    return Arrays.stream(row).map(v -> -v).toArray();
  }

  private static double[] qr(double[][] rows, int k) {
    DMatrixRMaj x = new DMatrixRMaj(rows.length, k);
    DMatrixRMaj y = new DMatrixRMaj(rows.length, 1);
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < k; j++) {
        x.set(i, j, rows[i][j]);
      }
      y.set(i, 0, rows[i][k]);
    }
    LinearSolverDense<DMatrixRMaj> qr = LinearSolverFactory_DDRM.qr(rows.length, k);
    assertThat(qr.setA(x)).isTrue();
    DMatrixRMaj b = new DMatrixRMaj(k, 1);
    qr.solve(y, b);
    return b.data;
  }

  /**
   * The normal equations of the same numbers solved with 100 digits: in each row the unit vector of
   * a term, its coefficient, and its row of the inverse.
   */
  private static BigDecimal[][] exact(double[][] rows, int k) {
    BigDecimal[][] equations = new BigDecimal[k][2 * k + 1];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j <= 2 * k; j++) {
        equations[i][j] = j == k + 1 + i ? BigDecimal.ONE : BigDecimal.ZERO;
        for (double[] row : rows) {
          equations[i][j] =
              j > k
                  ? equations[i][j]
                  : equations[i][j].add(new BigDecimal(row[i]).multiply(new BigDecimal(row[j])));
        }
      }
    }
    for (int p = 0; p < k; p++) {
      BigDecimal pivot = equations[p][p];
      for (int j = 0; j <= 2 * k; j++) {
        equations[p][j] = equations[p][j].divide(pivot, DIGITS);
      }
      for (int i = 0; i < k; i++) {
        BigDecimal factor = equations[i][p];
        for (int j = 0; j <= 2 * k && i != p; j++) {
          equations[i][j] = equations[i][j].subtract(factor.multiply(equations[p][j]), DIGITS);
        }
      }
    }
    return equations;
  }
}
