package id.dampak.report;

import java.io.Serial;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.function.DoubleFunction;

/** Lets a chart's ticks read like the numbers of the page. */
final class TickFormat extends NumberFormat {
  @Serial private static final long serialVersionUID = 1L;

  private final transient DoubleFunction<String> text;

  TickFormat(DoubleFunction<String> text) {
    this.text = text;
  }

  @Override
  public StringBuffer format(double number, StringBuffer buffer, FieldPosition position) {
    return buffer.append(text.apply(number));
  }

  @Override
  public StringBuffer format(long number, StringBuffer buffer, FieldPosition position) {
    return buffer.append(text.apply((double) number));
  }

  @Override
  public Number parse(String source, ParsePosition position) {
    throw new UnsupportedOperationException("ticks are written, never read");
  }
}
