package id.dampak.bronze;

import id.dampak.bronze.CellNumber.Calendar;
import id.dampak.error.ContainerErrors;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An open workbook (Office Open XML, ECMA-376): its sheets, and what their cells refer to. */
final class Workbook implements AutoCloseable {
  private static final String FOLDER = "xl/";
  private static final String BOOK = FOLDER + "workbook.xml";
  private static final String RELATIONS = FOLDER + "_rels/workbook.xml.rels";
  private static final int MOST_RELATIONS = 1 << 12;

  private final SourceFile file;
  private final Archive archive;

  /** Names of parts by the number of their relation; and the parts of which there is one. */
  private final Map<String, String> parts = new HashMap<>();

  private final Map<String, String> partsByKind = new HashMap<>();

  /** Numbers of relations by the name of the sheet; those that a reader sees come first. */
  private final Map<String, String> sheets = new LinkedHashMap<>();

  private Calendar calendar = Calendar.FROM_1900;

  private Workbook(SourceFile file, Archive archive) {
    this.file = file;
    this.archive = archive;
  }

  /** Opens a workbook; close the result. */
  static Workbook open(SourceFile file) {
    Archive archive = Archive.open(file.input(), Path.of(file.path()));
    try {
      Workbook book = new Workbook(file, archive);
      book.readRelations();
      book.readBook();
      return book;
    } catch (RuntimeException e) {
      archive.close();
      throw e;
    }
  }

  Calendar calendar() {
    return calendar;
  }

  /**
   * The name of the sheet that is asked for, or else of the first that is not hidden.
   *
   * @throws id.dampak.error.DampakException where there is none
   */
  String sheet(Optional<String> asked) {
    String name = asked.orElseGet(() -> sheets.keySet().stream().findFirst().orElse(""));
    if (!sheets.containsKey(name)) {
      throw ContainerErrors.missingSheet(file.input(), file.place(), name, sheets.keySet());
    }
    return name;
  }

  /** The elements of a sheet; close them. */
  Elements elements(String sheet) {
    return part(parts.getOrDefault(String.valueOf(sheets.get(sheet)), FOLDER + "no such sheet"));
  }

  SharedTexts sharedTexts() {
    String name = partsByKind.getOrDefault("sharedStrings", "");
    if (!archive.has(name)) {
      return SharedTexts.none();
    }
    try (Elements elements = part(name)) {
      return SharedTexts.of(elements);
    }
  }

  CellStyles styles() {
    String name = partsByKind.getOrDefault("styles", "");
    if (!archive.has(name)) {
      return CellStyles.none();
    }
    try (Elements elements = part(name)) {
      return CellStyles.of(elements);
    }
  }

  private void readRelations() {
    try (Elements elements = part(RELATIONS)) {
      while (elements.nextStart()) {
        if (elements.isStart("Relationship")
            && elements.attribute("TargetMode").filter("External"::equals).isEmpty()) {
          String target = elements.attribute("Target").orElse("");
          String name = target.startsWith("/") ? target.substring(1) : FOLDER + target;
          String kind = elements.attribute("Type").orElse("");
          parts.put(elements.attribute("Id").orElse(""), name);
          partsByKind.putIfAbsent(kind.substring(kind.lastIndexOf('/') + 1), name);
          requireFew(elements, parts.size());
        }
      }
    }
  }

  private void readBook() {
    Map<String, String> hidden = new LinkedHashMap<>();
    try (Elements elements = part(BOOK)) {
      while (elements.nextStart()) {
        if (elements.isStart("workbookPr")) {
          boolean from1904 = elements.attribute("date1904").filter(Workbook::isTrue).isPresent();
          calendar = from1904 ? Calendar.FROM_1904 : Calendar.FROM_1900;
        } else if (elements.isStart("sheet")) {
          boolean seen = elements.attribute("state").filter(s -> !s.equals("visible")).isEmpty();
          (seen ? sheets : hidden)
              .put(elements.attribute("name").orElse(""), elements.attribute("id").orElse(""));
          requireFew(elements, sheets.size() + hidden.size());
        }
      }
    }
    hidden.forEach(sheets::putIfAbsent);
  }

  static boolean isTrue(String text) {
    return text.equals("1") || text.equals("true");
  }

  private static void requireFew(Elements elements, int found) {
    if (found > MOST_RELATIONS) {
      throw elements.refused("lists more than %,d parts".formatted(MOST_RELATIONS));
    }
  }

  private Elements part(String name) {
    if (!archive.has(name)) {
      throw ContainerErrors.badWorkbook(file.input(), file.place(), name, "is missing");
    }
    InputStream content = archive.content(name);
    return new Elements(file, name, content);
  }

  @Override
  public void close() {
    archive.close();
  }
}
