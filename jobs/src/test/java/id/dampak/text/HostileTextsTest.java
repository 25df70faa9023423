package id.dampak.text;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.dampak.error.DampakException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the classifier's commands are given instead of a file of texts. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class HostileTextsTest {
  @TempDir Path folder;

  @Test
  void aDeviceWithoutEndAndAFolderAreNotRead() {
    Path zero = Path.of("/dev/zero");
    assumeTrue(Files.exists(zero), "no such device here");
    for (Path file : new Path[] {zero, folder}) {
      refused(Corpus::read, file, "it is a folder, a pipe or a device");
      refused(Texts::read, file, "it is a folder, a pipe or a device");
      refused(TextModelFile::read, file, "it is a folder, a pipe or a device");
      refused(HostileTextsTest::labelled, file, "it is a folder, a pipe or a device");
    }
  }

  @Test
  void aLineOfOneGigabyteIsNotReadIntoMemory() throws IOException {
    Path file = folder.resolve("texts.txt");
    try (RandomAccessFile line = new RandomAccessFile(file.toFile(), "rw")) {
      line.setLength(1L << 30);
    }
    refused(Texts::read, file, "more than 268,435,456 bytes");
  }

  @Test
  void aFieldWithoutEndIsRefused() throws IOException {
    Path file = folder.resolve("texts.csv");
    try (RandomAccessFile line = new RandomAccessFile(file.toFile(), "rw")) {
      line.setLength(100L << 20);
    }
    refused(Corpus::read, file, "Cannot read the texts in " + file);
    refused(Texts::read, file, "Cannot read the texts in " + file);
  }

  private static void labelled(Path file) {
    new LabelledTexts("text", "expected", 1, Optional.empty()).read(file);
  }

  private static void refused(Consumer<Path> reader, Path file, String says) {
    assertThatThrownBy(() -> reader.accept(file))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining(says)
        .hasMessageContaining(file.toString());
  }
}
