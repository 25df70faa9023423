package id.dampak.estimate;

import id.dampak.error.EstimationErrors;
import id.dampak.error.InferenceErrors;
import id.dampak.linalg.Cholesky;
import id.dampak.linalg.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What clusters bring to a regression: {@code A_c = X̃_c'WX̃_c} and the scores {@code s_c =
 * X̃_c'Wû_c}, where tildes mark what the fixed effects leave. With {@code b_c = A_c β̂ + s_c},
 *
 * <pre>β̂ = (Σ_c A_c)⁻¹ Σ_c b_c,   Σ_c s_c = 0</pre>
 *
 * and any reweighting of whole clusters is {@code β̂ + (Σ_c w_c A_c)⁻¹ Σ_c w_c s_c}. Bootstraps,
 * corrections for few clusters and sandwiches read this instead of rows.
 *
 * <p>Columns are the terms of the fit, then the dummies that {@link CrossingEffects#CARRIED}
 * carries, whose coefficients are 0 at β̂ because the terms have been cleared of them. Clusters are
 * in the order of their labels, whatever the order of the rows.
 */
public final class ClusterMoments {
  private final Fit fit;
  private final List<String> labels;
  private final int[] observations;
  private final int columns;
  private final double[][] packed;
  private final Matrix bread;

  /**
   * From the moments of each cluster.
   *
   * @param packed for each cluster the lower triangle of A_c row after row, then s_c
   */
  ClusterMoments(Fit fit, List<String> labels, int[] observations, int columns, double[][] packed) {
    this.fit = fit;
    this.labels = List.copyOf(labels);
    this.observations = observations;
    this.columns = columns;
    this.packed = packed;
    double[] total = new double[length()];
    for (int c = 0; c < packed.length; c++) {
      addTo(c, 1, total);
    }
    Cholesky cholesky = Cholesky.of(gram(total, identity()));
    if (cholesky.kept().length < columns) {
      throw InferenceErrors.nearlyCollinear(terms());
    }
    this.bread = cholesky.inverse();
  }

  /** The fit whose moments these are. */
  public Fit fit() {
    return fit;
  }

  /** Names of the terms: the first of the columns. */
  public List<String> terms() {
    return fit.estimates().stream().map(Estimate::term).toList();
  }

  /** Number of columns: terms, then carried dummies. */
  public int columns() {
    return columns;
  }

  /** Number of clusters G. */
  public int clusters() {
    return packed.length;
  }

  /** The value of the cluster's column; of cells {@code a^b} the values joined by ^. */
  public String label(int cluster) {
    return labels.get(cluster);
  }

  /** Number of observations of a cluster. */
  public int observations(int cluster) {
    return observations[cluster];
  }

  /** β̂, with a 0 for each carried dummy. */
  public double[] coefficients() {
    double[] coefficients = new double[columns];
    for (int j = 0; j < fit.estimates().size(); j++) {
      coefficients[j] = fit.estimates().get(j).estimate();
    }
    return coefficients;
  }

  /** {@code (Σ_c A_c)⁻¹}. */
  public Matrix bread() {
    return bread;
  }

  /** {@code A_c}, columns × columns. */
  public Matrix gram(int cluster) {
    return gram(packed[cluster], identity());
  }

  /** {@code s_c}, an entry for each column. */
  public double[] scores(int cluster) {
    return Arrays.copyOfRange(packed[cluster], triangle(columns), length());
  }

  /** {@code b_c = A_c β̂ + s_c}. */
  public double[] moments(int cluster) {
    double[] moments = scores(cluster);
    Matrix gram = gram(cluster);
    double[] coefficients = coefficients();
    for (int i = 0; i < columns; i++) {
      for (int j = 0; j < columns; j++) {
        moments[i] += gram.at(i, j) * coefficients[j];
      }
    }
    return moments;
  }

  /** Length of an array that {@link #addTo} adds to: the lower triangle of A, then s. */
  public int length() {
    return triangle(columns) + columns;
  }

  /** Adds {@code weight} times the moments of a cluster to {@code sums}. */
  public void addTo(int cluster, double weight, double[] sums) {
    double[] moments = packed[cluster];
    for (int i = 0; i < moments.length; i++) {
      sums[i] += weight * moments[i];
    }
  }

  /**
   * The coefficients of the terms where clusters are weighted as in {@code sums}; empty where some
   * term cannot be told from the others or from the effects.
   */
  public Optional<double[]> reweighted(double[] sums) {
    int terms = fit.estimates().size();
    int carried = columns - terms;
    // Dummies first: of what is collinear the later goes, and that must be noticed of a term.
    int[] order =
        IntStream.concat(IntStream.range(terms, columns), IntStream.range(0, terms)).toArray();
    Cholesky cholesky = Cholesky.of(gram(sums, order));
    int[] kept = cholesky.kept();
    long keptTerms = Arrays.stream(kept).filter(j -> j >= carried).count();
    if (keptTerms < terms) {
      return Optional.empty();
    }
    double[] right = Arrays.stream(order).mapToDouble(j -> sums[triangle(columns) + j]).toArray();
    double[] change = cholesky.solve(right);
    double[] coefficients = Arrays.copyOf(coefficients(), terms);
    for (int j = 0; j < terms; j++) {
      coefficients[j] += change[change.length - terms + j];
    }
    return Optional.of(coefficients);
  }

  /**
   * How many equal clusters would carry a term: {@code 1/Σ_c h_c²} for the shares {@code h_c =
   * e_j'M A_c M e_j / e_j'M e_j} of the clusters in what is left of its variation. Close to G where
   * clusters are alike, close to the number of treated ones where few are treated.
   */
  public double effectiveClusters(int term) {
    double[] contrast = new double[columns];
    contrast[term] = 1;
    return effectiveClusters(contrast);
  }

  /** The same of a linear combination of terms, {@code Σ weight · term}. */
  public double effectiveClusters(Map<String, Double> weights) {
    double[] contrast = new double[columns];
    List<String> terms = terms();
    weights.forEach(
        (term, weight) -> {
          int j = terms.indexOf(term);
          if (j < 0) {
            throw EstimationErrors.noSuchTerm(term, terms);
          }
          contrast[j] += weight;
        });
    return effectiveClusters(contrast);
  }

  private double effectiveClusters(double[] contrast) {
    double[] m = new double[columns];
    for (int i = 0; i < columns; i++) {
      for (int j = 0; j < columns; j++) {
        m[i] += bread.at(i, j) * contrast[j];
      }
    }
    double total = bread.quadratic(contrast);
    double squares = 0;
    for (int c = 0; c < clusters(); c++) {
      double share = gram(c).quadratic(m) / total;
      squares += share * share;
    }
    return 1 / squares;
  }

  @Override
  public String toString() {
    return "moments of %d clusters for %s and %d dummies"
        .formatted(clusters(), terms(), columns - terms().size());
  }

  /** Entries of the lower triangle of a {@code columns} × {@code columns} matrix. */
  static int triangle(int columns) {
    return columns * (columns + 1) / 2;
  }

  private int[] identity() {
    return IntStream.range(0, columns).toArray();
  }

  private static Matrix gram(double[] packed, int[] order) {
    int p = order.length;
    double[] full = new double[p * p];
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < p; j++) {
        int row = Math.max(order[i], order[j]);
        int column = Math.min(order[i], order[j]);
        full[i * p + j] = packed[triangle(row) + column];
      }
    }
    return Matrix.of(p, p, full);
  }
}
