package id.dampak.estimate.synthetic;

import id.dampak.estimate.Estimator;
import id.dampak.estimate.Fit;
import id.dampak.estimate.Panel;
import java.util.Set;

/**
 * Synthetic control on outcomes: the treated units against the weighted mean of controls whose
 * outcomes before treatment come nearest to theirs,
 *
 * <pre>min Σ_{t pre} (Σ_i ω_i y_it − ȳ_tr,t)² + ζ² T₀ ‖ω‖²   over ω ≥ 0, Σ ω = 1</pre>
 *
 * Abadie, Diamond and Hainmueller (2010), doi:10.1198/jasa.2009.ap08746, with every outcome before
 * treatment as a predictor of equal weight, as in section III of Arkhangelsky et al. (2021),
 * doi:10.1257/aer.20190159. See {@code docs/methods/synthetic-control.md}.
 *
 * <p>Differs from synthdid's {@code sc_estimate}: weights are the exact minimum unless {@link
 * SimplexSolver#FRANK_WOLFE} is asked for.
 *
 * @param outcome numeric column y
 * @param unit column of the unit i
 * @param time numeric column of whole periods t
 * @param treatment the column of treatment
 * @param ridge ζ as a multiple of σ̂, the standard deviation of the controls' changes
 * @param solver how weights are found
 * @param inference how standard errors are found
 * @param level confidence level of the intervals, in (0, 1)
 */
public record SyntheticControl(
    String outcome,
    String unit,
    String time,
    Treatment treatment,
    double ridge,
    SimplexSolver solver,
    SyntheticInference inference,
    double level)
    implements Estimator {
  private static final double RIDGE = 1e-6;

  public SyntheticControl {
    if (!(ridge >= 0 && ridge < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("ridge " + ridge);
    }
  }

  /** A ridge that only settles ties, exact weights, placebos, 95 % intervals. */
  public static SyntheticControl of(String outcome, String unit, String time, Treatment treatment) {
    return new SyntheticControl(
        outcome,
        unit,
        time,
        treatment,
        RIDGE,
        SimplexSolver.ACTIVE_SET,
        SyntheticInference.placebo(),
        0.95);
  }

  /** The same with weights found in another way. */
  public SyntheticControl with(SimplexSolver other) {
    return new SyntheticControl(outcome, unit, time, treatment, ridge, other, inference, level);
  }

  /** The same with other standard errors. */
  public SyntheticControl with(SyntheticInference other) {
    return new SyntheticControl(outcome, unit, time, treatment, ridge, solver, other, level);
  }

  /** The same with another penalty on uneven weights. */
  public SyntheticControl withRidge(double other) {
    return new SyntheticControl(outcome, unit, time, treatment, other, solver, inference, level);
  }

  /** The same with intervals of another level. */
  public SyntheticControl withLevel(double other) {
    return new SyntheticControl(outcome, unit, time, treatment, ridge, solver, inference, other);
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
    SimplexWeighting rule = SimplexWeighting.ofLevels(data.block(), solver, ridge);
    return new Comparison(data, rule).run(this, inference, level);
  }

  private BlockPanel.Names names() {
    return new BlockPanel.Names(outcome, unit, time, treatment);
  }
}
