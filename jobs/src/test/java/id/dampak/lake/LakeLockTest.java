package id.dampak.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import id.dampak.error.DampakException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two writers and one lake, in one process and in two. */
class LakeLockTest {
  @TempDir Path folder;

  @Test
  void theSecondOfTwoIsToldWhoHasTheLakeUntilTheFirstIsDone() {
    LakeLock.during(
        folder,
        "run of the study x",
        () ->
            assertThatThrownBy(() -> LakeLock.during(folder, "second", LakeLockTest::never))
                .isInstanceOf(DampakException.class)
                .hasMessageContaining("The lake " + folder + " is in use")
                .hasMessageContaining(
                    "run of the study x, process " + ProcessHandle.current().pid() + " on ")
                .hasMessageContaining("--lake"));
    assertFree(folder);
  }

  @Test
  void aLakeByAnotherNameIsTheSameLake() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(lake()));
    LakeLock.during(
        lake(),
        "first",
        () ->
            assertThatThrownBy(() -> LakeLock.during(link, "second", LakeLockTest::never))
                .hasMessageContaining("is in use"));
  }

  @Test
  void workThatFailsGivesTheLakeBack() {
    assertThatThrownBy(
            () ->
                LakeLock.during(
                    folder,
                    "first",
                    () -> {
                      throw new IllegalStateException("failed");
                    }))
        .hasMessage("failed");
    assertFree(folder);
  }

  @Test
  void aWriterThatIsKilledLeavesNoLockBehind() throws IOException, InterruptedException {
    Process other = OtherProcess.running(Holder.class, lake());
    try {
      assertThat(other.inputReader().readLine()).isEqualTo("taken");
      assertThatThrownBy(() -> LakeLock.during(lake(), "second", LakeLockTest::never))
          .hasMessageContaining("is in use")
          .hasMessageContaining("a holder in a test, process " + other.pid());
    } finally {
      other.destroyForcibly(); // SIGKILL
    }
    assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertFree(lake());
    assertThat(Files.readString(lake().resolve(LakeLock.FILE)))
        .startsWith("another, process " + ProcessHandle.current().pid());
  }

  @Test
  void aLakeThatCannotBeMadeSaysWhichFolderForbidsIt() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> LakeLock.during(file.resolve("lake"), "first", LakeLockTest::never))
        .hasMessageContaining("cannot be written")
        .hasMessageContaining(file + " is no folder");
  }

  @Test
  void aLakeThatIsALinkInACircleSaysSo() throws IOException {
    Path one = folder.resolve("one");
    Files.createSymbolicLink(one, Files.createSymbolicLink(folder.resolve("other"), one));
    assertThatThrownBy(() -> LakeLock.during(one, "first", LakeLockTest::never))
        .hasMessageContaining("cannot be written")
        .hasMessageContaining(one + " is no folder");
  }

  @Test
  void aFailureOfTheWorkIsNotTakenForOneOfTheLock() {
    IOException failure = new IOException("of Scala, which does not declare it");
    assertThatThrownBy(
            () ->
                LakeLock.during(
                    folder, "first", () -> LakeLockTest.<RuntimeException>sneak(failure)))
        .isSameAs(failure);
  }

  @SuppressWarnings("unchecked") // what Scala does
  private static <E extends Exception> void sneak(Exception failure) throws E {
    throw (E) failure;
  }

  private static void never() {
    fail("The lake was taken twice");
  }

  private static void assertFree(Path lake) {
    AtomicBoolean done = new AtomicBoolean();
    LakeLock.during(lake, "another", () -> done.set(true));
    assertThat(done).isTrue();
  }

  private Path lake() {
    return folder.resolve("lake");
  }

  /** A process that takes the lake and does not let go. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) {
      LakeLock.during(Path.of(arguments[0]), "holder in a test", Holder::waitLong);
    }

    private static void waitLong() {
      System.out.println("taken");
      try {
        Thread.sleep(TimeUnit.MINUTES.toMillis(1));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
