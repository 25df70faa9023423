package id.dampak.bronze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import id.dampak.error.DampakException;
import id.dampak.study.Input;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files made to fill memory, and bytes that are no text. */
class HostileTextTest {
  private static final long MEGABYTE = 1L << 20;

  @TempDir Path folder;

  @Test
  void aLineOfOneGigabyteIsRefusedByItsRowInBoundedMemory() throws IOException {
    Path file = folder.resolve("orders.csv");
    Files.writeString(file, "a,b\n1,2\n3,");
    try (RandomAccessFile line = new RandomAccessFile(file.toFile(), "rw")) {
      line.setLength(1L << 30); // a hole in the file: a gigabyte of NUL without a line break
    }
    long before = allocated();
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("Row 2 of " + file)
        .hasMessageContaining("a field has at most 1,048,576 characters");
    assertThat(allocated() - before).isLessThan(64 * MEGABYTE);
  }

  @Test
  void aQuoteThatIsNeverClosedDoesNotSwallowTheFile() throws IOException {
    Path file = file("a,b\n1,\"2\n" + "3,4\n".repeat(1_000_000));
    refused(file, "Row 1 of " + file, "Look for a quote that is not closed");
  }

  @Test
  void aRowOfTenThousandFieldsIsRefused() throws IOException {
    Path file = file("a,b\n1,2\n3,4\n" + "5,".repeat(10_000) + "\n");
    refused(file, "Row 3 of " + file, "4,096 fields");
  }

  @Test
  void aRowIsKeptWithItsDefectWhereItsBytesAreNoText() throws IOException {
    Path file = folder.resolve("orders.csv");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write("a,b\n1,x\u0000y\n2,".getBytes(StandardCharsets.UTF_8));
      out.write(new byte[] {'c', 'a', 'f', (byte) 0xE9}); // café in Windows-1252
      out.write("\n3,caf\u00e9 \uFFFD \uD83C\uDFFF\n".getBytes(StandardCharsets.UTF_8));
    }
    List<LandedRow> rows = read(file);
    assertThat(rows)
        .extracting(row -> row.defect().orElse(""))
        .containsExactly(
            "the column b holds a NUL character",
            "the column b holds bytes that are not of the file's encoding",
            // The sign for an unreadable character, and a pair that ends in our mark, are text.
            "");
    assertThat(rows.get(1).fields()).isEqualTo(Map.of("a", "2", "b", "caf\uFFFD"));
    assertThat(rows.get(2).fields()).containsEntry("b", "caf\u00e9 \uFFFD \uD83C\uDFFF");
  }

  @Test
  void aFileThatIsNoTextAtAllIsRefusedByItsHeader() throws IOException {
    Path program =
        Files.write(folder.resolve("a.csv"), new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0});
    refused(program, "The header of " + program + " holds a NUL character", "CSV in UTF-8");
    Path picture = Files.write(program, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n'});
    refused(picture, "bytes that are not of the file's encoding");
  }

  @Test
  void aByteOrderMarkNamesTheEncoding() throws IOException {
    for (var charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      Path file = Files.writeString(folder.resolve("a.csv"), "\uFEFFa\ncaf\u00e9\n", charset);
      assertThat(read(file))
          .extracting(LandedRow::fields)
          .containsExactly(Map.of("a", "caf\u00e9"));
    }
  }

  @Test
  void aGzipBombIsRefusedInBoundedMemoryAndTime() throws IOException {
    Path bomb = folder.resolve("orders.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      byte[] zeros = new byte[(int) MEGABYTE];
      for (int i = 0; i < 300; i++) {
        out.write(zeros);
      }
    }
    assertThat(Files.size(bomb)).isLessThan(MEGABYTE);
    long before = allocated();
    assertThatThrownBy(
            () -> SourceFile.expand("orders", List.of(bomb)).forEach(SourceFile::requireWhole))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("expands too far")
        .hasMessageContaining("more than 268,435,456");
    assertThat(allocated() - before).isLessThan(4 * MEGABYTE);
  }

  private void refused(Path file, String... says) {
    DampakException refusal = catchThrowableOfType(DampakException.class, () -> read(file));
    assertThat(refusal).isNotNull();
    assertThat(refusal.getMessage()).contains(says);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("orders.csv"), text);
  }

  private static List<LandedRow> read(Path file) {
    try (RowReader rows =
        new RowReaders(Input.Format.CSV, "", ',')
            .open(new SourceFile("orders", file.toString(), "0"))) {
      List<LandedRow> all = new ArrayList<>();
      rows.forEachRemaining(all::add);
      return all;
    }
  }

  /** Bytes that this thread has ever asked for: what it holds at a time is less. */
  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
