package id.dampak.bench;

import id.dampak.estimate.Estimate;
import id.dampak.estimate.Fit;
import id.dampak.estimate.FixedEffectsRegression;
import id.dampak.estimate.Panel;
import id.dampak.estimate.Variance;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * G4: ten million unbalanced rows, three regressors, unit and day effects, clustered by unit; fixest
 * 0.14.2 took 4.1 CPU-s with two threads. The digits are checked before anything is timed.
 *
 * <pre>mvn -q -f jobs/pom.xml -Pjmh test-compile exec:exec -Dbench=YardstickBenchmark</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 7)
@Fork(1)
public class YardstickBenchmark {
  static final FixedEffectsRegression MODEL =
      FixedEffectsRegression.of("y", List.of("x1", "x2", "d"))
          .absorbing("unit", "day")
          .with(Variance.clusteredBy("unit"));

  private final Turns turns = new Turns(2, 10_000_104);
  private Panel panel;

  /** Makes the panel and compares the answer with that of the yardstick. */
  @Setup
  public void prepare() {
    panel = GeneratedPanel.of(102_040, 100, 42);
    Fit fit = MODEL.fit(panel);
    check(panel.observations(), 10_000_104, 0);
    check(fit.estimate("x1"), 0.500438079910221, 0.000265339581139027);
    check(fit.estimate("x2"), -0.299488954061655, 0.000263988498127166);
    check(fit.estimate("d"), -0.240944629952290, 0.005474084532566790);
  }

  /** The fit with its standard errors. */
  @Benchmark
  public Fit fit() {
    return turns.take("fit", () -> MODEL.fit(panel));
  }

  /** Prints CPU seconds. */
  @TearDown
  public void print() {
    turns.print();
  }

  private static void check(Estimate estimate, double point, double stdError) {
    check(estimate.estimate(), point, 1e-8);
    check(estimate.stdError(), stdError, 1e-6);
  }

  private static void check(double value, double expected, double tolerance) {
    if (!(Math.abs(value - expected) <= tolerance * Math.abs(expected))) {
      throw new IllegalStateException(value + " is not the yardstick's " + expected);
    }
  }
}
