package id.dampak.bench;

import id.dampak.estimate.ClusterMoments;
import id.dampak.estimate.CrossingEffects;
import id.dampak.estimate.Panel;
import id.dampak.estimate.inference.BootstrapDraws;
import id.dampak.estimate.inference.PoissonClusterBootstrap;
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
 * G6: 999 draws of whole clusters against one fit of the regression that they are of, on the ten
 * million rows and 102,040 clusters of the yardstick.
 *
 * <pre>mvn -q -f jobs/pom.xml -Pjmh test-compile exec:exec -Dbench=BootstrapBenchmark</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 7)
@Fork(1)
public class BootstrapBenchmark {
  private static final PoissonClusterBootstrap BOOTSTRAP =
      PoissonClusterBootstrap.of(YardstickBenchmark.MODEL, 1);

  private final Turns turns = new Turns(2, 10_000_104);
  private Panel panel;

  /** Makes the panel. */
  @Setup
  public void prepare() {
    panel = GeneratedPanel.of(102_040, 100, 42);
  }

  /** The fit, then the moments of the clusters, then the draws from them. */
  @Benchmark
  public BootstrapDraws draw() {
    turns.take("fit", () -> YardstickBenchmark.MODEL.fit(panel));
    ClusterMoments moments =
        turns.take(
            "moments of clusters",
            () -> YardstickBenchmark.MODEL.moments(panel, CrossingEffects.HELD));
    return turns.take("999 draws", () -> BOOTSTRAP.draw(moments));
  }

  /** Prints CPU seconds. */
  @TearDown
  public void print() {
    turns.print();
  }
}
