package id.dampak.bronze;

import static id.dampak.bronze.ExcelFile.SHARED;
import static id.dampak.bronze.ExcelFile.SHEET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import id.dampak.error.DampakException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks made to fill memory or the lake, or to reach what they should not. */
class HostileWorkbookTest {
  /** As long as a text may be. */
  private static final int LONG = (1 << 20) - 16;

  private static final long MEGABYTE = 1L << 20;

  @TempDir Path folder;

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
    refusedEndless(
        1024, "<worksheet><row><c t=\"str\"><v>", "more than 1,048,576 characters in one");
    refusedEndless(16, "<worksheet a=\"", "more than 1,048,576 characters in one tag or text");
    refusedEndless(16, "<worksheet", "is no valid XML");
  }

  private void refusedEndless(int megabytes, String start, String says) {
    byte[] block = "x".repeat((int) MEGABYTE).getBytes(StandardCharsets.UTF_8);
    Path path =
        new ExcelFile()
            .write(
                folder.resolve("orders.xlsx"),
                SHEET,
                out -> {
                  out.write(start.getBytes(StandardCharsets.UTF_8));
                  for (int i = 0; i < megabytes; i++) {
                    out.write(block);
                  }
                });
    long before = allocated();
    refusedBook(path, says);
    assertThat(allocated() - before).isLessThan(48 * MEGABYTE);
  }

  @Test
  void aTextThatIsSharedByEveryCellDoesNotFillTheLake() {
    String shared = "x".repeat(LONG);
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
                        + "x".repeat(LONG / 2)
                        + "</t></r>"
                        + "<r><t>"
                        + "x".repeat(LONG)
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

  private void refusedBook(ExcelFile book, String... says) {
    refusedBook(book.write(folder.resolve("orders.xlsx")), says);
  }

  private static void refusedBook(Path path, String... says) {
    DampakException refusal =
        catchThrowableOfType(DampakException.class, () -> XlsxRecordsTest.read(path));
    assertThat(refusal).isNotNull();
    assertThat(refusal.getMessage()).contains(says).contains(path.toString());
  }

  /** Bytes that this thread has ever asked for: what it holds at a time is less. */
  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
