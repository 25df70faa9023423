package id.dampak.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.cli.Terminal;
import id.dampak.contract.Transaction;
import id.dampak.job.Pipeline;
import id.dampak.lake.Lake;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run in another process, and what happens to those who come while it writes. */
@Tag("spark")
@Tag("soak")
class RunsAtOnceTest {
  @TempDir Path folder;

  @Test
  void theSecondRunIsRefusedAndReadersSeeTheOldTableOrTheNewOne() throws InterruptedException {
    Deliveries deliveries = new Deliveries(folder);
    Path root = folder.resolve("lake");
    Lake lake = InProcess.lake(root);
    InProcess.run(
        deliveries.study(1), root, List.of(Pipeline.named("land"), Pipeline.named("clean")));
    InProcess.run(deliveries.study(2), root, List.of(Pipeline.named("land")));
    String[] clean = {
      "run", "--study", deliveries.study(2).toString(), "--lake", root.toString(), "--only", "clean"
    };
    long before = rows(lake);
    Set<Long> seen = new LinkedHashSet<>(Set.of(before));

    try (ChildRun other = ChildRun.start(clean)) {
      other.awaitFirstJob();
      Terminal.Outcome refused = Terminal.call(clean);
      assertThat(refused.err())
          .contains("The lake " + root + " is in use")
          .contains("run of the study deliveries, process ");
      assertThat(refused.code()).isEqualTo(2);
      while (!other.endsWithin(TimeUnit.MILLISECONDS.toNanos(200))) {
        seen.add(rows(lake));
      }
      assertThat(other.exitCode()).as(other.said()).isZero();
    }

    long after = rows(lake);
    assertThat(after).isGreaterThan(before);
    seen.add(after);
    assertThat(seen).containsExactly(before, after);
  }

  private static long rows(Lake lake) {
    return lake.read(Transaction.TABLE).count();
  }
}
