package id.dampak.format;

import java.util.Optional;

/**
 * Where the table of a file starts.
 *
 * @param linesAbove lines that may stand above the header; it is the first that names a required
 *     column
 * @param numbered column whose cells all hold a digit, where a row under the header may describe
 *     the columns instead: such a row has none there, and is no data
 * @param within sheet of a workbook, or list of a JSON document, that holds the rows; without one,
 *     the first sheet or the whole document
 */
public record Layout(int linesAbove, Optional<String> numbered, Optional<String> within) {
  /** The header is the first line, the rest are rows. */
  public static final Layout PLAIN = new Layout(0, Optional.empty(), Optional.empty());

  /** A header that has up to {@code lines} lines above it. */
  public static Layout below(int lines) {
    return new Layout(lines, Optional.empty(), Optional.empty());
  }

  /** A header that a row of descriptions may follow, which has no digit in {@code numbered}. */
  public static Layout described(String numbered) {
    return new Layout(0, Optional.of(numbered), Optional.empty());
  }

  /** The same in a sheet, or in a list of a JSON document, of that name. */
  public Layout within(String name) {
    return new Layout(linesAbove, numbered, Optional.of(name));
  }
}
