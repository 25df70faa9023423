package id.dampak.estimate;

import id.dampak.error.EstimationErrors;
import id.dampak.linalg.Cholesky;
import id.dampak.linalg.FlaggedProducts;
import id.dampak.linalg.GramInverse;
import id.dampak.linalg.Nesting;
import id.dampak.linalg.PartialledOut;
import id.dampak.linalg.ScoreEquation;
import id.dampak.linalg.WithinProducts;
import id.dampak.linalg.WithinScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Sufficient statistics of a linear regression with one or two fixed effects: what two passes over
 * its observations leave behind, whoever made them. From here on no observation is needed.
 *
 * <p>The first pass gives the cross products within the groups of the larger effect, from which the
 * other is eliminated exactly; the second gives residuals and scores at the solution, whose sum
 * says by how much rounding missed it. A column of which the effects leave little is measured in a
 * pass of its own.
 */
public final class Moments {
  /** A step that changes no digit that is shown ends the refinement. */
  private static final double CLOSE = 1e-11;

  private static final int MOST_STEPS = 3;

  private final Question question;
  private final ClusterPlan clusters;
  private final Entered entered;
  private final WithinProducts sums;
  private final PartialledOut effects;
  private final Nesting nesting;
  private final boolean[] absorbed;
  private final int[] kept;
  private final GramInverse bread;
  private final double[] coefficients;
  private final WithinScores scores;

  private Moments(Passes passes, boolean robust) {
    this.question = passes.question();
    this.clusters = passes.clusters();
    this.entered = passes.entered();
    this.sums = passes.products();
    this.nesting = passes.nesting();
    this.effects = PartialledOut.of(sums);
    int[] flagged = effects.flagged();
    if (flagged.length > 0) {
      FlaggedProducts measured = passes.flagged(effects, flagged);
      measured.correct(effects, flagged);
    }
    this.absorbed = new boolean[effects.width()];
    for (int j = 0; j < absorbed.length; j++) {
      absorbed[j] = effects.absorbed(j);
    }
    if (absorbed[effects.outcome()] && !passes.variesWithinRows()) {
      throw EstimationErrors.noVariation(question.outcome(), question.effects());
    }
    int[] candidates = IntStream.range(0, effects.outcome()).filter(j -> !absorbed[j]).toArray();
    Cholesky cholesky = Cholesky.of(effects.gram(candidates));
    this.kept = Arrays.stream(cholesky.kept()).map(c -> candidates[c]).toArray();
    question.requireAnswer(kept);
    this.bread = GramInverse.of(cholesky, u -> passes.combined(effects, kept, u).matrix());
    this.coefficients =
        cholesky.solve(
            Arrays.stream(candidates)
                .mapToDouble(j -> effects.product(j, effects.outcome()))
                .toArray());
    this.scores = refined(passes, robust);
  }

  /**
   * Makes the passes that a variance needs.
   *
   * @throws id.dampak.error.DampakException if the data do not allow an answer
   */
  static Moments of(Passes passes, Variance variance) {
    return new Moments(passes, variance instanceof Variance.Hc1);
  }

  /** Passes for scores until the coefficients no longer move. */
  private WithinScores refined(Passes passes, boolean robust) {
    WithinScores found = null;
    for (int step = 0; step < MOST_STEPS; step++) {
      found =
          passes.scores(
              new ScoreEquation(
                  effects,
                  kept,
                  coefficients.clone(),
                  bread.basis().stream().toList(),
                  robust,
                  clusters.terms()));
      double[] total = found.total();
      boolean close = true;
      for (int c = 0; c < kept.length; c++) {
        double change = 0;
        for (int d = 0; d < kept.length; d++) {
          change += bread.matrix().at(c, d) * total[d];
        }
        coefficients[c] += change;
        double noise =
            Math.sqrt(bread.matrix().at(c, c) * found.squares() / entered.observations());
        close &= Math.abs(change) <= CLOSE * Math.max(Math.abs(coefficients[c]), noise);
      }
      if (close) {
        break;
      }
    }
    return Objects.requireNonNull(found);
  }

  /** The fit of the regression that an estimator stands for. */
  Fit fit(Estimator estimator, Variance variance, double level) {
    List<String> terms = question.terms();
    List<String> warnings = new ArrayList<>(entered.warnings());
    for (int j = 0; j < terms.size(); j++) {
      if (Arrays.binarySearch(kept, j) < 0) {
        warnings.add(terms.get(j) + " is left out: " + question.reason(absorbed[j]));
      }
    }
    List<String> names = Arrays.stream(kept).mapToObj(terms::get).toList();
    return Covariance.of(variance, new SolvedMoments(this))
        .fit(
            estimator,
            level,
            names,
            coefficients.clone(),
            new Entered(entered.observations(), entered.dropped(), warnings));
  }

  int observations() {
    return entered.observations();
  }

  /** Terms that have a coefficient. */
  int regressors() {
    return kept.length;
  }

  /** {@code (X̃'WX̃)⁻¹} of those terms. */
  GramInverse bread() {
    return bread;
  }

  WithinScores scores() {
    return scores;
  }

  ClusterPlan clusters() {
    return clusters;
  }

  Nesting nesting() {
    return nesting;
  }

  /** Number of groups, that is of levels of the larger effect. */
  int groups() {
    return Math.toIntExact(sums.groups());
  }

  /** Number of levels of the other effect; 1 if there is none. */
  int levels() {
    return effects.levels();
  }

  /** Rank of the dummies of both. */
  int rank() {
    return Math.toIntExact(effects.rank());
  }
}
