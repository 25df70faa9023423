package id.dampak.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import id.dampak.SharedSpark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lakes for the time of some work, several of them in the folder of one. */
@Tag("spark")
class ScratchTest {
  private static final int CALLERS = 4;
  private static final int CALLS = 40;

  @TempDir Path folder;

  @Test
  void whatIsAtWorkIsNotRemovedByAnotherThatSweepsBefore() throws Exception {
    Lake lake = lake();
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Callable<Integer>> calls = new ArrayList<>();
      for (int caller = 0; caller < CALLERS; caller++) {
        calls.add(
            () -> {
              for (int call = 0; call < CALLS; call++) {
                Scratch.with(lake, "test", ScratchTest::writeAndReadAgain);
              }
              return CALLS;
            });
      }
      for (Future<Integer> done : callers.invokeAll(calls)) {
        assertThatCode(done::get).doesNotThrowAnyException();
      }
    } finally {
      callers.shutdownNow();
    }
    assertThat(left()).isEmpty();
  }

  @Test
  void whatAKilledProcessHasLeftIsRemovedAndWhatIsAtWorkStays() throws IOException {
    Path dead = Files.createDirectory(folder.resolve(".scratch-dead"));
    Files.createFile(dead.resolve(LakeLock.FILE));
    Scratch.with(
        lake(),
        "test",
        other -> {
          Scratch.sweep(lake());
          assertThat(left()).containsExactly(other.root());
        });
    assertThat(left()).isEmpty();
  }

  @Test
  void workThatFailsLeavesNothing() {
    assertThatCode(
            () ->
                Scratch.with(
                    lake(),
                    "test",
                    other -> {
                      throw new IllegalStateException("failed");
                    }))
        .hasMessage("failed");
    assertThat(left()).isEmpty();
  }

  @Test
  void aProcessWaitsUntilAnotherHasMadeOrRemovedItsOwn() throws Exception {
    Process other = OtherProcess.running(Holder.class, folder);
    ExecutorService caller = Executors.newSingleThreadExecutor();
    try {
      assertThat(other.inputReader().readLine()).isEqualTo("taken");
      Future<?> sweep = caller.submit(() -> Scratch.sweep(lake()));
      TimeUnit.MILLISECONDS.sleep(300);
      assertThat(sweep).isNotDone();
      other.destroyForcibly();
      assertThatCode(() -> sweep.get(30, TimeUnit.SECONDS)).doesNotThrowAnyException();
    } finally {
      other.destroyForcibly();
      caller.shutdownNow();
    }
  }

  private static void writeAndReadAgain(Lake scratch) {
    try {
      Path file = Files.writeString(scratch.root().resolve("file"), "text");
      assertThat(file).hasContent("text");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Lake lake() {
    return new Lake(SharedSpark.session(), folder);
  }

  private List<Path> left() {
    try (var files = Files.newDirectoryStream(folder, ".scratch-*")) {
      List<Path> left = new ArrayList<>();
      files.forEach(left::add);
      return left;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A process that is about to make a scratch lake and does not get on. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) {
      Scratch.inTurn(Path.of(arguments[0]), Holder::waitLong);
    }

    private static boolean waitLong() {
      System.out.println("taken");
      try {
        Thread.sleep(TimeUnit.MINUTES.toMillis(1));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return true;
    }
  }
}
