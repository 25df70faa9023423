package id.dampak.bronze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import id.dampak.error.DampakException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON made to fill memory. */
class HostileJsonTest {
  private static final long MEGABYTE = 1L << 20;

  @TempDir Path folder;

  @Test
  void jsonOfOneGigabyteIsRefusedInBoundedMemory() throws IOException {
    for (String start :
        List.of("{\"a\":\"", "[{\"a\":\"", "[{\"", "[{\"a\":1", "{\"a\":1}\n{\"a\":\"")) {
      Path path = Files.writeString(folder.resolve("a.json"), start);
      try (RandomAccessFile line = new RandomAccessFile(path.toFile(), "rw")) {
        line.setLength(1L << 30);
      }
      long before = allocated();
      refusedJson(path, "Row ");
      assertThat(allocated() - before).as(start).isLessThan(64 * MEGABYTE);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"a\":\"", "[{\"a\":\"", "[{\"", "[{\"a\":1", "[{\"a\":[1,", "[[[[[[[["})
  void endlessJsonIsRefusedInBoundedMemory(String start) throws IOException {
    Path path = folder.resolve("a.json.gz");
    String repeated = start.startsWith("[[") ? "[" : start.endsWith(",") ? "1," : "7";
    byte[] block = repeated.repeat((int) MEGABYTE / 2).getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
      out.write(start.getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 400; i++) {
        out.write(block);
      }
    }
    long before = allocated();
    refusedJson(path, "Row 1 of ", "is too large");
    assertThat(allocated() - before).isLessThan(64 * MEGABYTE);
  }

  private static void refusedJson(Path path, String... says) {
    DampakException refusal =
        catchThrowableOfType(
            DampakException.class, () -> JsonRowsTest.read(path, Optional.empty()));
    assertThat(refusal).isNotNull();
    assertThat(refusal.getMessage()).contains(says).contains(path.toString());
  }

  /** Bytes that this thread has ever asked for: what it holds at a time is less. */
  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
