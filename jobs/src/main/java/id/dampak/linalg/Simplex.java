package id.dampak.linalg;

import id.dampak.error.SensitivityErrors;
import java.util.Arrays;
import java.util.Optional;

/**
 * Maximises linear objectives over the polyhedron {x ≥ 0, A x = b} by the primal simplex method on
 * a dense tableau (Dantzig 1963): for small programs of which thousands share one polyhedron, whose
 * first vertex is looked for once. The answer is a vertex, and depends on nothing but the objective
 * and the polyhedron.
 *
 * <p>Rows are scaled to a largest entry of 1. Steps take the largest gain; after {@value
 * #IMPATIENCE} steps per column the rule of Bland (1977, doi:10.1287/moor.2.2.103), which cannot
 * cycle.
 */
public final class Simplex {
  /** Entries and gains below this count as zero; data are expected to be of order 1. */
  private static final double ZERO = 1e-10;

  /** Infeasibility that rounding may leave behind. */
  private static final double FEASIBLE = 1e-9;

  private static final int IMPATIENCE = 20;

  private final int columns;
  private final double[][] tableau;
  private final int[] basis;

  private Simplex(int columns, double[][] tableau, int[] basis) {
    this.columns = columns;
    this.tableau = tableau;
    this.basis = basis;
  }

  /**
   * The polyhedron {x ≥ 0, A x = b}; empty if no point lies in it. Rows of A that follow from the
   * others are left out.
   */
  public static Optional<Simplex> over(Matrix a, double[] b) {
    int m = a.rows();
    int n = a.columns();
    double[][] rows = new double[m][n + m + 1];
    int[] basis = new int[m];
    for (int i = 0; i < m; i++) {
      double largest = Math.abs(b[i]);
      for (int j = 0; j < n; j++) {
        largest = Math.max(largest, Math.abs(a.at(i, j)));
      }
      double scale = (b[i] < 0 ? -1 : 1) / (largest > 0 ? largest : 1);
      for (int j = 0; j < n; j++) {
        rows[i][j] = scale * a.at(i, j);
      }
      rows[i][n + i] = 1;
      rows[i][n + m] = scale * b[i];
      basis[i] = n + i;
    }
    Simplex artificial = new Simplex(n + m, rows, basis);
    double[] cost = new double[n + m];
    Arrays.fill(cost, n, n + m, -1);
    artificial.improve(cost);
    return artificial.artificialSum(n) > FEASIBLE
        ? Optional.empty()
        : Optional.of(artificial.withoutArtificials(n));
  }

  /**
   * The vertex at which {@code objective} is largest; its value is infinite, without a point, where
   * the objective has no bound.
   */
  public Vertex maximise(double[] objective) {
    Simplex copy =
        new Simplex(
            columns, Arrays.stream(tableau).map(double[]::clone).toArray(double[][]::new), basis());
    if (!copy.improve(objective)) {
      return new Vertex(Double.POSITIVE_INFINITY, new double[0]);
    }
    double[] point = new double[columns];
    double value = 0;
    for (int i = 0; i < copy.basis.length; i++) {
      point[copy.basis[i]] = Math.max(0, copy.tableau[i][columns]);
      value += objective[copy.basis[i]] * point[copy.basis[i]];
    }
    return new Vertex(value, point);
  }

  private int[] basis() {
    return basis.clone();
  }

  /** Pivots until no column gains; false if the objective grows without bound. */
  private boolean improve(double[] objective) {
    double[] gains = Arrays.copyOf(objective, columns + 1);
    double size = 1;
    for (double c : objective) {
      size = Math.max(size, Math.abs(c));
    }
    for (int i = 0; i < basis.length; i++) {
      subtract(gains, objective[basis[i]], tableau[i]);
    }
    int patience = IMPATIENCE * (columns + 1);
    for (int step = 0; step < 50 * patience; step++) {
      int entering = entering(gains, ZERO * size, step >= patience);
      if (entering < 0) {
        return true;
      }
      int leaving = leaving(entering, step >= patience);
      if (leaving < 0) {
        return false;
      }
      pivot(leaving, entering);
      subtract(gains, gains[entering], tableau[leaving]);
      gains[entering] = 0;
    }
    throw SensitivityErrors.programDidNotEnd(basis.length, columns);
  }

  private int entering(double[] gains, double least, boolean first) {
    int best = -1;
    double most = least;
    for (int j = 0; j < columns; j++) {
      if (gains[j] > most) {
        best = j;
        if (first) {
          return best;
        }
        most = gains[j];
      }
    }
    return best;
  }

  /** Ties go to the largest pivot or, by Bland's rule, to the first variable. */
  private int leaving(int entering, boolean first) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < basis.length; i++) {
      double pivot = tableau[i][entering];
      if (pivot > ZERO) {
        double ratio = Math.max(0, tableau[i][columns]) / pivot;
        boolean tie = best >= 0 && Math.abs(ratio - least) <= 1e-14 * (1 + least);
        boolean preferred =
            tie && (first ? basis[i] < basis[best] : pivot > tableau[best][entering]);
        if (preferred || (!tie && ratio < least)) {
          best = i;
          least = ratio;
        }
      }
    }
    return best;
  }

  private void pivot(int leaving, int entering) {
    double[] row = tableau[leaving];
    double inverse = 1 / row[entering];
    for (int j = 0; j < row.length; j++) {
      row[j] *= inverse;
    }
    row[entering] = 1;
    for (int i = 0; i < tableau.length; i++) {
      if (i != leaving && tableau[i][entering] != 0) {
        subtract(tableau[i], tableau[i][entering], row);
        tableau[i][entering] = 0;
      }
    }
    basis[leaving] = entering;
  }

  private static void subtract(double[] from, double factor, double[] row) {
    if (factor != 0) {
      for (int j = 0; j < from.length; j++) {
        from[j] -= factor * row[j];
      }
    }
  }

  private double artificialSum(int real) {
    double sum = 0;
    for (int i = 0; i < basis.length; i++) {
      if (basis[i] >= real) {
        sum += tableau[i][columns];
      }
    }
    return sum;
  }

  /** Exchanges artificial variables that stayed at zero for real ones, or drops their rows. */
  private Simplex withoutArtificials(int real) {
    double[][] kept = new double[basis.length][];
    int[] keptBasis = new int[basis.length];
    for (int i = 0; i < basis.length; i++) {
      int largest = 0;
      for (int j = 1; j < real; j++) {
        largest = Math.abs(tableau[i][j]) > Math.abs(tableau[i][largest]) ? j : largest;
      }
      if (basis[i] >= real && real > 0 && Math.abs(tableau[i][largest]) > FEASIBLE) {
        pivot(i, largest);
      }
    }
    int rank = 0;
    for (int i = 0; i < basis.length; i++) {
      if (basis[i] < real) {
        double[] row = Arrays.copyOf(tableau[i], real + 1);
        row[real] = tableau[i][columns];
        kept[rank] = row;
        keptBasis[rank++] = basis[i];
      }
    }
    return new Simplex(real, Arrays.copyOf(kept, rank), Arrays.copyOf(keptBasis, rank));
  }

  /** A vertex and the value of the objective there. */
  public static final class Vertex {
    private final double value;
    private final double[] point;

    private Vertex(double value, double[] point) {
      this.value = value;
      this.point = point;
    }

    /** The largest value of the objective; positive infinity where it has no bound. */
    public double value() {
      return value;
    }

    /** Coordinates of the vertex; none where the objective has no bound. */
    public double[] point() {
      return point.clone();
    }
  }
}
