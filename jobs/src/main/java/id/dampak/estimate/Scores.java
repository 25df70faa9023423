package id.dampak.estimate;

import id.dampak.linalg.Factor;
import id.dampak.linalg.Matrix;
import java.util.Optional;

/**
 * The scores {@code s_i = w_i x̃_i û_i} of an estimation, one row of length K for each observation,
 * kept in whatever form the design allows. The meat of a sandwich is all that a variance asks for;
 * what a bootstrap needs beyond that (sums by cluster) belongs here too.
 */
interface Scores {

  /** The scores {@code U's} if there is a basis U, else the same. */
  Scores in(Optional<Matrix> basis);

  /** {@code Σ_i x̃_i x̃_i' v_i} for squared residuals v. */
  Matrix meat(double[] squares);

  /** {@code Σ_c (Σ_{i∈c} s_i)(Σ_{i∈c} s_i)'} over clusters c. */
  Matrix meat(Factor clusters);
}
