package id.dampak.bronze;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes workbooks part by part, so that a test can make any of them wrong. */
final class ExcelFile {
  static final String SHEET = "xl/worksheets/sheet1.xml";
  static final String SHARED = "xl/sharedStrings.xml";
  static final String STYLES = "xl/styles.xml";
  static final String BOOK = "xl/workbook.xml";

  private static final String MAIN =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  private static final String RELATION =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final Map<String, String> parts = new LinkedHashMap<>();

  /** A workbook with the sheets {@code Cover} (hidden), {@code Orders} and {@code OrderSKUList}. */
  ExcelFile() {
    part("[Content_Types].xml", "<Types/>");
    part(
        BOOK,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<workbook "
            + MAIN
            + " xmlns:r=\""
            + RELATION
            + "\"><sheets><sheet name=\"Cover\" state=\"hidden\" r:id=\"c\"/>"
            + "<sheet name=\"Orders\" r:id=\"a\"/><sheet name=\"OrderSKUList\" r:id=\"b\"/>"
            + "</sheets></workbook>");
    part(
        "xl/_rels/workbook.xml.rels",
        "<Relationships>"
            + relation("a", "worksheet", "worksheets/sheet1.xml")
            + relation("b", "worksheet", "/xl/worksheets/sheet2.xml")
            + relation("c", "worksheet", "worksheets/sheet3.xml")
            + relation("d", "sharedStrings", "sharedStrings.xml")
            + relation("e", "styles", "styles.xml")
            + "</Relationships>");
    sheet("");
    part("xl/worksheets/sheet2.xml", sheetOf("<row><c t=\"str\"><v>second</v></c></row>"));
    part("xl/worksheets/sheet3.xml", sheetOf("<row><c t=\"str\"><v>hidden</v></c></row>"));
  }

  private static String relation(String id, String kind, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, RELATION, kind, target);
  }

  static String sheetOf(String rows) {
    return "<worksheet " + MAIN + "><sheetData>" + rows + "</sheetData></worksheet>";
  }

  ExcelFile part(String name, String content) {
    parts.put(name, content);
    return this;
  }

  ExcelFile without(String name) {
    parts.remove(name);
    return this;
  }

  ExcelFile sheet(String rows) {
    return part(SHEET, sheetOf(rows));
  }

  ExcelFile sharedTexts(String items) {
    return part(SHARED, "<sst " + MAIN + ">" + items + "</sst>");
  }

  /** The styles of cells, by the codes of their formats. */
  ExcelFile formats(String... codes) {
    StringBuilder formats = new StringBuilder();
    StringBuilder styles = new StringBuilder();
    for (int i = 0; i < codes.length; i++) {
      formats.append("<numFmt numFmtId=\"%d\" formatCode=\"%s\"/>".formatted(164 + i, codes[i]));
      styles.append("<xf numFmtId=\"%d\"/>".formatted(164 + i));
    }
    return part(
        STYLES,
        "<styleSheet "
            + MAIN
            + "><numFmts>"
            + formats
            + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>"
            + styles
            + "</cellXfs></styleSheet>");
  }

  Path write(Path path) {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
      return path;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Something that writes what no string could hold. */
  interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /** The workbook with one part that is written as a stream. */
  Path write(Path path, String part, Writing content) {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
      for (Map.Entry<String, String> other : parts.entrySet()) {
        if (!other.getKey().equals(part)) {
          zip.putNextEntry(new ZipEntry(other.getKey()));
          zip.write(other.getValue().getBytes(StandardCharsets.UTF_8));
        }
      }
      zip.putNextEntry(new ZipEntry(part));
      content.to(zip);
      return path;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
