package id.dampak.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.dampak.error.DampakException;
import id.dampak.linalg.Matrix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class InterruptedTimeSeriesTest {
  private static final Offset<Double> CLOSE = within(1e-8);
  private static final PeriodRange EVENT = new PeriodRange(31, 40);

  /** Periods 1–50 with autocorrelated errors, a weekly pattern and a fall by 5 and 0.4 a period. */
  private static List<double[]> series(long seed, double noise, double persistence) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<double[]> rows = new ArrayList<>();
    double error = 0;
    for (int t = 1; t <= 50; t++) {
      error = persistence * error + noise * random.nextGaussian();
      double effect = EVENT.holds(t) ? -5 - 0.4 * (t - 31) : 0;
      double z = random.nextGaussian();
      rows.add(new double[] {t, t % 7, z, 20 + 0.2 * t + 2 * (t % 7) + 3 * z + effect + error});
    }
    return rows;
  }

  private static Panel panel(List<double[]> rows) {
    String[] names = {"t", "weekday", "z", "y"};
    Panel.Builder panel = Panel.ofRows(rows.size());
    IntStream.range(0, names.length).forEach(j -> panel.numeric(names[j], i -> rows.get(i)[j]));
    return panel.build();
  }

  private static InterruptedTimeSeries its() {
    return InterruptedTimeSeries.of("y", "t", EVENT).with(SlopeChange.FREE).controllingFor("z");
  }

  @Test
  void withoutNoiseThePlantedBreakIsFoundAndSoIsWhatWasLost() {
    List<double[]> rows = series(1, 0, 0);
    Collections.reverse(rows);
    Panel panel = panel(rows);
    InterruptedTimeSeries its = its().withSeasons("weekday");
    Fit fit = its.fit(panel);
    assertThat(fit.estimate("trend").estimate()).isCloseTo(0.2, CLOSE);
    assertThat(fit.estimate("level change").estimate()).isCloseTo(-5, CLOSE);
    assertThat(fit.estimate("slope change").estimate()).isCloseTo(-0.4, CLOSE);
    assertThat(fit.estimate("z").estimate()).isCloseTo(3, CLOSE);
    assertThat(its.lost(fit, panel).estimate()).isCloseTo(10 * 5 + 0.4 * 45, CLOSE);
  }

  /** (X'X)⁻¹ and the sandwich as textbooks write them, every column written out. */
  @Test
  void coefficientsAndErrorsAgreeWithTheTextbook() {
    List<double[]> rows = series(2, 1, 0.5);
    rows.remove(20);
    for (SerialErrors errors : SerialErrors.values()) {
      InterruptedTimeSeries its = its().withLags(3).with(errors);
      agrees(rows, its.fit(panel(rows)), 5);
      agrees(rows, its.withSeasons("weekday").fit(panel(rows)), 11);
    }
  }

  private static void agrees(List<double[]> rows, Fit fit, int k) {
    int n = rows.size();
    boolean isStationary =
        ((InterruptedTimeSeries) fit.estimator()).errors() == SerialErrors.STATIONARY;
    double[] columns = new double[n * k];
    double[] outcome = new double[n];
    for (int i = 0; i < n; i++) {
      double[] row = rows.get(i);
      double during = EVENT.holds(row[0]) ? 1 : 0;
      double[] first = {row[0] - 31, during, during * (row[0] - 31), row[2], 1};
      System.arraycopy(first, 0, columns, i * k, 5);
      for (int day = 1; day < k - 4; day++) {
        columns[i * k + 4 + day] = row[1] == day ? 1 : 0;
      }
      outcome[i] = row[3];
    }
    Matrix x = Matrix.of(n, k, columns);
    Matrix y = Matrix.of(n, 1, outcome);
    DMatrixRMaj inverse = new DMatrixRMaj(k, k);
    inverse.setData(x.transposed().times(x).toArray());
    CommonOps_DDRM.invert(inverse);
    Matrix bread = Matrix.of(k, k, inverse.getData());
    Matrix b = bread.times(x.transposed()).times(y);
    Matrix e = y.plus(-1, x.times(b));
    Matrix meat = Matrix.zero(k, k);
    for (int i = 0; i < n; i++) {
      for (int l = 0; l < n; l++) {
        double lag = Math.abs(rows.get(i)[0] - rows.get(l)[0]);
        if (lag <= 3) {
          Matrix product = row(x, i).transposed().times(row(x, l));
          double covariance = isStationary ? autocovariance(rows, e, lag) : e.at(i, 0) * e.at(l, 0);
          meat = meat.plus((1 - lag / 4) * covariance, product);
        }
      }
    }
    Matrix v = bread.times(meat).times(bread).times((double) n / (n - k));
    List<String> terms = List.of("trend", "level change", "slope change", "z", "(Intercept)");
    for (int j = 0; j < (k == 5 ? 5 : 4); j++) {
      assertThat(fit.estimate(terms.get(j)).estimate()).isCloseTo(b.at(j, 0), CLOSE);
      assertThat(fit.estimate(terms.get(j)).stdError()).isCloseTo(Math.sqrt(v.at(j, j)), CLOSE);
    }
  }

  private static double autocovariance(List<double[]> rows, Matrix e, double lag) {
    double sum = 0;
    for (int s = 0; s < rows.size(); s++) {
      for (int t = 0; t < rows.size(); t++) {
        if (rows.get(s)[0] - rows.get(t)[0] == lag) {
          sum += e.at(s, 0) * e.at(t, 0);
        }
      }
    }
    return sum / rows.size();
  }

  private static Matrix row(Matrix x, int i) {
    return Matrix.of(
        1, x.columns(), IntStream.range(0, x.columns()).mapToDouble(j -> x.at(i, j)).toArray());
  }

  @Test
  void everyFitSaysWhatItCannotKnowAndHowItsErrorsWereMade() {
    List<double[]> rows = series(3, 1, 0);
    rows.remove(10);
    assertThat(its().fit(panel(rows)).warnings())
        .satisfiesExactly(
            w -> assertThat(w).contains("no comparison", "31..40"),
            w -> assertThat(w).contains("3 lags"),
            w -> assertThat(w).contains("1 periods between"));
    assertThat(
            InterruptedTimeSeries.of("y", "t", new PeriodRange(5, 50)).fit(panel(rows)).warnings())
        .anySatisfy(w -> assertThat(w).contains("few for a line"));
    assertThat(its().with(SerialErrors.STATIONARY).fit(panel(rows)).warnings())
        .anySatisfy(w -> assertThat(w).contains("as at other times, 3 lags"));
  }

  @Test
  void independentErrorsAreCoveredInAShortEventAndPersistentOnesLess() {
    int stationary = 0;
    int robust = 0;
    int persistent = 0;
    for (int run = 0; run < 200; run++) {
      List<double[]> independent = series(100 + run, 1, 0);
      stationary += covers(independent, SerialErrors.STATIONARY) ? 1 : 0;
      robust += covers(independent, SerialErrors.NEWEY_WEST) ? 1 : 0;
      persistent += covers(series(100 + run, 1, 0.6), SerialErrors.STATIONARY) ? 1 : 0;
    }
    // 190 of 200 give or take three standard deviations, and what estimating three lags costs.
    assertThat(stationary).isBetween(176, 199);
    // Ten periods during the event; with t of T − K degrees of freedom it was 157.
    assertThat(robust).isBetween(170, 199);
    assertThat(persistent).isLessThan(stationary);
  }

  private static boolean covers(List<double[]> rows, SerialErrors errors) {
    Estimate found =
        its().with(errors).withSeasons("weekday").fit(panel(rows)).estimate("level change");
    return found.confLow() <= -5 && -5 <= found.confHigh();
  }

  @Test
  void whatCarriesNoLineIsRefused() {
    List<double[]> rows = series(4, 1, 0);
    refuses(InterruptedTimeSeries.of("y", "t", new PeriodRange(1, 5)), rows, "0 rows lie before");
    refuses(
        InterruptedTimeSeries.of("y", "t", new PeriodRange(40, 40)).with(SlopeChange.FREE),
        rows,
        "and 1 in t 40..40");
    refuses(InterruptedTimeSeries.of("y", "weekday", EVENT), rows, "two rows with weekday = 0");
    refuses(InterruptedTimeSeries.of("y", "z", EVENT), rows, "whole numbers");
    refuses(its().withSeasons("t"), rows, "does not vary");
    List<double[]> constant = series(4, 1, 0);
    constant.forEach(row -> row[3] = 7);
    refuses(its(), constant, "same in every observation");
    List<double[]> during = series(4, 1, 0);
    during.forEach(row -> row[1] = EVENT.holds(row[0]) ? 1 : 0);
    refuses(
        InterruptedTimeSeries.of("y", "t", EVENT).withSeasons("weekday"), during, "level change");
    refuses(
        InterruptedTimeSeries.of("y", "t", new PeriodRange(40, 43)),
        rows,
        "has 4 observed periods, fewer than twice one more than the 3 lags");
    refuses(
        InterruptedTimeSeries.of("y", "t", new PeriodRange(3, 3)).with(SerialErrors.STATIONARY),
        series(4, 1, 0).subList(0, 3),
        "cannot carry");
  }

  private static void refuses(InterruptedTimeSeries its, List<double[]> rows, String reason) {
    assertThatThrownBy(() -> its.fit(panel(rows)))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining(reason);
  }
}
