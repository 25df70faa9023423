package id.dampak.estimate.inference;

import id.dampak.estimate.ClusterMoments;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.Fit;
import id.dampak.estimate.StudentT;
import id.dampak.linalg.Matrix;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** CR2 of a fit, with Satterthwaite degrees of freedom for every linear combination of terms. */
public final class AdjustedVariance {
  private final ClusterMoments moments;
  private final List<String> terms;
  private final double[] scale;
  private final Matrix bread;
  private final List<AdjustedCluster> clusters;

  /** From moments that carry the effects which cross clusters. */
  AdjustedVariance(ClusterMoments moments) {
    this.moments = moments;
    this.terms = moments.terms();
    int p = moments.columns();
    // Columns of unit length, so that units of measure do not decide about rank.
    this.scale = new double[p];
    for (int c = 0; c < moments.clusters(); c++) {
      Matrix gram = moments.gram(c);
      for (int j = 0; j < p; j++) {
        scale[j] += gram.at(j, j);
      }
    }
    for (int j = 0; j < p; j++) {
      scale[j] = 1 / Math.sqrt(scale[j]);
    }
    double[] inverse = new double[p];
    for (int j = 0; j < p; j++) {
      inverse[j] = 1 / scale[j];
    }
    this.bread = scaled(moments.bread(), inverse);
    this.clusters =
        IntStream.range(0, moments.clusters()).parallel().mapToObj(this::adjusted).toList();
  }

  private AdjustedCluster adjusted(int cluster) {
    double[] scores = moments.scores(cluster);
    for (int j = 0; j < scores.length; j++) {
      scores[j] *= scale[j];
    }
    return new AdjustedCluster(scaled(moments.gram(cluster), scale), scores, bread, terms.size());
  }

  private static Matrix scaled(Matrix matrix, double[] scale) {
    int p = scale.length;
    double[] values = matrix.toArray();
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < p; j++) {
        values[i * p + j] *= scale[i] * scale[j];
      }
    }
    return Matrix.of(p, p, values);
  }

  /** The fit with its usual variance. */
  public Fit fit() {
    return moments.fit();
  }

  /** CR2 of the terms, in their order. */
  public Matrix covariance() {
    int k = terms.size();
    double[] covariance = new double[k * k];
    for (AdjustedCluster cluster : clusters) {
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          covariance[i * k + j] += scale[i] * cluster.adjusted(i) * scale[j] * cluster.adjusted(j);
        }
      }
    }
    return Matrix.of(k, k, covariance);
  }

  /** Satterthwaite degrees of freedom of a term. */
  public double degreesOfFreedom(String term) {
    return degreesOfFreedom(Map.of(term, 1.0));
  }

  /**
   * Satterthwaite degrees of freedom of {@code Σ weight · term}: 2 E(V)²/Var(V) for independent
   * normal errors.
   */
  public double degreesOfFreedom(Map<String, Double> weights) {
    double[] a = contrast(weights);
    int p = moments.columns();
    double trace = 0;
    double sum = 0;
    double[] spread = new double[p * p];
    for (AdjustedCluster cluster : clusters) {
      double[] h = cluster.images().times(Matrix.of(a.length, 1, a)).toArray();
      double own = cluster.squares().quadratic(a);
      double common = bread.quadratic(h);
      trace += own - common;
      sum += own * (own - 2 * common);
      for (int i = 0; i < p; i++) {
        for (int j = 0; j < p; j++) {
          spread[i * p + j] += h[i] * h[j];
        }
      }
    }
    // Σ_cd (h_c'M h_d)² is the trace of (M Σ h h')².
    Matrix product = bread.times(Matrix.of(p, p, spread));
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < p; j++) {
        sum += product.at(i, j) * product.at(j, i);
      }
    }
    return trace * trace / sum;
  }

  /** {@code Σ weight · term} with its CR2 standard error and t of its own degrees of freedom. */
  public Estimate combination(String name, Map<String, Double> weights) {
    double[] a = contrast(weights);
    double point = 0;
    double variance = 0;
    double[] estimates = moments.coefficients();
    for (int j = 0; j < a.length; j++) {
      point += a[j] / scale[j] * estimates[j];
    }
    for (AdjustedCluster cluster : clusters) {
      double influence = 0;
      for (int j = 0; j < a.length; j++) {
        influence += a[j] * cluster.adjusted(j);
      }
      variance += influence * influence;
    }
    return new StudentT(degreesOfFreedom(weights), fit().level())
        .estimate(name, point, Math.sqrt(variance));
  }

  /** Weights of the scaled coefficients. */
  private double[] contrast(Map<String, Double> weights) {
    double[] contrast = Contrast.of(terms, weights);
    for (int j = 0; j < contrast.length; j++) {
      contrast[j] *= scale[j];
    }
    return contrast;
  }
}
