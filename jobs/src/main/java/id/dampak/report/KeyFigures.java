package id.dampak.report;

import java.util.List;

/** The handful of numbers that a reader remembers. */
public record KeyFigures(List<KeyFigure> figures) implements Section {

  /**
   * One number.
   *
   * @param label what it is
   * @param text the number as people read it
   * @param note its interval, or what it rests on; may be empty
   */
  public record KeyFigure(String label, String text, String note) {

    /** An estimate, with its interval as the note. */
    public static KeyFigure measured(String label, Measurement value) {
      String note =
          value
              .interval()
              .map(ends -> ends.levelText() + " interval " + value.intervalText())
              .orElse("no interval");
      return new KeyFigure(label, value.estimateText(), note);
    }

    /** A count. */
    public static KeyFigure counted(String label, long count, String note) {
      return new KeyFigure(label, DecimalText.whole(count), note);
    }
  }

  public KeyFigures {
    figures = List.copyOf(figures);
  }

  @Override
  public String anchor() {
    return "key-figures";
  }

  @Override
  public String heading() {
    return "Key figures";
  }

  @Override
  public boolean isEmpty() {
    return figures.isEmpty();
  }
}
