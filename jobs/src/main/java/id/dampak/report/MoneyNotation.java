package id.dampak.report;

import id.dampak.report.Scale.Notation;
import java.util.function.DoubleFunction;

/** How amounts are written: {@code Rp1.23 billion}, {@code −US$456,000}, {@code Rp12,300}. */
enum MoneyNotation {
  ONE(1, ""),
  MILLION(1e6, " million"),
  BILLION(1e9, " billion"),
  TRILLION(1e12, " trillion");

  private static final int SIGNIFICANT_DIGITS = 3;

  private final double factor;
  private final String word;

  MoneyNotation(double factor, String word) {
    this.factor = factor;
    this.word = word;
  }

  /** One unit and one number of decimals for all amounts up to {@code largestMinor}. */
  static Notation of(Currency currency, double largestMinor) {
    double largest = Math.abs(currency.toMajor(largestMinor));
    MoneyNotation unit = unitFor(largest);
    int decimals =
        Math.min(
            unit == ONE ? currency.minorDigits() : SIGNIFICANT_DIGITS - 1,
            DecimalText.decimalsFor(SIGNIFICANT_DIGITS, largest / unit.factor));
    DoubleFunction<String> bare =
        minor -> DecimalText.exactly(decimals, currency.toMajor(minor) / unit.factor);
    String axis = (currency.prefix().strip() + unit.word).strip();
    return new Notation(axis, bare, minor -> prefixed(currency, bare.apply(minor)) + unit.word);
  }

  private static MoneyNotation unitFor(double largest) {
    MoneyNotation fitting = ONE;
    for (MoneyNotation unit : values()) {
      // 999,999 would round to "1,000 thousand": the rounded amount chooses the unit.
      if (largest * 1.0005 >= unit.factor) {
        fitting = unit;
      }
    }
    return fitting;
  }

  private static String prefixed(Currency currency, String number) {
    boolean negative = number.startsWith("\u2212");
    return negative
        ? "\u2212" + currency.prefix() + number.substring(1)
        : currency.prefix() + number;
  }
}
