package id.dampak.bronze;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the numbers of a workbook's cells mean: a date is a number like any other, and only its
 * format tells.
 *
 * @param meanings by index of the style
 */
record CellStyles(List<Meaning> meanings) {
  private static final int MOST_STYLES = 1 << 16;

  /**
   * Text that stands for itself, escaped and padding characters, conditions, colours, languages.
   */
  private static final String LITERAL = "\"[^\"]*\"?|\\\\.|[_*].|\\[(?![hms]+\\])[^\\]]*\\]";

  /** What a number is. */
  enum Meaning {
    NUMBER,
    DATE,
    DATE_AND_TIME,
    TIME
  }

  CellStyles {
    meanings = List.copyOf(meanings);
  }

  /** The styles of a workbook without any. */
  static CellStyles none() {
    return new CellStyles(List.of());
  }

  /** The styles that a part lists. */
  static CellStyles of(Elements elements) {
    Map<Integer, String> formats = new HashMap<>();
    List<Meaning> meanings = new ArrayList<>();
    boolean ofCells = false;
    while (elements.nextTag()) {
      if (elements.isStart("numFmt")) {
        formats.put(
            number(elements, "numFmtId"), elements.attribute("formatCode").orElse("General"));
      } else if (elements.name().equals("cellXfs")) {
        ofCells = elements.isStart();
      } else if (ofCells && elements.isStart("xf")) {
        int id = number(elements, "numFmtId");
        meanings.add(formats.containsKey(id) ? meaning(formats.get(id)) : builtIn(id));
      }
      if (formats.size() > MOST_STYLES || meanings.size() > MOST_STYLES) {
        throw elements.refused("has more than %,d styles".formatted(MOST_STYLES));
      }
    }
    return new CellStyles(meanings);
  }

  /** What the numbers of a style mean. */
  Meaning meaning(int style) {
    return style >= 0 && style < meanings.size() ? meanings.get(style) : Meaning.NUMBER;
  }

  private static int number(Elements elements, String attribute) {
    try {
      return Integer.parseInt(elements.attribute(attribute).orElse("0"));
    } catch (NumberFormatException e) {
      throw elements.refused("has a " + attribute + " that is no number");
    }
  }

  /** ECMA-376 part 1, 18.8.30: formats without a code, those of East Asia among them. */
  private static Meaning builtIn(int id) {
    if (between(id, 14, 17) || between(id, 27, 31) || id == 36 || between(id, 50, 58)) {
      return Meaning.DATE;
    }
    if (id == 22) {
      return Meaning.DATE_AND_TIME;
    }
    return between(id, 18, 21) || between(id, 32, 35) || between(id, 45, 47)
        ? Meaning.TIME
        : Meaning.NUMBER;
  }

  private static boolean between(int id, int first, int last) {
    return id >= first && id <= last;
  }

  static Meaning meaning(String code) {
    String fields = code.toLowerCase(java.util.Locale.ROOT).replaceAll(LITERAL, "");
    String positive = fields.contains(";") ? fields.substring(0, fields.indexOf(';')) : fields;
    if (positive.contains("general")) {
      return Meaning.NUMBER;
    }
    boolean clock = positive.matches("(?s).*[hs].*");
    boolean day = positive.matches(clock ? "(?s).*[yd].*" : "(?s).*[ydm].*");
    if (day) {
      return clock ? Meaning.DATE_AND_TIME : Meaning.DATE;
    }
    return clock ? Meaning.TIME : Meaning.NUMBER;
  }
}
