package id.dampak.estimate.inference;

import static id.dampak.estimate.inference.AccountSample.OUTCOMES;

import id.dampak.linalg.Cholesky;
import id.dampak.linalg.Matrix;
import java.util.Arrays;

/**
 * What the regression with slopes by group needs of a sample, and its solution. Cells are taken out
 * exactly, from sums alone: with a_cg = Σ es, b_cg = Σ e²s and n_c = Σ s,
 *
 * <pre>A_gh = 1{g = h} Σ_c b_cg − Σ_c a_cg a_ch / n_c</pre>
 */
final class AccountSums {
  /** Part of a group's exposure that the cells must leave. */
  private static final double TOLERANCE = Cholesky.TOLERANCE;

  /** Weight at which another group's exposure counts as part of one that is collinear. */
  private static final double NEGLIGIBLE = 1e-8;

  private final int groups;
  private final Channels channels;
  private final double[] cellWorth;
  private final double[] cellOutcomes;
  private final double[] exposed;
  private final double[] squares;
  private final double[] outcomes;

  /**
   * Empty sums.
   *
   * @param cellWorth n_c, filled by the caller and common to all groupings
   * @param cellOutcomes Σ of each outcome by cell, likewise
   */
  AccountSums(int groups, Channels channels, double[] cellWorth, double[] cellOutcomes) {
    this.groups = groups;
    this.channels = channels;
    this.cellWorth = cellWorth;
    this.cellOutcomes = cellOutcomes;
    this.exposed = new double[cellWorth.length * groups];
    this.squares = new double[cellWorth.length * groups];
    this.outcomes = new double[groups * OUTCOMES];
  }

  /**
   * Adds a unit that is exposed.
   *
   * @param dose its exposure e times its weight in the draw
   * @param of outcomes by unit
   */
  void add(
      int cell, int group, double dose, double exposure, double worth, double[][] of, int unit) {
    int at = cell * groups + group;
    exposed[at] += dose * worth;
    squares[at] += dose * exposure * worth;
    for (int m = 0; m < OUTCOMES; m++) {
      outcomes[group * OUTCOMES + m] += dose * of[m][unit];
    }
  }

  /** The mean over a cell of the exposure of a group's units, others counting as 0. */
  double meanExposure(int cell, int group) {
    return cellWorth[cell] > 0 ? exposed[cell * groups + group] / cellWorth[cell] : 0;
  }

  /**
   * The slope of each group for each outcome, group after group; NaN where it cannot be told from
   * the cells or the slopes of other groups. Those of the two channels are of what is left of their
   * changes after those that unexposed units of the cell saw.
   */
  double[] slopes() {
    Matrix gram = gram();
    Cholesky cholesky = Cholesky.of(gram);
    boolean[] estimable = estimable(gram, cholesky);
    double[] slopes = new double[groups * OUTCOMES];
    for (int m = 0; m < OUTCOMES; m++) {
      put(solve(cholesky, left(m)), slopes, m);
    }
    if (channels == Channels.KNOWN) {
      double[] shared = solve(cholesky, sharedGrowth(slopes));
      for (int g = 0; g < groups; g++) {
        slopes[g * OUTCOMES] -= shared[g];
        slopes[g * OUTCOMES + 1] += shared[g];
      }
    }
    for (int g = 0; g < groups; g++) {
      if (!estimable[g]) {
        Arrays.fill(slopes, g * OUTCOMES, (g + 1) * OUTCOMES, Double.NaN);
      }
    }
    return slopes;
  }

  private Matrix gram() {
    double[] gram = new double[groups * groups];
    for (int cell = 0; cell < cellWorth.length; cell++) {
      for (int g = 0; g < groups; g++) {
        double mean = meanExposure(cell, g);
        if (mean != 0) {
          gram[g * groups + g] += squares[cell * groups + g];
          for (int h = 0; h < groups; h++) {
            gram[g * groups + h] -= mean * exposed[cell * groups + h];
          }
        }
      }
    }
    for (int g = 0; g < groups; g++) {
      if (gram[g * groups + g] <= TOLERANCE * all(squares, g)) {
        for (int h = 0; h < groups; h++) {
          gram[g * groups + h] = 0;
          gram[h * groups + g] = 0;
        }
      }
    }
    return Matrix.of(groups, groups, gram);
  }

  private double all(double[] byCell, int group) {
    double sum = 0;
    for (int cell = 0; cell < cellWorth.length; cell++) {
      sum += byCell[cell * groups + group];
    }
    return sum;
  }

  /** The right side of an outcome: {@code z_g − Σ_c a_cg y_c / n_c}. */
  private double[] left(int m) {
    double[] right = new double[groups];
    for (int g = 0; g < groups; g++) {
      right[g] = outcomes[g * OUTCOMES + m];
      for (int cell = 0; cell < cellWorth.length; cell++) {
        right[g] -= meanExposure(cell, g) * cellOutcomes[cell * OUTCOMES + m];
      }
    }
    return right;
  }

  /**
   * The right side of {@code e_i λ_c(i)}, where λ_c is what all sales of unexposed units of the
   * cell changed by: the part of the change that would have come to the suspended channel.
   */
  private double[] sharedGrowth(double[] slopes) {
    double[] right = new double[groups];
    for (int cell = 0; cell < cellWorth.length; cell++) {
      if (cellWorth[cell] == 0) {
        continue;
      }
      double change = cellOutcomes[cell * OUTCOMES] + cellOutcomes[cell * OUTCOMES + 1];
      double exposedHere = 0;
      for (int g = 0; g < groups; g++) {
        double both = slopes[g * OUTCOMES] + slopes[g * OUTCOMES + 1];
        change -= both * exposed[cell * groups + g];
        exposedHere += exposed[cell * groups + g];
      }
      double growth = change / cellWorth[cell];
      for (int g = 0; g < groups; g++) {
        double mean = meanExposure(cell, g);
        right[g] += growth * (squares[cell * groups + g] - mean * exposedHere);
      }
    }
    return right;
  }

  private double[] solve(Cholesky cholesky, double[] right) {
    double[] solved = cholesky.solve(right);
    int[] kept = cholesky.kept();
    double[] full = new double[groups];
    for (int i = 0; i < kept.length; i++) {
      full[kept[i]] = solved[i];
    }
    return full;
  }

  private void put(double[] values, double[] slopes, int m) {
    for (int g = 0; g < groups; g++) {
      slopes[g * OUTCOMES + m] = values[g];
    }
  }

  /** Groups that were kept and are no part of a collinear combination. */
  private boolean[] estimable(Matrix gram, Cholesky cholesky) {
    boolean[] estimable = new boolean[groups];
    for (int g : cholesky.kept()) {
      estimable[g] = true;
    }
    for (int j = 0; j < groups; j++) {
      if (Arrays.binarySearch(cholesky.kept(), j) >= 0 || !(gram.at(j, j) > 0)) {
        continue;
      }
      double[] column = new double[groups];
      for (int g = 0; g < groups; g++) {
        column[g] = gram.at(g, j);
      }
      double[] parts = solve(cholesky, column);
      for (int g = 0; g < groups; g++) {
        double size = Math.abs(parts[g]) * Math.sqrt(gram.at(g, g) / gram.at(j, j));
        estimable[g] &= size <= NEGLIGIBLE;
      }
    }
    return estimable;
  }
}
