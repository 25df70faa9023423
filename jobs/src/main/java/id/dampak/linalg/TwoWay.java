package id.dampak.linalg;

import id.dampak.error.EstimationErrors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.TriangularSolver_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/**
 * Two fixed effects, exactly and without iteration, balanced or not.
 *
 * <p>The effect with more levels is eliminated by its means. What remains for the other is {@code L
 * γ = r} with the Schur complement {@code L = diag(w_b) − Σ_a w_ab w_ab' / w_a}, a weighted graph
 * Laplacian: within each connected component its rank is one less than its size, so one level of
 * each component is fixed at 0 and the rest is positive definite.
 */
final class TwoWay implements Absorber {
  /** Beyond 400 MB of Laplacian the iterative way is taken. */
  static final long MAX_ENTRIES = 50_000_000;

  private final OneWay eliminated;
  private final Rows rows;
  private final int[] second;
  private final double[] weights;
  private final Components components;
  // Factors rather than solvers: a solver of the library keeps scratch space, and columns are
  // residualised in parallel.
  private final List<double[]> lower = new ArrayList<>();
  private final int rank;

  TwoWay(Factor first, Factor second, double[] weights, Components components) {
    this.eliminated = new OneWay(first, weights);
    this.rows = Rows.by(first.codes(), first.levels());
    this.second = second.codes();
    this.weights = weights;
    this.components = components;
    this.rank = first.levels() + second.levels() - components.count();
    factor(laplacians());
  }

  private TwoWay(TwoWay other, double[] weights) {
    this.eliminated = other.eliminated.reweighted(weights);
    this.rows = other.rows;
    this.second = other.second;
    this.weights = weights;
    this.components = other.components;
    this.rank = other.rank;
    factor(laplacians());
  }

  @Override
  public Absorber reweighted(double[] other) {
    return new TwoWay(this, other);
  }

  @Override
  public void residualise(double[] column) {
    eliminated.residualise(column);
    double[] right = new double[secondLevels()];
    for (int i = 0; i < column.length; i++) {
      right[second[i]] += weights[i] * column[i];
    }
    double[] effect = solve(right);
    for (int i = 0; i < column.length; i++) {
      column[i] -= effect[second[i]];
    }
    eliminated.residualise(column);
  }

  @Override
  public int rank() {
    return rank;
  }

  /** Solves {@code Z'WZ γ = r} once; levels of the first effect, then those of the second. */
  double[] coefficients(double[] sums) {
    int firstLevels = eliminated.rank();
    double[] right = Arrays.copyOfRange(sums, firstLevels, sums.length);
    for (int a = 0; a < firstLevels; a++) {
      double mean = sums[a] / eliminated.total(a);
      for (int r = rows.from(a); r < rows.to(a); r++) {
        int i = rows.at(r);
        right[second[i]] -= weights[i] * mean;
      }
    }
    double[] effect = solve(right);
    double[] coefficients = Arrays.copyOf(sums, sums.length);
    for (int a = 0; a < firstLevels; a++) {
      for (int r = rows.from(a); r < rows.to(a); r++) {
        int i = rows.at(r);
        coefficients[a] -= weights[i] * effect[second[i]];
      }
      coefficients[a] /= eliminated.total(a);
    }
    System.arraycopy(effect, 0, coefficients, firstLevels, effect.length);
    return coefficients;
  }

  private int secondLevels() {
    int levels = 0;
    for (int c = 0; c < components.count(); c++) {
      levels += components.size(c);
    }
    return levels;
  }

  private double[] solve(double[] right) {
    double[][] parts = new double[components.count()][];
    for (int c = 0; c < parts.length; c++) {
      parts[c] = new double[components.size(c)];
    }
    for (int level = 0; level < right.length; level++) {
      parts[components.component(level)][components.position(level)] = right[level];
    }
    for (int c = 0; c < parts.length; c++) {
      int size = parts[c].length - 1;
      if (size > 0) {
        // Without position 0, whose effect is fixed at 0.
        double[] x = Arrays.copyOfRange(parts[c], 1, size + 1);
        TriangularSolver_DDRM.solveL(lower.get(c), x, size);
        TriangularSolver_DDRM.solveTranL(lower.get(c), x, size);
        System.arraycopy(x, 0, parts[c], 1, size);
      }
      parts[c][0] = 0;
    }
    double[] effect = new double[right.length];
    for (int level = 0; level < effect.length; level++) {
      effect[level] = parts[components.component(level)][components.position(level)];
    }
    return effect;
  }

  private List<DMatrixRMaj> laplacians() {
    List<DMatrixRMaj> laplacians = new ArrayList<>();
    for (int c = 0; c < components.count(); c++) {
      int size = components.size(c) - 1;
      laplacians.add(new DMatrixRMaj(size, size));
    }
    double[] cell = new double[secondLevels()];
    int[] touched = new int[cell.length];
    for (int a = 0; a < eliminated.rank(); a++) {
      int count = 0;
      for (int r = rows.from(a); r < rows.to(a); r++) {
        int i = rows.at(r);
        if (weights[i] > 0) {
          if (cell[second[i]] == 0) {
            touched[count++] = second[i];
          }
          cell[second[i]] += weights[i];
        }
      }
      if (count > 0) {
        addUnit(laplacians.get(components.component(touched[0])), cell, touched, count, a);
      }
    }
    return laplacians;
  }

  /**
   * Adds diag(w) − w w'/Σw of one level of the eliminated effect, and clears {@code cell}. The
   * diagonal is minus the sum of its row, which keeps its digits where one weight is nearly all.
   */
  private void addUnit(DMatrixRMaj laplacian, double[] cell, int[] touched, int count, int a) {
    int size = laplacian.numCols;
    double[] values = laplacian.data;
    double total = eliminated.total(a);
    for (int p = 0; p < count; p++) {
      int i = components.position(touched[p]) - 1;
      if (i >= 0) {
        double w = cell[touched[p]];
        double share = w / total;
        double others = 0;
        for (int q = 0; q < count; q++) {
          int j = components.position(touched[q]) - 1;
          if (q != p) {
            others += cell[touched[q]];
            if (j >= 0) {
              values[i * size + j] -= share * cell[touched[q]];
            }
          }
        }
        values[i * size + i] += share * others;
      }
    }
    for (int p = 0; p < count; p++) {
      cell[touched[p]] = 0;
    }
  }

  private void factor(List<DMatrixRMaj> laplacians) {
    for (DMatrixRMaj laplacian : laplacians) {
      int size = laplacian.numCols;
      CholeskyDecomposition_F64<DMatrixRMaj> cholesky =
          DecompositionFactory_DDRM.chol(Math.max(1, size), true);
      if (size > 0 && !cholesky.decompose(laplacian)) {
        throw EstimationErrors.effectsNotSeparable();
      }
      lower.add(size > 0 ? cholesky.getT(null).data : new double[0]);
    }
  }
}
