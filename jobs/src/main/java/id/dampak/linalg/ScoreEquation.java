package id.dampak.linalg;

import java.io.Serializable;
import java.util.List;

/**
 * A regression at given coefficients, as far as its residuals and scores are concerned.
 *
 * @param effects what two effects leave of the columns
 * @param kept columns that have a coefficient, ascending
 * @param coefficients one for each
 * @param basis U by whose columns scores are combined before they are squared, or none
 * @param robust whether scores are squared row by row
 * @param clusters clusters by which scores are summed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never shown
public record ScoreEquation(
    PartialledOut effects,
    int[] kept,
    double[] coefficients,
    List<Matrix> basis,
    boolean robust,
    List<ClusterTerm> clusters)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public ScoreEquation {
    basis = List.copyOf(basis);
    clusters = List.copyOf(clusters);
  }

  /** A score in the basis: {@code U's}. */
  double[] combined(double[] score) {
    if (basis.isEmpty()) {
      return score;
    }
    double[] combined = new double[score.length];
    for (int i = 0; i < score.length; i++) {
      for (int j = 0; j < score.length; j++) {
        combined[j] += basis.get(0).at(i, j) * score[i];
      }
    }
    return combined;
  }
}
