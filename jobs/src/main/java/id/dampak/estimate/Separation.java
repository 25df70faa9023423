package id.dampak.estimate;

import id.dampak.linalg.Absorber;
import id.dampak.linalg.Cholesky;
import id.dampak.linalg.Factor;
import id.dampak.linalg.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the zeros of an outcome that no finite coefficients can fit: there is a combination z of
 * regressors and fixed effects that is 0 wherever the outcome is positive, nowhere negative where
 * it is zero, and positive somewhere; those observations say nothing about the other coefficients.
 *
 * <p>The iterative rectifier of Correia, Guimarães and Zylkin (2019, arXiv:1903.01633): regress u,
 * at first 1 at the zeros and 0 elsewhere, on regressors and effects, and set u to the positive
 * part of the fit at the zeros. Its limit is such a z. As no step lowers the inner product of u
 * with any such z, max u ≥ 1 as long as there is one: the search ends without result as soon as max
 * u falls below 1. Positive outcomes weigh more, which changes the pace and not the limit.
 */
final class Separation {
  private static final double WEIGHT_OF_POSITIVE = 1e4;
  private static final int MAX_STEPS = 1000;

  /** The limit is reached when no u moves by more. */
  private static final double STILL = 1e-8;

  /** The largest of the limit is at least 1; below this it counts as 0 and is left for a rerun. */
  private static final double POSITIVE = 1e-4;

  /** Squared part of a regressor below which positive outcomes do not tell it from the effects. */
  private static final double LEFT = 1e-9;

  private final Frame frame;
  private final Design design;
  private final int[] terms;
  private final boolean[] zero;

  /** Looks among {@code terms}, which are not collinear. */
  Separation(Frame frame, Design design, int[] terms, double[] outcome) {
    this.frame = frame;
    this.design = design;
    this.terms = terms;
    this.zero = new boolean[outcome.length];
    for (int i = 0; i < zero.length; i++) {
      zero[i] = outcome[i] == 0;
    }
  }

  /** Places of observations that are separated; another search may find more without them. */
  int[] find() {
    if (IntStream.range(0, zero.length).noneMatch(i -> zero[i]) || isExcluded()) {
      return new int[0];
    }
    double[] weights = weights(1, WEIGHT_OF_POSITIVE);
    Absorber absorber = frame.absorber().reweighted(weights);
    Within within = design.within(absorber, weights);
    double[] u = weights(1, 0);
    for (int step = 0; step < MAX_STEPS; step++) {
      double[] fitted = fitted(u, weights, absorber, within);
      double moved = 0;
      double largest = 0;
      for (int i = 0; i < u.length; i++) {
        double rectified = zero[i] ? Math.max(fitted[i], 0) : 0;
        moved = Math.max(moved, Math.abs(fitted[i] - u[i]));
        largest = Math.max(largest, rectified);
        u[i] = rectified;
      }
      if (largest < 1 - POSITIVE) {
        return new int[0];
      }
      if (moved < STILL) {
        return IntStream.range(0, u.length).filter(i -> u[i] > POSITIVE).toArray();
      }
    }
    // Too slow to tell: if these are separated, the iterations of the likelihood will not end.
    return new int[0];
  }

  private double[] fitted(double[] u, double[] weights, Absorber absorber, Within within) {
    double[] left = u.clone();
    Residual.again(left, weights, absorber);
    double[] residuals = Solution.of(within, terms, left).residuals();
    double[] fitted = new double[u.length];
    Arrays.setAll(fitted, i -> u[i] - residuals[i]);
    return fitted;
  }

  /**
   * Whether positive outcomes alone pin down every coefficient and, of up to two effects, every
   * level, so that z can only be 0. Levels without a positive outcome are gone already.
   */
  private boolean isExcluded() {
    List<Factor> effects = frame.effects();
    int[] positive = IntStream.range(0, zero.length).filter(i -> !zero[i]).toArray();
    if (effects.size() > 2
        || (effects.size() == 2
            && !compact(effects.get(0), positive)
                .isConnectedTo(compact(effects.get(1), positive)))) {
      return false;
    }
    double[] all = weights(1, 1);
    Matrix before = design.within(frame.absorber().reweighted(all), all).gram();
    double[] some = weights(0, 1);
    Matrix after = design.within(frame.absorber().reweighted(some), some).gram();
    return Cholesky.of(after.block(terms)).kept().length == terms.length
        && Arrays.stream(terms).allMatch(j -> after.at(j, j) > LEFT * before.at(j, j));
  }

  private static Factor compact(Factor effect, int[] positive) {
    return Factor.compact(effect.toCodes(), effect.levels(), positive);
  }

  private double[] weights(double ofZero, double ofPositive) {
    double[] weights = new double[zero.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = zero[i] ? ofZero : ofPositive;
    }
    return weights;
  }
}
