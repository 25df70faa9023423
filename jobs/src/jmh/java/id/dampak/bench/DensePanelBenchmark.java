package id.dampak.bench;

import id.dampak.estimate.Fit;
import id.dampak.estimate.FixedEffectsRegression;
import id.dampak.estimate.Panel;
import id.dampak.estimate.Variance;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * G4: a balanced panel of 180 days with 15 regressors, unit and day effects, clustered by unit,
 * against the floor: reading the 16 columns once from memory with as many threads.
 *
 * <pre>mvn -q -f jobs/pom.xml -Pjmh test-compile exec:exec -Dbench=DensePanelBenchmark -Dbench.heap=14g</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 7)
@Fork(1)
public class DensePanelBenchmark {
  private static final int DAYS = 180;
  private static final int REGRESSORS = 15;

  /** Units. */
  @Param("200000")
  public int units;

  private Turns turns = new Turns(0, 0);
  private double[][] columns;
  private Panel panel;
  private FixedEffectsRegression model;

  /** Makes the panel. */
  @Setup
  public void prepare() {
    int rows = units * DAYS;
    turns = new Turns(2, rows);
    List<String> regressors =
        IntStream.rangeClosed(1, REGRESSORS).mapToObj(j -> "x" + j).toList();
    Panel.Builder builder = Panel.ofRows(rows);
    for (String name : regressors) {
      long salt = name.hashCode();
      builder.numeric(name, i -> noise(salt, i));
    }
    panel =
        builder
            .numeric("y", i -> noise(0, i) + 0.1 * noise("x1".hashCode(), i))
            .categorical("unit", i -> i / DAYS, GeneratedPanel.labels(units))
            .categorical("day", i -> i % DAYS, GeneratedPanel.labels(DAYS))
            .build();
    model =
        FixedEffectsRegression.of("y", regressors)
            .absorbing("unit", "day")
            .with(Variance.clusteredBy("unit"));
    columns = new double[REGRESSORS + 1][rows / 8];
  }

  /** The fit after a scan of as many numbers. */
  @Benchmark
  public Fit fit() {
    turns.take("floor", this::scan);
    return turns.take("fit", () -> model.fit(panel));
  }

  /** Prints CPU seconds. */
  @TearDown
  public void print() {
    turns.print();
  }

  /** Sums columns that are an eighth as long eight times, so that both panels fit in memory. */
  private double scan() {
    return IntStream.range(0, 8 * columns.length)
        .parallel()
        .mapToDouble(j -> sum(columns[j % columns.length]))
        .sum();
  }

  private static double sum(double[] column) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    for (int i = 0; i + 3 < column.length; i += 4) {
      a += column[i];
      b += column[i + 1];
      c += column[i + 2];
      d += column[i + 3];
    }
    return a + b + c + d;
  }

  /** Numbers around 0 with unit and day effects, from a hash. */
  private static double noise(long salt, int row) {
    return hash(salt, row) + hash(salt, -1 - row / DAYS) + hash(~salt, row % DAYS);
  }

  private static double hash(long salt, long row) {
    long z = (row * 0x9E3779B97F4A7C15L) ^ (salt * 0xD1B54A32D192ED03L);
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return (z ^ (z >>> 31)) * 0x1p-63;
  }
}
