package id.dampak.bench;

import id.dampak.estimate.Panel;
import id.dampak.panel.Columns;
import id.dampak.panel.Delimiter;
import id.dampak.panel.ObservationTable;
import id.dampak.panel.TableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
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
 * G5: six columns of nine million rows from Parquet and Delta to the arrays of a panel, by Spark, and
 * from one Parquet file without it.
 *
 * <pre>mvn -q -f jobs/pom.xml -Pjmh test-compile exec:exec -Dbench=LoadBenchmark</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 7)
@Fork(1)
public class LoadBenchmark {
  private static final long UNITS = 91_000;
  private static final int DAYS = 100;

  private Turns turns = new Turns(0, 0);
  private Path folder = Path.of("");
  private long rows;

  /** Writes the tables and compares what the ways read. */
  @Setup
  public void prepare() throws IOException {
    SparkSession spark = Tables.session();
    folder = Files.createTempDirectory("dampak-load");
    Dataset<Row> panel = Tables.panel(spark, UNITS, DAYS);
    panel.write().parquet(path("parquet"));
    panel.write().format("delta").save(path("delta"));
    spark.read().parquet(path("parquet")).coalesce(1).write().parquet(path("one"));
    rows = spark.read().parquet(path("parquet")).count();
    turns = new Turns(3, rows);
    double expected = sum(bySpark("parquet"));
    for (Panel other : new Panel[] {bySpark("delta"), alone()}) {
      if (other.observations() != rows || Math.abs(sum(other) / expected - 1) > 1e-12) {
        throw new IllegalStateException("the ways read different numbers");
      }
    }
  }

  /** Each way once. */
  @Benchmark
  public int load() {
    return turns.take("Parquet by Spark", () -> bySpark("parquet").observations())
        + turns.take("Delta by Spark", () -> bySpark("delta").observations())
        + turns.take("one Parquet file", () -> alone().observations());
  }

  private Panel bySpark(String table) {
    SparkSession spark = Tables.session();
    Dataset<Row> rows =
        table.equals("delta")
            ? spark.read().format("delta").load(path(table))
            : spark.read().parquet(path(table));
    return ObservationTable.of(rows).panel(YardstickBenchmark.MODEL);
  }

  private Panel alone() {
    try (Stream<Path> files = Files.list(folder.resolve("one"))) {
      Path file =
          files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
      Set<String> names = YardstickBenchmark.MODEL.columns();
      return TableFile.read(
          file, new Columns(names, YardstickBenchmark.MODEL.identifiers()), Delimiter.COMMA);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double sum(Panel panel) {
    double sum = 0;
    for (int i = 0; i < panel.observations(); i++) {
      sum += panel.number("y", i);
    }
    return sum;
  }

  private String path(String table) {
    return folder.resolve(table).toString();
  }

  /** Prints CPU seconds and removes the tables. */
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
