package id.dampak.bronze;

import static id.dampak.bronze.ExcelFile.SHEET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import id.dampak.error.DampakException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives made to fill memory or disk, or to reach what they should not. */
class HostileContainerTest {
  private static final long MEGABYTE = 1L << 20;

  @TempDir Path folder;

  @Test
  void everyEntryOfAZipIsAFileOfItsOwn() throws IOException {
    Path zip =
        zip("2025/b.csv", "a\n1\n", "2025/", "", "a.csv", "a\n2\n", "__MACOSX/a.csv", "\0\5");
    List<SourceFile> files = SourceFile.expand("orders", List.of(zip));
    assertThat(files)
        .extracting(SourceFile::name)
        .containsExactly("orders.zip!/2025/b.csv", "orders.zip!/a.csv");
    assertThat(files).extracting(SourceFile::sha256).doesNotHaveDuplicates();
    Path same = Files.writeString(folder.resolve("same.csv"), "a\n2\n");
    assertThat(SourceFile.expand("orders", List.of(same)).get(0).sha256())
        .as("the bytes inside, so that what is packed and what is not land once")
        .isEqualTo(files.get(1).sha256());
    try (CsvRecords records = CsvRecords.of(files.get(0), ',')) {
      assertThat(records.next()).containsExactly("a");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../a.csv",
        "/etc/passwd",
        "a/../../b.csv",
        "C:\\a.csv",
        "C:a.csv",
        "..\\a.csv",
        "a\nb"
      })
  void namesThatLeadElsewhereAreRefused(String name) throws IOException {
    refusedWhole(zip("good.csv", "a\n1\n", name, "a\n1\n"), "no plain relative path");
  }

  @Test
  void nestedAndEmptyArchivesAreRefused() throws IOException {
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(inner)) {
      zip.putNextEntry(new ZipEntry("a.csv"));
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write('a');
    }
    refusedWhole(zip("in.zip", latin(inner)), "\"in.zip\"", "is itself a ZIP file");
    refusedWhole(zip("in.csv.gz", latin(packed)), "is itself compressed");
    refusedWhole(zip("folder/", ""), "holds no file");
  }

  @Test
  void encryptedAndRepeatedEntriesAreRefused() throws IOException {
    byte[] twice = Files.readAllBytes(zip("aa.csv", "a\n1\n", "bb.csv", "a\n2\n"));
    Path path = folder.resolve("orders.zip");
    Files.write(
        path, latin(twice).replace("bb.csv", "aa.csv").getBytes(StandardCharsets.ISO_8859_1));
    refusedWhole(path, "holds the entry \"aa.csv\" twice");
    byte[] locked = Files.readAllBytes(zip("a.csv", "a\n1\n"));
    int directory = latin(locked).indexOf("PK\1\2");
    locked[directory + 8] |= 1;
    refusedWhole(Files.write(path, locked), "\"a.csv\"", "is encrypted");
  }

  @Test
  void aDamagedArchiveIsRefusedBeforeAnythingOfItIsKept() throws IOException {
    Path path = zip("a.csv", "a\n" + "1234567\n".repeat(1000));
    byte[] whole = Files.readAllBytes(path);
    refusedWhole(
        Files.write(path, java.util.Arrays.copyOf(whole, whole.length / 2)), "cut off or damaged");
    byte[] flipped = whole.clone();
    flipped[latin(whole).indexOf("PK\1\2") - 30] ^= 1;
    refusedWhole(Files.write(path, flipped), "cut off or damaged");
  }

  @Test
  void anArchiveOfManyFilesIsRefusedByItsDirectory() throws IOException {
    Path path = folder.resolve("orders.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
      for (int i = 0; i < 50_000; i++) {
        zip.putNextEntry(new ZipEntry(i + ".csv"));
      }
    }
    long before = allocated();
    refusedWhole(path, "more than 1,024 entries");
    assertThat(allocated() - before).isLessThan(4 * MEGABYTE);
  }

  @Test
  void zipBombsAndWorkbookBombsAreRefusedInBoundedMemory() throws IOException {
    byte[] blanks = " ".repeat((int) MEGABYTE).getBytes(StandardCharsets.UTF_8);
    Path zip = folder.resolve("orders.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (int file = 0; file < 3; file++) { // each is small enough, all together are not
        out.putNextEntry(new ZipEntry(file + ".csv"));
        for (int i = 0; i < 100; i++) {
          out.write(blanks);
        }
      }
    }
    Path book =
        new ExcelFile()
            .write(
                folder.resolve("orders.xlsx"),
                SHEET,
                out -> {
                  for (int i = 0; i < 300; i++) {
                    out.write(blanks);
                  }
                });
    for (Path bomb : List.of(zip, book)) {
      long before = allocated();
      refusedWhole(bomb, "expands too far", "more than 268,435,456");
      assertThat(allocated() - before).isLessThan(4 * MEGABYTE);
    }
  }

  private static void refusedWhole(Path path, String... says) {
    DampakException refusal =
        catchThrowableOfType(
            DampakException.class,
            () -> SourceFile.expand("orders", List.of(path)).forEach(SourceFile::requireWhole));
    assertThat(refusal).isNotNull();
    assertThat(refusal.getMessage()).contains(says).contains(path.toString());
  }

  /** Names and contents in turn. */
  private Path zip(String... entries) throws IOException {
    Path path = folder.resolve("orders.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
      for (int i = 0; i < entries.length; i += 2) {
        zip.putNextEntry(new ZipEntry(entries[i]));
        zip.write(entries[i + 1].getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    return path;
  }

  private static String latin(ByteArrayOutputStream bytes) {
    return latin(bytes.toByteArray());
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** Bytes that this thread has ever asked for: what it holds at a time is less. */
  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
