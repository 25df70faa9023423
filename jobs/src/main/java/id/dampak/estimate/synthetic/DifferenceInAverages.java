package id.dampak.estimate.synthetic;

import id.dampak.estimate.Estimator;
import id.dampak.estimate.Fit;
import id.dampak.estimate.Panel;
import java.util.Set;

/**
 * Difference in differences of averages, {@code (ȳ_tr,post − ȳ_tr,pre) − (ȳ_co,post − ȳ_co,pre)}:
 * synthetic difference in differences with equal weights, which is the coefficient of the treatment
 * in a regression on unit and period effects when the panel is balanced and the treatment starts at
 * once. Beside {@link SyntheticDifferenceInDifferences} it shows what the weights change.
 *
 * @param outcome numeric column y
 * @param unit column of the unit i
 * @param time numeric column of whole periods t
 * @param treatment the column of treatment
 * @param inference how standard errors are found
 * @param level confidence level of the intervals, in (0, 1)
 */
public record DifferenceInAverages(
    String outcome,
    String unit,
    String time,
    Treatment treatment,
    SyntheticInference inference,
    double level)
    implements Estimator {

  /** Placebos, 95 % intervals. */
  public static DifferenceInAverages of(
      String outcome, String unit, String time, Treatment treatment) {
    return new DifferenceInAverages(
        outcome, unit, time, treatment, SyntheticInference.placebo(), 0.95);
  }

  /** The same with other standard errors. */
  public DifferenceInAverages with(SyntheticInference other) {
    return new DifferenceInAverages(outcome, unit, time, treatment, other, level);
  }

  /** The same with intervals of another level. */
  public DifferenceInAverages withLevel(double other) {
    return new DifferenceInAverages(outcome, unit, time, treatment, inference, other);
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
    return new Comparison(data, Weighting.uniform()).run(this, inference, level);
  }

  private BlockPanel.Names names() {
    return new BlockPanel.Names(outcome, unit, time, treatment);
  }
}
