package id.dampak.estimate.staggered;

import id.dampak.error.DifferenceInDifferencesErrors;
import id.dampak.linalg.Cholesky;
import id.dampak.linalg.Gram;
import id.dampak.linalg.LeastSquares;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Changes of the outcome of treated and comparison units between two periods, with covariates: what
 * one difference in differences is estimated from.
 */
final class Comparison {
  private final String name;
  private final List<String> covariates;
  private final double[] change;
  private final boolean[] treated;
  private final double[][] x;
  private final int treatedUnits;

  /**
   * A comparison; the arrays are not copied.
   *
   * @param name what is estimated, for messages
   * @param x a column of ones, and one for each covariate
   */
  Comparison(
      String name, List<String> covariates, double[] change, boolean[] treated, double[][] x) {
    this.name = name;
    this.covariates = covariates;
    this.change = change;
    this.treated = treated;
    this.x = x;
    int count = 0;
    for (boolean t : treated) {
      count += t ? 1 : 0;
    }
    this.treatedUnits = count;
    if (count == 0 || count == treated.length) {
      throw DifferenceInDifferencesErrors.emptySide(name, count, treated.length - count);
    }
  }

  String name() {
    return name;
  }

  int units() {
    return change.length;
  }

  int treatedUnits() {
    return treatedUnits;
  }

  double change(int i) {
    return change[i];
  }

  boolean isTreated(int i) {
    return treated[i];
  }

  /** The columns, that of ones first; for reading only. */
  double[][] x() {
    return x;
  }

  /** Names of the covariates but those of the columns {@code kept}. */
  List<String> covariatesBut(int[] kept) {
    List<String> others = new ArrayList<>();
    for (int j = 1; j < x.length; j++) {
      if (Arrays.binarySearch(kept, j) < 0) {
        others.add(covariates.get(j - 1));
      }
    }
    return others;
  }

  /** The average effect on the treated, and how each unit moves it. */
  Effect effect(Adjustment asked, Overlap overlap) {
    // Without covariates all ways are the difference of two means.
    Adjustment way = x.length == 1 ? Adjustment.OUTCOME_REGRESSION : asked;
    if (way.regresses()) {
      requireRegressable();
    }
    Optional<Odds> odds =
        way.weights() ? Optional.of(Odds.of(this, way, overlap)) : Optional.empty();
    if (!way.regresses()) {
      return new EffectEquations(this, way, odds, Optional.empty(), change).effect(overlap.trim());
    }
    boolean weighted = way == Adjustment.IMPROVED_DOUBLY_ROBUST;
    double[] weights = weighted ? odds.orElseThrow().untrimmed() : equalWeights();
    LeastSquares outcome = LeastSquares.solve(x, change, weights);
    if (outcome.kept().length < x.length) {
      throw DifferenceInDifferencesErrors.separated(name);
    }
    return new EffectEquations(this, way, odds, Optional.of(outcome), outcome.residuals())
        .effect(overlap.trim());
  }

  private void requireRegressable() {
    int comparison = units() - treatedUnits;
    if (x.length > 1 && comparison <= x.length) {
      throw DifferenceInDifferencesErrors.fewComparison(name, comparison, x.length);
    }
    int[] kept = Cholesky.of(Gram.of(x, equalWeights())).kept();
    if (kept.length < x.length) {
      throw DifferenceInDifferencesErrors.collinear(
          name, covariatesBut(kept), comparison + " comparison units");
    }
  }

  /** 1 for comparison units, 0 for the treated. */
  private double[] equalWeights() {
    double[] weights = new double[treated.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = treated[i] ? 0 : 1;
    }
    return weights;
  }
}
