package id.dampak.bronze;

import id.dampak.bronze.CellNumber.Calendar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The rows of one sheet of a workbook, in order. */
final class SheetRows implements AutoCloseable {
  private static final int MOST_COLUMNS = 1 << 14;
  private static final int LONGEST_ROW = 1 << 22;

  /** Characters that XML cannot hold, or would take for something else, stand like this. */
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private final Elements elements;
  private final SharedTexts texts;
  private final CellStyles styles;
  private final Calendar calendar;
  private int row;

  /** The rows of a sheet, whose elements this closes. */
  SheetRows(Elements elements, SharedTexts texts, CellStyles styles, Calendar calendar) {
    this.elements = elements;
    this.texts = texts;
    this.styles = styles;
    this.calendar = calendar;
  }

  /** The cells of the next row that is not empty, up to the last that is not. */
  Optional<List<String>> next() {
    while (elements.nextTag() && !elements.isEnd("sheetData")) {
      if (elements.isStart("row")) {
        int number = elements.attribute("r").map(this::rowNumber).orElse(row + 1);
        if (number <= row) {
          throw elements.refused("has row %,d behind row %,d".formatted(number, row));
        }
        row = number;
        List<String> cells = cells();
        if (!cells.isEmpty()) {
          return Optional.of(cells);
        }
      }
    }
    return Optional.empty();
  }

  private int rowNumber(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw elements.refused("has a row of the number \"" + shortened(text) + "\"");
    }
  }

  private List<String> cells() {
    List<String> cells = new ArrayList<>();
    int column = -1;
    int length = 0;
    while (elements.nextTag() && !elements.isEnd("row")) {
      if (elements.isStart("c")) {
        int previous = column;
        column = elements.attribute("r").map(this::column).orElse(previous + 1);
        if (column <= previous || column >= MOST_COLUMNS) {
          throw elements.refused("has a cell out of order in row %,d".formatted(row));
        }
        String text = cell();
        length += text.length();
        if (length > LONGEST_ROW) {
          throw elements.refused(
              "has more than %,d characters in row %,d".formatted(LONGEST_ROW, row));
        }
        if (!text.isEmpty()) {
          cells.addAll(Collections.nCopies(column - cells.size(), ""));
          cells.add(text);
        }
      }
    }
    return cells;
  }

  /** The letters of a cell's reference as a number, A = 0. */
  private int column(String reference) {
    int column = 0;
    for (int i = 0; i < reference.length() && reference.charAt(i) >= 'A'; i++) {
      column = 26 * column + reference.charAt(i) - 'A' + 1;
      if (column > MOST_COLUMNS || reference.charAt(i) > 'Z') {
        throw elements.refused("has a cell called \"" + shortened(reference) + "\"");
      }
    }
    return column - 1;
  }

  private String cell() {
    String type = elements.attribute("t").orElse("n");
    String style = elements.attribute("s").orElse("0");
    String value = "";
    while (elements.nextTag() && !elements.isEnd("c")) {
      if (elements.isStart("v")) {
        value = elements.text();
      } else if (elements.isStart("is")) {
        value = elements.runs();
      }
    }
    if (value.isEmpty()) {
      return value;
    }
    return switch (type) {
      case "s" -> unescaped(shared(value));
      case "inlineStr", "str" -> unescaped(value);
      case "b" -> Workbook.isTrue(value) ? "TRUE" : "FALSE";
      case "n" -> number(value, style);
      default -> value; // an ISO date, or an error such as #N/A
    };
  }

  private String shared(String value) {
    if (value.matches("\\d{1,9}") && Integer.parseInt(value) < texts.size()) {
      return texts.get(Integer.parseInt(value));
    }
    throw elements.refused(
        "refers to a text that the workbook does not have, in row %,d".formatted(row));
  }

  /** What is no number, or no day of the calendar, stays as it is: whoever needs it will say so. */
  private String number(String value, String style) {
    int index = style.matches("\\d{1,6}") ? Integer.parseInt(style) : 0;
    return CellNumber.text(value, styles.meaning(index), calendar).orElse(value);
  }

  private static String unescaped(String text) {
    return text.contains("_x") ? ESCAPED.matcher(text).replaceAll(SheetRows::character) : text;
  }

  private static String character(MatchResult escaped) {
    String character = String.valueOf((char) Integer.parseInt(escaped.group(1), 16));
    return java.util.regex.Matcher.quoteReplacement(character);
  }

  private static String shortened(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }

  @Override
  public void close() {
    elements.close();
  }
}
