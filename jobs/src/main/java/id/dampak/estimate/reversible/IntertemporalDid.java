package id.dampak.estimate.reversible;

import id.dampak.error.ReversibleErrors;
import id.dampak.estimate.Estimator;
import id.dampak.estimate.Fit;
import id.dampak.estimate.Panel;
import java.util.Set;

/**
 * Effects of having switched ℓ periods ago, for treatments of any dose that may change more than
 * once and whose past may matter: DID_ℓ of de Chaisemartin and D'Haultfœuille (2024), Difference-
 * in-Differences Estimators of Intertemporal Treatment Effects, Review of Economics and Statistics,
 * doi:10.1162/rest_a_01414.
 *
 * <pre>
 * DID_g,ℓ = Y_g,F−1+ℓ − Y_g,F−1 − mean of the same over g' with D_g',1 = D_g,1 and F_g' > F−1+ℓ
 * DID_ℓ   = 1/N_ℓ Σ_g S_g DID_g,ℓ</pre>
 *
 * F is the first period in which the treatment of g differs from its first one, S_g = ±1 the
 * direction. Terms: {@code effect[1]} … {@code effect[L]}; {@code placebo[1]} …, the same for the
 * change from F − 1 back to F − 1 − ℓ; {@code average}, the average total effect per unit of
 * treatment Σ_ℓ N_ℓ DID_ℓ / Σ_ℓ Σ_g |D_g,F−1+ℓ − D_g,1|. Terms that nobody identifies are left out
 * with a warning. Standard errors are the paper's: see {@code docs/methods/on-off-did.md}.
 *
 * <p>Differs from DIDmultiplegtDYN: the covariance of all terms is given and is positive
 * semi-definite; a joint test of no fewer terms than clusters is not defined instead of
 * significant; memory is linear in units × periods.
 *
 * @param data the columns
 * @param effects L, from 1
 * @param placebos how many, from 0
 * @param scale whether effects and placebos are divided by the dose
 * @param direction whose effects
 * @param composition whether the switchers are the same at all ℓ
 * @param gaps what missing treatments before a switch mean
 * @param level confidence level of the (normal) intervals, in (0, 1)
 */
public record IntertemporalDid(
    TreatmentColumns data,
    int effects,
    int placebos,
    EffectScale scale,
    SwitchDirection direction,
    Composition composition,
    TreatmentGaps gaps,
    double level)
    implements Estimator {
  /** The term of the average total effect per unit of treatment. */
  public static final String AVERAGE = "average";

  /** The test that all effects are 0. */
  public static final String EFFECTS_ARE_ZERO = "effects equal 0";

  /** The test that all placebos are 0. */
  public static final String PLACEBOS_ARE_ZERO = "placebos equal 0";

  /** The test that all effects are the same. */
  public static final String EFFECTS_ARE_EQUAL = "effects equal each other";

  public IntertemporalDid {
    if (effects < 1) {
      throw ReversibleErrors.tooFew("effects", effects, 1);
    }
    if (placebos < 0) {
      throw ReversibleErrors.tooFew("placebos", placebos, 0);
    }
  }

  /** {@code effects} effects per switch of all switchers, no placebos, 95 % intervals. */
  public static IntertemporalDid of(TreatmentColumns data, int effects) {
    return new IntertemporalDid(
        data,
        effects,
        0,
        EffectScale.PER_SWITCH,
        SwitchDirection.BOTH,
        Composition.EACH,
        TreatmentGaps.FILLED,
        0.95);
  }

  /** The same with placebos. */
  public IntertemporalDid withPlacebos(int number) {
    return new IntertemporalDid(data, effects, number, scale, direction, composition, gaps, level);
  }

  /** The same on another scale. */
  public IntertemporalDid with(EffectScale other) {
    return new IntertemporalDid(
        data, effects, placebos, other, direction, composition, gaps, level);
  }

  /** The same for other switchers. */
  public IntertemporalDid with(SwitchDirection other) {
    return new IntertemporalDid(data, effects, placebos, scale, other, composition, gaps, level);
  }

  /** The same with another composition. */
  public IntertemporalDid with(Composition other) {
    return new IntertemporalDid(data, effects, placebos, scale, direction, other, gaps, level);
  }

  /** The same with another reading of missing treatments. */
  public IntertemporalDid with(TreatmentGaps other) {
    return new IntertemporalDid(
        data, effects, placebos, scale, direction, composition, other, level);
  }

  /** The same with intervals of another level. */
  public IntertemporalDid withLevel(double other) {
    return new IntertemporalDid(
        data, effects, placebos, scale, direction, composition, gaps, other);
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
   * Estimates, with counts and joint tests.
   *
   * @throws id.dampak.error.DampakException if no unit switches, or none that does has a control
   */
  public ReversibleFit estimate(Panel panel) {
    return new Intertemporal(this, Paths.of(data, gaps, panel)).fit();
  }
}
