package id.dampak.quality;

import java.util.Locale;

/** Numbers as findings write them. */
final class Texts {
  private static final double PERCENT = 100;

  private Texts() {}

  /** {@code 1,234 rows}, or {@code 1 row}. */
  static String rows(long rows) {
    return rows == 1 ? "1 row" : whole(rows) + " rows";
  }

  static String whole(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 12.9 %}; small shares keep a second digit. */
  static String percent(double share) {
    double percent = PERCENT * share;
    return String.format(Locale.ROOT, Math.abs(percent) < 1 ? "%.2f %%" : "%.1f %%", percent);
  }

  /** {@code +1.9 %} or {@code -7.5 %}. */
  static String change(double ratio) {
    return String.format(Locale.ROOT, "%+.1f %%", PERCENT * (ratio - 1));
  }
}
