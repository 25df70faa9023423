package id.dampak.estimate;

import id.dampak.linalg.Absorber;
import java.util.List;

/** The regressors of a {@link Frame}, held in whatever form their pattern allows. */
interface Design {

  /** Names of the terms, in the order of the coefficients. */
  List<String> terms();

  /** Whether the first of the terms is a constant, as only without fixed effects it can be. */
  boolean hasConstant();

  /** What the fixed effects leave of the regressors at the weights of the frame. */
  Within within();

  /**
   * What they leave at other weights, as {@code absorber} takes them out. What an earlier call
   * returned may have been overwritten.
   */
  Within within(Absorber absorber, double[] weights);

  /** Why the term {@code j} is left out, if it is. */
  String reason(int j);

  /**
   * Refuses if the terms {@code kept} do not answer what was asked.
   *
   * @throws id.dampak.error.DampakException if so
   */
  void requireAnswer(int[] kept);
}
