package id.dampak.linalg;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What two effects leave of columns: the second effect of each solved from {@code L γ = Z'WV̈}, and
 * the products of what is left by the Schur complement
 *
 * <pre>S = C − M'L⁺M</pre>
 *
 * <p>Columns are regressors, then dummies times a dose, then the outcome. Where the levels explain
 * nearly all of a column, the difference loses digits: such columns are {@link #flagged()}, and
 * {@link FlaggedProducts} measures them from the observations.
 */
public final class PartialledOut implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Part of its square below which a column is measured again: 2 of 16 digits are lost. */
  private static final double FEW_DIGITS = 1e-2;

  /** Squared part of its variation below which what is left of a column is rounding. */
  private static final double ABSORBED = 1e-16;

  /** Squared part of its size below which the variation of a column is rounding of a constant. */
  private static final double CONSTANT = 1e-26;

  private final int regressors;
  private final int events;
  private final long rank;
  private final double[][] effects;
  private final double[] products;
  private final double[] before;
  private final double[] variation;
  private final double[] size;

  private PartialledOut(WithinProducts sums) {
    this.regressors = sums.columns() - 1;
    this.events = sums.events();
    DummyProducts dummies = sums.dummies();
    SkylineCholesky cholesky = SkylineCholesky.of(dummies.levels());
    this.rank = sums.groups() + dummies.levels().size() - cholesky.components();
    double[][] sides = new double[width()][];
    Arrays.setAll(
        sides, j -> isEvent(j) ? dummies.mixed(j - regressors) : sums.levelSums(columnOf(j)));
    this.effects = new double[width()][];
    IntStream.range(0, width()).parallel().forEach(j -> effects[j] = cholesky.solve(sides[j]));
    this.products = new double[width() * width()];
    this.before = new double[width()];
    this.variation = new double[width()];
    this.size = new double[width()];
    for (int i = 0; i < width(); i++) {
      before[i] = product(sums, i, i);
      size[i] = isEvent(i) ? dummies.size(i - regressors) : sums.size(columnOf(i));
      variation[i] = isEvent(i) ? size[i] : sums.variation(columnOf(i));
      for (int j = 0; j <= i; j++) {
        double explained = SkylineCholesky.dot(sides[i], 0, effects[j], 0, sides[i].length);
        put(i, j, product(sums, i, j) - explained);
      }
    }
  }

  /**
   * Solves the sums of a first pass.
   *
   * @throws id.dampak.error.DampakException if weights are so uneven that levels cannot be told
   *     apart
   */
  public static PartialledOut of(WithinProducts sums) {
    return new PartialledOut(sums);
  }

  /** Columns: regressors, dummies, outcome. */
  public int width() {
    return regressors + events + 1;
  }

  /** Levels of the second effect. */
  public int levels() {
    return effects[0].length;
  }

  /** Place of the outcome among the columns. */
  public int outcome() {
    return width() - 1;
  }

  /** Rank of the dummies of both effects. */
  public long rank() {
    return rank;
  }

  /** Product of what is left of two columns. */
  public double product(int i, int j) {
    return products[i * width() + j];
  }

  /** Products of what is left of some columns. */
  public Matrix gram(int[] which) {
    return Matrix.wrap(width(), width(), products).block(which);
  }

  /** The columns whose products have lost digits. */
  public int[] flagged() {
    return IntStream.range(0, width())
        .filter(j -> !(product(j, j) > FEW_DIGITS * before[j]))
        .toArray();
  }

  /** Whether the effects explain all of a column but rounding. */
  public boolean absorbed(int j) {
    return product(j, j) <= ABSORBED * variation[j] || variation[j] <= CONSTANT * size[j];
  }

  /** Puts products in the place of those that were differences. */
  void put(int i, int j, double value) {
    products[i * width() + j] = value;
    products[j * width() + i] = value;
  }

  int regressors() {
    return regressors;
  }

  /** Whether a column is a dummy times a dose. */
  boolean isEvent(int j) {
    return j >= regressors && j < regressors + events;
  }

  /** The dummy that a column is of. */
  int eventOf(int j) {
    return j - regressors;
  }

  /** Place of a regressor or the outcome among the columns that are held. */
  int columnOf(int j) {
    return j < regressors ? j : regressors;
  }

  /** The second effect of a column by level; the array itself. */
  double[] effects(int j) {
    return effects[j];
  }

  private double product(WithinProducts sums, int i, int j) {
    if (isEvent(i) && isEvent(j)) {
      return sums.dummies().event(i - regressors, j - regressors);
    }
    if (isEvent(i) || isEvent(j)) {
      int event = isEvent(i) ? i : j;
      return sums.eventSum(event - regressors, columnOf(isEvent(i) ? j : i));
    }
    return sums.gram(columnOf(i), columnOf(j));
  }
}
