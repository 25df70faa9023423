package id.dampak.cli;

import java.util.regex.Pattern;

/** Texts of sources, made harmless for a spreadsheet; for a terminal see {@link Printable}. */
final class SafeText {
  /**
   * With these a spreadsheet takes a cell for a formula; the wide forms are taken for the others.
   */
  private static final String STARTS_OF_FORMULAS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  /** What starts like a formula and is a number all the same, as minus five. */
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d{1,30}([.,]\\d{1,30})*([eE][+-]?\\d{1,4})?");

  private static final String APOSTROPHE = "'";

  private SafeText() {}

  /**
   * A cell of a CSV file: one that a spreadsheet would run as a formula gets an apostrophe before
   * it, with which it is shown as the text that it is.
   */
  static String inSpreadsheet(String text) {
    String shown = text.stripLeading();
    boolean formula = startsFormula(text) || startsFormula(shown);
    return formula && !NUMBER.matcher(text).matches() ? APOSTROPHE + text : text;
  }

  private static boolean startsFormula(String text) {
    return !text.isEmpty() && STARTS_OF_FORMULAS.indexOf(text.charAt(0)) >= 0;
  }
}
