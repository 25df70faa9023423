package id.dampak.linalg;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The coefficients of fixed effects themselves, where an {@link Absorber} only takes them out: the
 * normal equations {@code Z'WZ γ = r} of the dummies Z of all effects.
 *
 * <p>Z'WZ is singular with more than one effect. Any solution serves: a combination of coefficients
 * that the data identify does not depend on which one it is. Coefficients are in one array, effect
 * after effect in the order given, level after level.
 */
public final class DummyEquations {
  private final List<Factor> effects;
  private final double[] weights;
  private final int[] offsets;
  private final int[] bySize;
  private final Absorber absorber;

  private DummyEquations(List<Factor> effects, double[] weights) {
    this.effects = effects;
    this.weights = weights;
    this.offsets = new int[effects.size() + 1];
    for (int q = 0; q < effects.size(); q++) {
      offsets[q + 1] = offsets[q] + effects.get(q).levels();
    }
    this.bySize =
        IntStream.range(0, effects.size())
            .boxed()
            .sorted(Comparator.comparingInt((Integer q) -> effects.get(q).levels()).reversed())
            .mapToInt(q -> q)
            .toArray();
    this.absorber = Absorber.of(effects, weights);
  }

  /**
   * The equations of one or more effects in which every level occurs.
   *
   * @param weights positive, one for each observation; not copied
   */
  public static DummyEquations of(List<Factor> effects, double[] weights) {
    if (effects.isEmpty()) {
      throw new IllegalArgumentException("no effects");
    }
    return new DummyEquations(List.copyOf(effects), weights);
  }

  /** Takes the same effects out of columns. */
  public Absorber absorber() {
    return absorber;
  }

  /** Number of coefficients. */
  public int coefficients() {
    return offsets[effects.size()];
  }

  /** Where the coefficients of an effect start. */
  public int offset(int effect) {
    return offsets[effect];
  }

  /** {@code Z'W v}. */
  public double[] sums(double[] v) {
    double[] sums = new double[coefficients()];
    for (int q = 0; q < effects.size(); q++) {
      int[] codes = effects.get(q).codes();
      for (int i = 0; i < v.length; i++) {
        sums[offsets[q] + codes[i]] += weights[i] * v[i];
      }
    }
    return sums;
  }

  /** {@code Z γ}. */
  public double[] fitted(double[] coefficients) {
    double[] fitted = new double[weights.length];
    for (int q = 0; q < effects.size(); q++) {
      int[] codes = effects.get(q).codes();
      for (int i = 0; i < fitted.length; i++) {
        fitted[i] += coefficients[offsets[q] + codes[i]];
      }
    }
    return fitted;
  }

  /** A γ with {@code Z'WZ γ = r} for an r in the span of the rows of Z, refined once. */
  public double[] solve(double[] right) {
    double[] solution = once(right);
    if (absorber instanceof TwoWay) {
      double[] reached = sums(fitted(solution));
      double[] left = new double[right.length];
      for (int l = 0; l < left.length; l++) {
        left[l] = right[l] - reached[l];
      }
      double[] change = once(left);
      for (int l = 0; l < solution.length; l++) {
        solution[l] += change[l];
      }
    }
    return solution;
  }

  private double[] once(double[] right) {
    if (absorber instanceof OneWay one) {
      return divided(right, one);
    }
    double[] sums = reordered(right, true);
    double[] solution =
        absorber instanceof TwoWay two
            ? two.coefficients(sums)
            : ((ConjugateGradients) absorber).coefficients(sums);
    return reordered(solution, false);
  }

  private static double[] divided(double[] right, OneWay one) {
    double[] solution = new double[right.length];
    for (int level = 0; level < right.length; level++) {
      solution[level] = right[level] / one.total(level);
    }
    return solution;
  }

  /** From the order given to that by size, which absorbers use, or back. */
  private double[] reordered(double[] values, boolean toSize) {
    double[] reordered = new double[values.length];
    int next = 0;
    for (int q : bySize) {
      int levels = effects.get(q).levels();
      int from = toSize ? offsets[q] : next;
      System.arraycopy(values, from, reordered, toSize ? next : offsets[q], levels);
      next += levels;
    }
    return reordered;
  }
}
