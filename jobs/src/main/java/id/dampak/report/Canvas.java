package id.dampak.report;

/**
 * The widths in which every chart is drawn. A drawing scaled down to a phone has unreadable
 * letters, so the page carries one drawing for wide screens and print and one for narrow screens,
 * and shows the one that fits.
 */
enum Canvas {
  WIDE("wide", 880, 13),
  NARROW("narrow", 350, 12);

  private final String id;
  private final int width;
  private final int fontSize;

  Canvas(String id, int width, int fontSize) {
    this.id = id;
    this.width = width;
    this.fontSize = fontSize;
  }

  /** CSS class of the drawing. */
  String id() {
    return id;
  }

  /** Width in CSS pixels. */
  int width() {
    return width;
  }

  /** Size of all letters in CSS pixels. */
  int fontSize() {
    return fontSize;
  }
}
