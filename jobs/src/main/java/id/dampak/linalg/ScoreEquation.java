package id.dampak.linalg;

import java.io.Serializable;
import java.util.List;

/**
 * A regression at given coefficients, as far as its residuals and scores are concerned.
 *
 * @param effects what two effects leave of the columns
 * @param kept columns that have a coefficient, ascending
 * @param coefficients one for each
 * @param robust whether scores are squared row by row
 * @param clusters clusters by which scores are summed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never shown
public record ScoreEquation(
    PartialledOut effects,
    int[] kept,
    double[] coefficients,
    boolean robust,
    List<ClusterTerm> clusters)
    implements Serializable {
  private static final long serialVersionUID = 1L;
}
