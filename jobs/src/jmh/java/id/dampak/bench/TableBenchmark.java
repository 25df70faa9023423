package id.dampak.bench;

import id.dampak.estimate.Panel;
import id.dampak.panel.Columns;
import id.dampak.panel.Delimiter;
import id.dampak.panel.TableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
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
 * G5: a Parquet file of five million rows and six columns, four of numbers and two of labels, into
 * the arrays of a panel; five million rows a CPU-second are 1 second here.
 *
 * <pre>mvn -q -f jobs/pom.xml -Pjmh test-compile exec:exec -Dbench=TableBenchmark</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(1)
public class TableBenchmark {
  private static final int DAYS = 100;
  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          "message panel { required double x1; required double x2; required double d;"
              + " required double y; required int64 unit; required int32 day; }");

  private final Turns turns = new Turns(2);
  private Path file = Path.of("");

  /** Writes the file. */
  @Setup
  public void prepare() throws IOException {
    Panel panel = GeneratedPanel.of(51_020, DAYS, 42);
    file = Files.createTempDirectory("bench").resolve("panel.parquet");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file)).withType(SCHEMA).build()) {
      for (int row = 0; row < panel.observations(); row++) {
        Group group = new SimpleGroup(SCHEMA);
        group.add("x1", panel.number("x1", row));
        group.add("x2", panel.number("x2", row));
        group.add("d", panel.number("d", row));
        group.add("y", panel.number("y", row));
        group.add("unit", Long.parseLong(panel.label("unit", row)));
        group.add("day", Integer.parseInt(panel.label("day", row)));
        writer.write(group);
      }
    }
  }

  /** The file into arrays. */
  @Benchmark
  public Panel read() {
    return turns.take(
        "read",
        () ->
            TableFile.read(
                file,
                new Columns(Set.of("x1", "x2", "d", "y", "unit", "day"), Set.of("unit", "day")),
                Delimiter.COMMA));
  }

  /** Prints CPU seconds, and takes the file away. */
  @TearDown
  public void print() throws IOException {
    turns.print();
    Files.delete(file);
    Files.delete(file.getParent());
  }
}
