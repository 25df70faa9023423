package id.dampak.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Results hang on the data alone: the same to the last bit on one thread or seven. */
class ThreadsTest {
  /** More than one stripe of rows. */
  private static final Panel LARGE = large();

  private static Panel large() {
    int days = 60;
    return Panel.ofRows(5000 * days)
        .numeric("unit", i -> Math.floorDiv(i, days))
        .numeric("day", i -> i % days)
        .numeric("region", i -> i / days % 5)
        .numeric("e", i -> i / days % 3 == 0 ? 0 : hash(i / days) + 0.5)
        .numeric("x1", i -> hash(3L * i) + 0.01 * (i % days))
        .numeric("x2", i -> hash(3L * i + 1) * (1 + i % 4))
        .numeric("w", i -> 1.5 + hash(7L * i))
        .numeric("y", i -> hash(3L * i + 2) + 0.5 * hash(3L * i))
        .build();
  }

  private static double hash(long row) {
    long z = row * 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    return (z ^ z >>> 31) * 0x1p-64;
  }

  static Stream<Estimator> estimators() {
    FixedEffectsRegression plain = FixedEffectsRegression.of("y", List.of("x1", "x2"));
    return Stream.of(
        plain.with(new Variance.Hc1()),
        plain.absorbing("unit", "day").with(Variance.clusteredBy("unit", "region")),
        plain.absorbing("unit", "region^day").weightedBy("w").with(new Variance.Hc1()),
        plain.absorbing("unit", "day", "region").with(Variance.clusteredBy("unit")),
        ExposureEventStudy.of("y", "e", "unit", "day", 30)
            .but()
            .within("region")
            .binned(new Bins(-4, 5))
            .build());
  }

  @ParameterizedTest
  @MethodSource("estimators")
  void threadsChangeNoBit(Estimator estimator) throws ExecutionException, InterruptedException {
    Fit once = on(1, estimator);
    for (int threads : new int[] {2, 7}) {
      Fit again = on(threads, estimator);
      assertThat(again.estimates()).isEqualTo(once.estimates());
      assertThat(again.covariance()).isEqualTo(once.covariance());
    }
  }

  private static Fit on(int threads, Estimator estimator)
      throws ExecutionException, InterruptedException {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(() -> estimator.fit(LARGE)).get();
    } finally {
      pool.shutdown();
    }
  }
}
