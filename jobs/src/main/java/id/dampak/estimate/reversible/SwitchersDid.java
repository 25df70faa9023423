package id.dampak.estimate.reversible;

import id.dampak.error.ReversibleErrors;
import id.dampak.estimate.Estimator;
import id.dampak.estimate.Fit;
import id.dampak.estimate.Panel;
import java.util.Set;

/**
 * The effect of a treatment that switches on and off, at the moment of the switch: DID_M of de
 * Chaisemartin and D'Haultfœuille (2020), Two-Way Fixed Effects Estimators with Heterogeneous
 * Treatment Effects, American Economic Review 110(9), doi:10.1257/aer.20181169.
 *
 * <pre>DID_{+,t} = mean ΔY_t of those switching up from d − mean ΔY_t of those staying at d
 * DID_{−,t} = mean ΔY_t of those staying at d − mean ΔY_t of those switching down from d
 * DID_M     = Σ_t (N_{+,t} DID_{+,t} + N_{−,t} DID_{−,t}) / N_S</pre>
 *
 * averaged over the treatments d before the switch, with weights N_gt. It is right if the outcome
 * depends on the current treatment only; {@link CarryOver} tests that, and {@link IntertemporalDid}
 * does without. Treatments of more than two values are compared at equal d too, and the effect is
 * by default counted per unit of treatment: divided by the mean of |D_t − D_{t−1}|.
 *
 * <p>Terms: {@code DID_M}; {@code DID+} and {@code DID-}, its parts by direction, with {@code
 * DID+[t]} and {@code DID-[t]} on request; {@code placebo[k]}: the same for the change from t − k −
 * 1 to t − k of units whose treatment was constant from t − k − 1 to t − 1.
 *
 * <p>Standard errors: the paper's program bootstraps. Here they are analytic, by the formula of de
 * Chaisemartin and D'Haultfœuille (2024) for given treatments, with the units that make the same
 * move d → d' in t as a cohort; see {@code docs/methods/on-off-did.md}. Switchers in a period in
 * which nobody stays at their d do not enter, and are counted, where the paper sets their DID to 0.
 *
 * @param data the columns
 * @param placebos how many, from 0
 * @param scale per unit of treatment or per switch; the same for a treatment of 0 and 1
 * @param detail whether effects of single periods are reported
 * @param level confidence level of the (normal) intervals, in (0, 1)
 */
public record SwitchersDid(
    TreatmentColumns data, int placebos, EffectScale scale, PeriodDetail detail, double level)
    implements Estimator {
  /** The term of the average over all switches. */
  public static final String ALL = "DID_M";

  /** The term of the average over increases. */
  public static final String UP = "DID+";

  /** The term of the average over decreases. */
  public static final String DOWN = "DID-";

  /** The test that switching on and switching off have the same effect, with opposite sign. */
  public static final String UP_EQUALS_DOWN = "DID+ equals DID-";

  /** The test that all placebos are 0. */
  public static final String PLACEBOS_ARE_ZERO = IntertemporalDid.PLACEBOS_ARE_ZERO;

  public SwitchersDid {
    if (placebos < 0) {
      throw ReversibleErrors.tooFew("placebos", placebos, 0);
    }
  }

  /** One placebo, effects per unit of treatment, averages only, 95 % intervals. */
  public static SwitchersDid of(TreatmentColumns data) {
    return new SwitchersDid(data, 1, EffectScale.PER_UNIT, PeriodDetail.POOLED, 0.95);
  }

  /** The same with another number of placebos. */
  public SwitchersDid withPlacebos(int number) {
    return new SwitchersDid(data, number, scale, detail, level);
  }

  /** The same on another scale. */
  public SwitchersDid with(EffectScale other) {
    return new SwitchersDid(data, placebos, other, detail, level);
  }

  /** The same with or without the effects of single periods. */
  public SwitchersDid with(PeriodDetail other) {
    return new SwitchersDid(data, placebos, scale, other, level);
  }

  /** The same with intervals of another level. */
  public SwitchersDid withLevel(double other) {
    return new SwitchersDid(data, placebos, scale, detail, other);
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
   * @throws id.dampak.error.DampakException if no unit switches between consecutive periods, or
   *     none that does has a stayer to be compared with
   */
  public ReversibleFit estimate(Panel panel) {
    return new Switches(this, Cells.of(data, panel)).fit();
  }
}
