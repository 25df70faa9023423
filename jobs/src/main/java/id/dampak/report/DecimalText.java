package id.dampak.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers in English notation: thousands separated by commas, a true minus sign, no "−0". */
final class DecimalText {
  private static final char MINUS = '\u2212';

  private DecimalText() {}

  /** With exactly this many decimals. */
  static String exactly(int decimals, double value) {
    return format(decimals, decimals, value);
  }

  /** With up to this many decimals, without trailing zeros. */
  static String atMost(int decimals, double value) {
    return format(0, decimals, value);
  }

  /** A whole number. */
  static String whole(long value) {
    return String.format(Locale.ROOT, "%,d", value).replace('-', MINUS);
  }

  /** Decimals that show a positive number with this many significant digits, from 0 to 8. */
  static int decimalsFor(int significant, double magnitude) {
    if (!(magnitude > 0) || Double.isInfinite(magnitude)) {
      return 0;
    }
    int leading = (int) Math.floor(Math.log10(magnitude));
    // 0.9996 shown with three digits reads 1.00: the rounded number decides how many it has.
    BigDecimal rounded =
        BigDecimal.valueOf(magnitude)
            .setScale(Math.max(0, significant - 1 - leading), RoundingMode.HALF_EVEN);
    int digitsBeforePoint = rounded.precision() - rounded.scale();
    return Math.max(0, Math.min(8, significant - digitsBeforePoint));
  }

  private static String format(int leastDecimals, int mostDecimals, double value) {
    if (Double.isNaN(value)) {
      return "not defined";
    }
    DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.US));
    format.setMinimumFractionDigits(leastDecimals);
    format.setMaximumFractionDigits(mostDecimals);
    format.setRoundingMode(RoundingMode.HALF_EVEN);
    String digits = format.format(Math.abs(value));
    boolean isZero = digits.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
    boolean infinite = Double.isInfinite(value);
    return value < 0 && (infinite || !isZero) ? MINUS + digits : digits;
  }
}
