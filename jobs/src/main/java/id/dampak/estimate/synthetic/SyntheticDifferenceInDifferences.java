package id.dampak.estimate.synthetic;

import id.dampak.estimate.Estimator;
import id.dampak.estimate.Fit;
import id.dampak.estimate.Panel;
import java.util.Set;

/**
 * Synthetic difference in differences (Arkhangelsky, Athey, Hirshberg, Imbens and Wager 2021,
 * doi:10.1257/aer.20190159): the treated units' change against that of a weighted mean of controls,
 * from a weighted mean of the periods before treatment to the plain mean of those after:
 *
 * <pre>τ̂ = (ȳ_tr,post − Σ_t λ_t ȳ_tr,t) − Σ_i ω_i (ȳ_i,post − Σ_t λ_t y_it)</pre>
 *
 * ω makes the controls run parallel to the treated before treatment, λ makes the periods before it
 * predict the controls after it; both are not negative and add up to one. The treatment starts for
 * all treated units at once and does not end; the panel is balanced. See {@code
 * docs/methods/synthetic-did.md}.
 *
 * <p>Differs from synthdid: weights are the exact minimum unless {@link SimplexSolver#FRANK_WOLFE}
 * is asked for, and placebos are the same in every run. Covariates are not taken out.
 *
 * @param outcome numeric column y
 * @param unit column of the unit i
 * @param time numeric column of whole periods t
 * @param treatment the column of treatment
 * @param solver how weights are found
 * @param inference how standard errors are found
 * @param level confidence level of the intervals, in (0, 1)
 */
public record SyntheticDifferenceInDifferences(
    String outcome,
    String unit,
    String time,
    Treatment treatment,
    SimplexSolver solver,
    SyntheticInference inference,
    double level)
    implements Estimator {

  /** Exact weights, placebos, 95 % intervals. */
  public static SyntheticDifferenceInDifferences of(
      String outcome, String unit, String time, Treatment treatment) {
    return new SyntheticDifferenceInDifferences(
        outcome,
        unit,
        time,
        treatment,
        SimplexSolver.ACTIVE_SET,
        SyntheticInference.placebo(),
        0.95);
  }

  /** The same with weights found in another way. */
  public SyntheticDifferenceInDifferences with(SimplexSolver other) {
    return new SyntheticDifferenceInDifferences(
        outcome, unit, time, treatment, other, inference, level);
  }

  /** The same with other standard errors. */
  public SyntheticDifferenceInDifferences with(SyntheticInference other) {
    return new SyntheticDifferenceInDifferences(
        outcome, unit, time, treatment, solver, other, level);
  }

  /** The same with intervals of another level. */
  public SyntheticDifferenceInDifferences withLevel(double other) {
    return new SyntheticDifferenceInDifferences(
        outcome, unit, time, treatment, solver, inference, other);
  }

  @Override
  public Set<String> columns() {
    return names().all();
  }

  @Override
  public Set<String> identifiers() {
    return names().identifiers();
  }

  @Override
  public Fit fit(Panel panel) {
    return synthesise(panel).fit();
  }

  /**
   * Estimates on {@code panel} and shows the weights, the path and the placebos too.
   *
   * @throws id.dampak.error.DampakException if the data do not allow it
   */
  public Synthesis synthesise(Panel panel) {
    BlockPanel data = BlockPanel.of(panel, names());
    Comparison.requireNoise(data);
    SimplexWeighting rule = SimplexWeighting.ofChanges(data.block(), solver);
    return new Comparison(data, rule).run(this, inference, level);
  }

  private BlockPanel.Names names() {
    return new BlockPanel.Names(outcome, unit, time, treatment);
  }
}
