package id.dampak.bronze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.dampak.error.DampakException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Inputs that are no files, or whose names are no names: refused at once, without waiting. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class HostileFilesTest {
  @TempDir Path folder;

  @Test
  void aPipeIsRefusedWithoutWaitingForItsWriter() throws Exception {
    Path pipe = folder.resolve("orders.csv");
    Process maker = new ProcessBuilder("mkfifo", pipe.toString()).start();
    assumeTrue(maker.waitFor() == 0, "no mkfifo here");
    refused(pipe, pipe + " is no file that can be read twice");
    // Nor does a glob pick it up.
    refused(folder.resolve("*.csv"), "No file matches");
  }

  @Test
  void aDeviceWithoutEndIsRefused() {
    Path zero = Path.of("/dev/zero");
    assumeTrue(Files.exists(zero), "no such device here");
    refused(zero, "a pipe, a device or a link to nowhere");
  }

  @Test
  void linksThatLeadInACircleOrNowhereAreRefused() throws IOException {
    Path one = folder.resolve("one.csv");
    Path other = Files.createSymbolicLink(folder.resolve("other.csv"), one);
    Files.createSymbolicLink(one, other);
    refused(one, one + " is no file");
    refused(Files.createSymbolicLink(folder.resolve("x"), folder.resolve("y")), "to nowhere");
    refused(folder.resolve("*.csv"), "No file matches");
  }

  @Test
  void aPatternThatIsNoneIsRefused() {
    refused(folder.resolve("orders[.csv"), "it is no pattern: ", "orders[.csv");
    refused(folder.resolve("{a,{b}}"), "it is no pattern: ");
  }

  @Test
  void aPatternThatCouldBeReadInBillionsOfWaysIsRefused() throws IOException {
    Files.createFile(folder.resolve("a".repeat(250)));
    refused(folder.resolve("*a".repeat(30) + "b"), "more than 3 asterisks");
    refused(folder.resolve("*a*a*ab"), "No file matches");
  }

  @Test
  void aFileKeepsItsNameWhateverItSays() throws IOException {
    for (String name :
        List.of(
            "o'rders; DROP TABLE silver.transaction; --.csv",
            "`or\"ders`.csv",
            "two\nlines.csv",
            "..%2f..%2fetc.csv",
            "orders[1]{2}*.csv",
            "\u202Evsc.orders")) {
      Path file = Files.writeString(folder.resolve(name), "a\n1\n");
      assertThat(SourceFile.expand("orders", List.of(file)))
          .extracting(SourceFile::name)
          .containsExactly(name);
    }
  }

  private void refused(Path file, String... says) {
    assertThatThrownBy(() -> SourceFile.expand("orders", List.of(file)))
        .isInstanceOfSatisfying(
            DampakException.class,
            refusal -> assertThat(refusal.getMessage()).contains(says).contains("\"orders\""));
  }
}
