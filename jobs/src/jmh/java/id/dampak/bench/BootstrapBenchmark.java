package id.dampak.bench;

import id.dampak.estimate.ClusterMoments;
import id.dampak.estimate.CrossingEffects;
import id.dampak.estimate.Fit;
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
 * G6: 999 draws of a cluster bootstrap against one fit, on ten million rows and 102,040 clusters. A
 * bootstrap has to make the moments of its clusters first, which are told apart here.
 *
 * <pre>mvn -q -f jobs/pom.xml -Pjmh test-compile exec:exec -Dbench=BootstrapBenchmark</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(1)
public class BootstrapBenchmark {
  private final Turns turns = new Turns(2);
  private Panel panel;

  /** Makes the panel. */
  @Setup
  public void prepare() {
    panel = GeneratedPanel.of(102_040, 100, 42);
  }

  /** A fit, the moments of its clusters, and moments with 999 draws from them. */
  @Benchmark
  public BootstrapDraws draws() {
    turns.take("fit", this::fit);
    turns.take("moments", this::moments);
    return turns.take("moments and 999 draws", this::bootstrap);
  }

  private Fit fit() {
    return YardstickBenchmark.MODEL.fit(panel);
  }

  private ClusterMoments moments() {
    return YardstickBenchmark.MODEL.moments(panel, CrossingEffects.HELD);
  }

  private BootstrapDraws bootstrap() {
    return PoissonClusterBootstrap.of(YardstickBenchmark.MODEL, 7).draw(panel);
  }

  /** Prints CPU seconds. */
  @TearDown
  public void print() {
    turns.print();
  }
}
