package id.dampak.format;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a source writes numbers. */
public enum NumberStyle {
  /** Digits with a decimal point and nothing between them: 1500.50. */
  PLAIN("^[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?$", "", ""),
  /** Points between thousands, a comma before decimals: 1.500,50. */
  INDONESIAN("^-?(\\d{1,3}(\\.\\d{3})+|\\d+)(,\\d+)?$", ".", ","),
  /** Commas between thousands, a point before decimals: 1,500.50. */
  ENGLISH("^-?(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d+)?$", ",", ".");

  /** Signs of a currency before a number, as exports have them. */
  public static final String CURRENCY = "^(?i)(-?)(?:Rp\\.?|IDR|\\$|PHP|MYR)\\s*";

  /** Groups of three digits, which one style reads as thousands and another as decimals. */
  public static final String GROUPED =
      "^(?i)[+-]?(?:(?:Rp\\.?|IDR|\\$|PHP|MYR)\\s*)?[1-9]\\d{0,2}([.,]\\d{3})+([.,]\\d+)?$";

  private static final Pattern ANY_CURRENCY = Pattern.compile(CURRENCY);

  private final String shape;
  private final String group;
  private final String point;
  private final Pattern pattern;

  NumberStyle(String shape, String group, String point) {
    this.shape = shape;
    this.group = group;
    this.point = point;
    this.pattern = Pattern.compile(shape);
  }

  /** A regular expression that numbers of this style match. */
  public String shape() {
    return shape;
  }

  /** What stands between thousands; empty where nothing does. */
  public String group() {
    return group;
  }

  /** What stands before decimals where it is not a point; empty where it is. */
  public String point() {
    return point;
  }

  /** The number that a text means; empty where it is none of this style. */
  public Optional<BigDecimal> read(String text) {
    String bare = ANY_CURRENCY.matcher(text.strip()).replaceFirst("$1");
    if (!pattern.matcher(bare).matches()) {
      return Optional.empty();
    }
    String grouped = group.isEmpty() ? bare : bare.replace(group, "");
    return Optional.of(new BigDecimal(point.isEmpty() ? grouped : grouped.replace(point, ".")));
  }
}
