package id.dampak.linalg;

import java.util.Arrays;

/**
 * The level of a categorical variable for each observation, as codes from 0.
 *
 * <p>Holds an array beside {@link Matrix} because codes are integers, one per observation, and
 * there may be tens of millions of them.
 */
public final class Factor {
  private final int[] codes;
  private final int levels;

  private Factor(int[] codes, int levels) {
    this.codes = codes;
    this.levels = levels;
  }

  /** A factor from codes in {@code [0, levels)}; levels that do not occur are allowed. */
  public static Factor of(int[] codes, int levels) {
    return new Factor(codes.clone(), levels);
  }

  /** One level for every observation. */
  public static Factor constant(int observations) {
    return new Factor(new int[observations], 1);
  }

  /** The levels of the observations {@code rows}, renumbered so that each level occurs. */
  public static Factor compact(int[] codes, int levels, int[] rows) {
    int[] renumbered = new int[levels];
    Arrays.fill(renumbered, -1);
    int[] picked = new int[rows.length];
    int next = 0;
    for (int i = 0; i < rows.length; i++) {
      int code = codes[rows[i]];
      if (renumbered[code] < 0) {
        renumbered[code] = next++;
      }
      picked[i] = renumbered[code];
    }
    return new Factor(picked, next);
  }

  /** Number of observations. */
  public int observations() {
    return codes.length;
  }

  /** Number of levels. */
  public int levels() {
    return levels;
  }

  /** Level of the observation {@code i}. */
  public int code(int i) {
    return codes[i];
  }

  /** The cells of this factor and {@code other} that occur, numbered by first appearance. */
  public Factor crossedWith(Factor other) {
    LongCodes cells = new LongCodes(Math.max(16, Math.max(levels, other.levels)));
    int[] crossed = new int[codes.length];
    for (int i = 0; i < codes.length; i++) {
      crossed[i] = cells.codeOf((long) codes[i] * other.levels + other.codes[i]);
    }
    return new Factor(crossed, cells.size());
  }

  /** Whether each level of this factor lies within one level of {@code outer}. */
  public boolean isNestedIn(Factor outer) {
    int[] container = new int[levels];
    Arrays.fill(container, -1);
    for (int i = 0; i < codes.length; i++) {
      int known = container[codes[i]];
      if (known < 0) {
        container[codes[i]] = outer.codes[i];
      } else if (known != outer.codes[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether the observations join all levels of this factor and {@code other} in one graph. */
  public boolean isConnectedTo(Factor other) {
    return Components.of(this, other).count() == 1;
  }

  /** A copy of the codes. */
  public int[] toCodes() {
    return codes.clone();
  }

  /** The codes themselves, for the loops of this package. */
  int[] codes() {
    return codes;
  }
}
