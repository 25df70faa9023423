package id.dampak.panel;

/**
 * Parses decimal numbers from characters, correctly rounded: short ones by one exact division or
 * multiplication (Clinger 1990), the others by the JDK.
 */
final class NumberField {
  private static final long MAX_EXACT = 1L << 53;
  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private double value;

  /** The number that was parsed last. */
  double value() {
    return value;
  }

  /** Whether the characters are a number, spaces around it allowed; infinities are numbers too. */
  boolean parse(char[] c, int offset, int length) {
    int from = offset;
    int to = offset + length;
    while (from < to && c[from] == ' ') {
      from++;
    }
    while (to > from && c[to - 1] == ' ') {
      to--;
    }
    boolean signed = from < to && (c[from] == '-' || c[from] == '+');
    boolean negative = signed && c[from] == '-';
    int start = signed ? from + 1 : from;
    long mantissa = 0;
    int digits = 0;
    int fraction = 0;
    boolean point = false;
    boolean exact = true;
    int i = start;
    for (; i < to; i++) {
      if (c[i] >= '0' && c[i] <= '9') {
        digits++;
        fraction += point ? 1 : 0;
        exact &= mantissa < MAX_EXACT / 10;
        mantissa = mantissa * 10 + (c[i] - '0');
      } else if (c[i] == '.' && !point) {
        point = true;
      } else {
        break;
      }
    }
    if (digits == 0) {
      return infinity(c, start, to, negative);
    }
    if (i == to && exact && fraction < POWERS_OF_TEN.length) {
      value = mantissa / POWERS_OF_TEN[fraction];
      value = negative ? -value : value;
      return true;
    }
    if (i < to && !isExponent(c, i, to)) {
      return false;
    }
    value = Double.parseDouble(new String(c, from, to - from));
    return true;
  }

  private boolean infinity(char[] c, int start, int to, boolean negative) {
    String text = new String(c, start, to - start);
    if (!text.equals("Inf") && !text.equals("Infinity")) {
      return false;
    }
    value = negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    return true;
  }

  private static boolean isExponent(char[] c, int at, int to) {
    if (c[at] != 'e' && c[at] != 'E') {
      return false;
    }
    int i = at + 1;
    if (i < to && (c[i] == '-' || c[i] == '+')) {
      i++;
    }
    boolean any = i < to;
    for (; i < to; i++) {
      any &= c[i] >= '0' && c[i] <= '9';
    }
    return any;
  }
}
