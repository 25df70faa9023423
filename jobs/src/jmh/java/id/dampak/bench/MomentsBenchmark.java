package id.dampak.bench;

import id.dampak.estimate.Estimate;
import id.dampak.estimate.Fit;
import id.dampak.panel.MemoryBudget;
import id.dampak.panel.ObservationTable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
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
 * A panel larger than the heap, estimated on moments that Spark sums up: with 1 GB of heap, 40
 * million rows of six columns, 1.9 GB as arrays.
 *
 * <pre>mvn -q -f jobs/pom.xml -Pjmh test-compile exec:exec -Dbench=MomentsBenchmark -Dbench.heap=1g</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 2)
@Fork(1)
public class MomentsBenchmark {
  private static final int DAYS = 100;

  /** Units of 100 days. */
  @Param("408000")
  public long units;

  private Turns turns = new Turns(0, 0);
  private Path folder = Path.of("");

  /** Writes the panel. */
  @Setup
  public void prepare() throws IOException {
    SparkSession spark = Tables.session();
    folder = Files.createTempDirectory("dampak-moments");
    Tables.panel(spark, units, DAYS).write().parquet(folder.resolve("panel").toString());
    turns = new Turns(0, spark.read().parquet(folder.resolve("panel").toString()).count());
  }

  /** The fit by the way that the heap allows, which is said. */
  @Benchmark
  public Fit fit() {
    SparkSession spark = Tables.session();
    ObservationTable table =
        ObservationTable.of(spark.read().parquet(folder.resolve("panel").toString()));
    Fit fit =
        turns.take(
            "fit", () -> table.fit(YardstickBenchmark.MODEL, MemoryBudget.ofHeap()));
    System.out.printf(
        "%n%d rows; heap of at most %d MB, of which %d were in use at most; budget %d MB%n",
        fit.observations(),
        Runtime.getRuntime().maxMemory() >> 20,
        peak() >> 20,
        MemoryBudget.ofHeap().bytes() >> 20);
    for (Estimate estimate : fit.estimates()) {
      System.out.printf(
          "%s %.15g %.15g%n", estimate.term(), estimate.estimate(), estimate.stdError());
    }
    return fit;
  }

  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong((MemoryPoolMXBean pool) -> pool.getPeakUsage().getUsed())
        .sum();
  }

  /** Prints CPU seconds and removes the panel. */
  @TearDown
  public void print() throws IOException {
    turns.print();
    Tables.session().stop();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
