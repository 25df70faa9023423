package id.dampak.bronze;

import static id.dampak.bronze.ExcelFile.SHARED;
import static id.dampak.bronze.ExcelFile.SHEET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import id.dampak.error.DampakException;
import java.io.ByteArrayOutputStream;
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
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives, workbooks and JSON made to fill memory, or to reach what they should not. */
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

  @Test
  void aWorkbookReachesForNothingAndDefinesNothing() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "planted");
    String sheet = ExcelFile.sheetOf("<row><c t=\"str\"><v>&x;</v></c></row>");
    for (String type :
        List.of(
            "<!DOCTYPE x [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>",
            "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">",
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY x \"&a;&a;&a;&a;&a;&a;\">]>")) {
      for (String before :
          List.of("", "<?xml version=\"1.0\"?>\n", "\uFEFF<?xml version=\"1.0\"?>")) {
        refusedBook(new ExcelFile().part(SHEET, before + type + sheet), "declares a document type");
      }
    }
    refusedBook(new ExcelFile().part(SHEET, sheet), "is no valid XML");
    refusedBook(new ExcelFile().sheet("<!-- x -->"), "a comment, CDATA");
    refusedBook(new ExcelFile().sheet("<row><c><v><![CDATA[1]]></v></c></row>"), "CDATA");
  }

  @Test
  void aCellOfOneGigabyteIsRefusedInBoundedMemory() {
    for (String start :
        List.of("<worksheet><row><c t=\"str\"><v>", "<worksheet a=\"", "<worksheet")) {
      Path path =
          new ExcelFile()
              .write(
                  folder.resolve("orders.xlsx"),
                  SHEET,
                  out -> {
                    out.write(start.getBytes(StandardCharsets.UTF_8));
                    endless(out);
                  });
      long before = allocated();
      refusedBook(path, "has more than 1,048,576 characters in one tag or text");
      assertThat(allocated() - before).isLessThan(48 * MEGABYTE);
    }
  }

  @Test
  void aTextThatIsSharedByEveryCellDoesNotFillTheLake() {
    String shared = "x".repeat(1 << 20);
    String cells = "<c t=\"s\"><v>0</v></c>";
    refusedBook(
        new ExcelFile()
            .sharedTexts("<si><t>" + shared + "</t></si>")
            .sheet("<row>" + cells.repeat(5) + "</row>"),
        "more than 4,194,304 characters in row 1");
    refusedBook(
        new ExcelFile()
            .sharedTexts("<si><t>" + shared + "</t></si>")
            .sheet(("<row>" + cells + "</row>").repeat(300)),
        "its rows hold more than 268,435,456 characters");
    refusedBook(
        new ExcelFile()
            .part(
                SHARED,
                "<sst>"
                    + ("<si>"
                        + "<r><t>"
                        + "x".repeat(1 << 19)
                        + "</t></r>"
                        + "<r><t>"
                        + "x".repeat(1 << 20)
                        + "</t></r></si>")
                    + "</sst>"),
        "has a text of more than 1,048,576 characters");
  }

  @Test
  void aCellFarToTheRightTakesNoMemory() {
    for (String reference : List.of("ZZZZZZZZZ1", "XFE1", "1", "a1")) {
      refusedBook(
          new ExcelFile().sheet("<row><c r=\"" + reference + "\"><v>1</v></c></row>"),
          "has a cell");
    }
    refusedBook(new ExcelFile().sheet("<row r=\"2\"/><row r=\"1\"/>"), "has row 1 behind row 2");
    refusedBook(new ExcelFile().sheet("<row r=\"99999999999\"/>"), "has a row of the number");
  }

  @Test
  void namesAndDepthOfElementsAreBounded() {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      names.append("<n").append(i).append("/>");
    }
    refusedBook(new ExcelFile().sheet(names.toString()), "uses more than 1,024 names");
    refusedBook(new ExcelFile().sheet("<a>".repeat(100_000)), "is no valid XML");
  }

  @Test
  void aWorkbookLacksNothingThatItRefersTo() {
    refusedBook(new ExcelFile().without(ExcelFile.BOOK), "xl/workbook.xml", "is missing");
    refusedBook(new ExcelFile().without(SHEET), SHEET, "is missing");
    refusedBook(
        new ExcelFile().sheet("<row><c t=\"s\"><v>0</v></c></row>"),
        "refers to a text that the workbook does not have");
  }

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

  private static void endless(OutputStream out) throws IOException {
    byte[] block = "x".repeat((int) MEGABYTE).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 1024; i++) {
      out.write(block);
    }
  }

  private void refusedBook(ExcelFile book, String... says) {
    refusedBook(book.write(folder.resolve("orders.xlsx")), says);
  }

  private static void refusedBook(Path path, String... says) {
    DampakException refusal =
        catchThrowableOfType(DampakException.class, () -> XlsxRecordsTest.read(path));
    assertThat(refusal).isNotNull();
    assertThat(refusal.getMessage()).contains(says).contains(path.toString());
  }

  private static void refusedJson(Path path, String... says) {
    DampakException refusal =
        catchThrowableOfType(
            DampakException.class, () -> JsonRowsTest.read(path, Optional.empty()));
    assertThat(refusal).isNotNull();
    assertThat(refusal.getMessage()).contains(says).contains(path.toString());
  }

  private static void refusedWhole(Path path, String... says) {
    DampakException refusal =
        catchThrowableOfType(
            DampakException.class, () -> SourceFile.expand("orders", List.of(path)));
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
