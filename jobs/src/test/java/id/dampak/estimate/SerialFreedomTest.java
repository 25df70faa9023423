package id.dampak.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.dampak.linalg.Matrix;
import java.util.Arrays;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class SerialFreedomTest {
  private static final PeriodRange EVENT = new PeriodRange(21, 30);

  /** Forty periods without the eleventh; the outcome is noise. */
  private static Panel panel() {
    Random random = new Random(1);
    return Panel.ofRows(39)
        .numeric("t", SerialFreedomTest::period)
        .numeric("weekday", i -> period(i) % 7)
        .numeric("y", i -> random.nextGaussian())
        .build();
  }

  private static int period(int row) {
    return row < 10 ? row + 1 : row + 2;
  }

  private static InterruptedTimeSeries its(SerialErrors errors) {
    return InterruptedTimeSeries.of("y", "t", EVENT).with(errors).withLags(3);
  }

  /** tr(MQ)²/tr(MQMQ) with every matrix of observations × observations written out. */
  private static double writtenOut(SerialErrors errors, double[][] columns, int change) {
    int n = columns[0].length;
    int k = columns.length;
    Matrix x = Matrix.of(k, n, Arrays.stream(columns).flatMapToDouble(Arrays::stream).toArray());
    DMatrixRMaj inverse = new DMatrixRMaj(k, k);
    inverse.setData(x.times(x.transposed()).toArray());
    CommonOps_DDRM.invert(inverse);
    Matrix influences = Matrix.of(k, k, inverse.getData()).times(x);
    Matrix left = Matrix.zero(n, n).plus(-1, x.transposed().times(influences));
    double[] m = left.toArray();
    for (int i = 0; i < n; i++) {
      m[i * n + i] += 1;
    }
    double[] form = new double[n * n];
    for (int s = 0; s < n; s++) {
      for (int t = 0; t < n; t++) {
        int lag = Math.abs(period(s) - period(t));
        double product = influences.at(change, s) * influences.at(change, t) * (1 - lag / 4.0);
        if (lag <= 3 && errors == SerialErrors.NEWEY_WEST) {
          form[s * n + t] += product;
        } else if (lag <= 3) {
          // The product counts the autocovariance, which is a mean over all pairs as far apart.
          for (int u = 0; u < n; u++) {
            for (int v = 0; v < n; v++) {
              if (period(u) - period(v) == lag) {
                form[u * n + v] += product / n / 2;
                form[v * n + u] += product / n / 2;
              }
            }
          }
        }
      }
    }
    Matrix mq = Matrix.of(n, n, m).times(Matrix.of(n, n, form));
    double trace = trace(mq);
    return trace * trace / trace(mq.times(mq));
  }

  private static double trace(Matrix matrix) {
    double trace = 0;
    for (int i = 0; i < matrix.rows(); i++) {
      trace += matrix.at(i, i);
    }
    return trace;
  }

  /** Trend, level, what the slope does on request, and a constant or seven days. */
  private static double[][] columns(SlopeChange slope, int days) {
    int changes = slope == SlopeChange.FREE ? 3 : 2;
    double[][] columns = new double[changes + days][39];
    for (int i = 0; i < 39; i++) {
      double during = EVENT.holds(period(i)) ? 1 : 0;
      columns[0][i] = period(i) - 21;
      columns[1][i] = during;
      columns[changes - 1][i] = changes == 3 ? during * (period(i) - 21) : during;
      columns[changes + period(i) % days][i] = 1;
    }
    return columns;
  }

  @Test
  void degreesOfFreedomAgreeWithEveryMatrixWrittenOut() {
    for (SerialErrors errors : SerialErrors.values()) {
      assertThat(its(errors).fit(panel()).degreesOfFreedom())
          .isCloseTo(writtenOut(errors, columns(SlopeChange.NONE, 1), 1), within(1e-8));
      assertThat(its(errors).withSeasons("weekday").fit(panel()).degreesOfFreedom())
          .isCloseTo(writtenOut(errors, columns(SlopeChange.NONE, 7), 1), within(1e-8));
    }
  }

  @Test
  void withAFreeSlopeTheFewerOfLevelAndSlopeCount() {
    double[][] columns = columns(SlopeChange.FREE, 1);
    SerialErrors robust = SerialErrors.NEWEY_WEST;
    assertThat(its(robust).with(SlopeChange.FREE).fit(panel()).degreesOfFreedom())
        .isCloseTo(
            Math.min(writtenOut(robust, columns, 1), writtenOut(robust, columns, 2)), within(1e-8));
  }

  @Test
  void aLongSeriesAddsNothingToAShortEventUnlessErrorsAreStationary() {
    // Of ten periods during the event each product counts four neighbours on either side.
    assertThat(its(SerialErrors.NEWEY_WEST).fit(panel()).degreesOfFreedom()).isLessThan(10);
    assertThat(its(SerialErrors.STATIONARY).fit(panel()).degreesOfFreedom()).isBetween(10.0, 36.0);
  }
}
