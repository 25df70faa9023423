package id.dampak.estimate.reversible;

import id.dampak.error.ReversibleErrors;
import id.dampak.estimate.Estimator;
import id.dampak.estimate.Fit;
import id.dampak.estimate.Panel;
import java.util.Set;

/**
 * Whether an effect lasts after the treatment has gone: DID_ℓ of de Chaisemartin and D'Haultfœuille
 * (2024), doi:10.1162/rest_a_01414, for the units that are back at their first treatment.
 *
 * <p>{@code after[j]} is the mean of S_g DID_{g,ℓ} where F_g − 1 + ℓ is the j-th period in a row in
 * which unit g has its first treatment again. Were the outcome a matter of the current treatment
 * alone, as {@link SwitchersDid} needs, then after[j] would be 0 for every j: the units would be
 * where they would have been without ever switching. The joint test of that is {@link
 * #NO_CARRY_OVER}. Standard errors are those of {@link IntertemporalDid}, with the switchers of a
 * cohort further divided by how long they stayed away.
 *
 * <p>A rejection can also mean that trends are not parallel: look at the placebos of {@link
 * IntertemporalDid}. No peer program offers this as one command.
 *
 * @param data the columns
 * @param periods J, how many periods after the return, from 1
 * @param gaps what missing treatments before a switch mean
 * @param level confidence level of the (normal) intervals, in (0, 1)
 */
public record CarryOver(TreatmentColumns data, int periods, TreatmentGaps gaps, double level)
    implements Estimator {
  /** The test that after[j] is 0 for all j. */
  public static final String NO_CARRY_OVER = "no effect after the treatment has gone";

  public CarryOver {
    if (periods < 1) {
      throw ReversibleErrors.tooFew("periods after the return", periods, 1);
    }
  }

  /** {@code periods} periods after the return, 95 % intervals. */
  public static CarryOver of(TreatmentColumns data, int periods) {
    return new CarryOver(data, periods, TreatmentGaps.FILLED, 0.95);
  }

  /** The same with another reading of missing treatments. */
  public CarryOver with(TreatmentGaps other) {
    return new CarryOver(data, periods, other, level);
  }

  /** The same with intervals of another level. */
  public CarryOver withLevel(double other) {
    return new CarryOver(data, periods, gaps, other);
  }

  /** The name of the term of the j-th period after the return. */
  public static String term(int j) {
    return "after[" + j + "]";
  }

  @Override
  public Set<String> columns() {
    return data.all();
  }

  @Override
  public Set<String> identifiers() {
    return data.identifiers();
  }

  @Override
  public Fit fit(Panel panel) {
    return estimate(panel).fit();
  }

  /**
   * Estimates, with counts and the joint test.
   *
   * @throws id.dampak.error.DampakException if no unit switches, or none is seen to come back
   *     beside one that has not switched
   */
  public ReversibleFit estimate(Panel panel) {
    return new Returns(this, Paths.of(data, gaps, panel)).fit();
  }
}
