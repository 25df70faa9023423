package id.dampak.estimate.synthetic;

import id.dampak.linalg.LeastSquares;
import id.dampak.linalg.Matrix;
import id.dampak.linalg.SimplexProgram;
import java.util.Arrays;

/** One unit to be matched by others: W for any V, and how well its outcomes fit. */
final class PredictorMatch {
  private static final double MATCHED = 1e-10;
  private static final double TIE = 1e-6;

  private final double[][] distances;
  private final double[][] outcomes;
  private final double[] target;

  /**
   * @param distances for each control its predictors less those of the unit, scaled
   * @param outcomes for each control its outcomes in the periods of fit
   * @param target outcomes of the unit in these periods
   */
  PredictorMatch(double[][] distances, double[][] outcomes, double[] target) {
    this.distances = distances;
    this.outcomes = outcomes;
    this.target = target;
  }

  int predictors() {
    return distances[0].length;
  }

  /** W near enough for the search for V. */
  double[] rough(double[] v) {
    return SimplexProgram.of(gram(v), 0).rough(new double[distances.length]);
  }

  /**
   * W(V). Where all predictors can be matched, as few predictors by many controls, there may be
   * many such W, and the one whose outcomes fit best is taken: their fit then enters the distance
   * with a small weight.
   */
  double[] exact(double[] v) {
    Matrix gram = gram(v);
    double[] w = SimplexProgram.of(gram, 0).solve();
    return matched(w, v)
        ? SimplexProgram.of(gram.plus(TIE * trace(gram), outcomeGram()), 0).solve(w)
        : w;
  }

  /** Whether the predictors of {@code w} are those of the unit to a hundred-thousandth. */
  boolean matched(double[] w, double[] v) {
    return distance(w, v) < MATCHED;
  }

  /**
   * How much each predictor tells of the outcomes: its squared coefficients, summed over the
   * periods of fit, in regressions over all units. Zero where earlier predictors say it all.
   */
  double[] regressionImportance() {
    int units = distances.length + 1;
    double[] ones = new double[units];
    Arrays.fill(ones, 1);
    double[][] x = new double[predictors() + 1][units];
    x[0] = ones;
    for (int i = 0; i < distances.length; i++) {
      for (int j = 0; j < predictors(); j++) {
        x[j + 1][i] = distances[i][j];
      }
    }
    double[] importance = new double[predictors()];
    for (int t = 0; t < target.length; t++) {
      double[] y = new double[units];
      for (int i = 0; i < distances.length; i++) {
        y[i] = outcomes[i][t];
      }
      y[units - 1] = target[t];
      LeastSquares regression = LeastSquares.solve(x, y, ones);
      double[] coefficients = regression.coefficients();
      int[] kept = regression.kept();
      for (int k = 0; k < kept.length; k++) {
        if (kept[k] > 0) {
          importance[kept[k] - 1] += coefficients[k] * coefficients[k];
        }
      }
    }
    return importance;
  }

  private Matrix gram(double[] v) {
    int n = distances.length;
    double[] gram = new double[n * n];
    for (int a = 0; a < n; a++) {
      for (int b = 0; b <= a; b++) {
        double sum = 0;
        for (int j = 0; j < v.length; j++) {
          sum += v[j] * distances[a][j] * distances[b][j];
        }
        gram[a * n + b] = sum;
        gram[b * n + a] = sum;
      }
    }
    return Matrix.of(n, n, gram);
  }

  /** Inner products of the controls' outcomes less those of the unit, with a trace of 1. */
  private Matrix outcomeGram() {
    int n = outcomes.length;
    double[] gram = new double[n * n];
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        for (int t = 0; t < target.length; t++) {
          gram[a * n + b] += (outcomes[a][t] - target[t]) * (outcomes[b][t] - target[t]);
        }
      }
    }
    Matrix products = Matrix.of(n, n, gram);
    double trace = trace(products);
    return trace > 0 ? products.times(1 / trace) : products;
  }

  private static double trace(Matrix matrix) {
    double trace = 0;
    for (int i = 0; i < matrix.rows(); i++) {
      trace += matrix.at(i, i);
    }
    return trace;
  }

  double meanSquaredError(double[] w) {
    double sum = 0;
    for (int t = 0; t < target.length; t++) {
      double gap = target[t];
      for (int i = 0; i < w.length; i++) {
        gap -= w[i] * outcomes[i][t];
      }
      sum += gap * gap;
    }
    return sum / target.length;
  }

  /** The weighted squared distance of the predictors. */
  double distance(double[] w, double[] v) {
    double sum = 0;
    for (int j = 0; j < v.length; j++) {
      double gap = 0;
      for (int i = 0; i < w.length; i++) {
        gap += w[i] * distances[i][j];
      }
      sum += v[j] * gap * gap;
    }
    return sum;
  }
}
