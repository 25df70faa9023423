package id.dampak.report;

import java.util.function.DoubleFunction;

/** What a number is measured in, and so how people want to read it. */
public sealed interface Scale permits Scale.Money, Scale.Percent, Scale.Plain {

  /**
   * A notation in which numbers up to {@code largest} share one unit and one number of decimals.
   *
   * @param largest greatest absolute value to be written
   * @param spread how precisely the numbers are known, for example a standard error; 0 if unknown
   */
  Notation notation(double largest, double spread);

  /**
   * How a set of related numbers is written.
   *
   * @param unit what stands on a chart's axis, for example {@code Rp billion}; may be empty
   * @param bare the number without its unit, for ticks and cells under a heading with the unit
   * @param full the number with its unit, for sentences
   */
  record Notation(String unit, DoubleFunction<String> bare, DoubleFunction<String> full) {}

  /** An amount in minor units of a currency, written with three significant digits. */
  record Money(Currency currency) implements Scale {
    @Override
    public Notation notation(double largest, double spread) {
      return MoneyNotation.of(currency, largest);
    }
  }

  /** A fraction, written as a percentage: 0.123 reads 12.3%. */
  record Percent() implements Scale {
    @Override
    public Notation notation(double largest, double spread) {
      int decimals = Math.max(1, Math.min(3, DecimalText.decimalsFor(2, 100 * largest)));
      DoubleFunction<String> bare = value -> DecimalText.exactly(decimals, 100 * value);
      return new Notation("%", bare, value -> bare.apply(value) + "%");
    }
  }

  /**
   * A coefficient or any other number, with as many decimals as give its standard error three
   * significant digits.
   *
   * @param unit what it counts, for example {@code log points}; may be empty
   */
  record Plain(String unit) implements Scale {
    @Override
    public Notation notation(double largest, double spread) {
      int decimals = DecimalText.decimalsFor(3, spread > 0 ? spread : largest);
      DoubleFunction<String> bare = value -> DecimalText.exactly(decimals, value);
      String suffix = unit.isEmpty() ? "" : " " + unit;
      return new Notation(unit, bare, value -> bare.apply(value) + suffix);
    }
  }
}
