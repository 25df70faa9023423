package id.dampak.estimate;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Event study in the intensity of exposure for an outcome that is never negative, such as money
 * with zeros, by Poisson pseudo maximum likelihood:
 *
 * <pre>E[y_it] = exp(α_i + λ_{g(i),t} + Σ_{k≠ref} β_k e_i 1{t − t₀ = k} + x_it'γ)</pre>
 *
 * so that exposure e changes the mean by the part {@code exp(β_k e) − 1}. The zeros stay, and
 * nothing hangs on the unit of measure, as it does with log(1 + y) (Chen and Roth 2024,
 * doi:10.1093/qje/qjad054). See {@code docs/methods/poisson-regression.md}.
 *
 * @param study all options, those of the linear event study; terms and path have the same names
 */
public record PoissonEventStudy(ExposureEventStudy study) implements Estimator {

  @Override
  public Set<String> columns() {
    return study.columns();
  }

  @Override
  public Set<String> identifiers() {
    return study.identifiers();
  }

  @Override
  public Fit fit(Panel panel) {
    return estimation(panel).fit();
  }

  /** Every coefficient β of {@code fit} in order of group and period, the reference among them. */
  public List<EventPeriod> path(Fit fit) {
    return study.path(fit);
  }

  /**
   * The relative effect {@code exp(β_k e) − 1} of exposure {@code e} in each period, the reference
   * among them. The standard error is that of the delta method; the interval is that of β_k,
   * transformed, which cannot fall below −1; the p value is that of β_k = 0.
   */
  public List<EventPeriod> effects(Fit fit, double e) {
    return study.path(fit).stream().map(period -> relative(period, e)).toList();
  }

  /** Joint score test that every coefficient before the event is 0, over all groups. */
  public JointTest preTrend(Panel panel) {
    PoissonEstimation<ExposureDesign> estimation = estimation(panel);
    return estimation.preTrend(
        regression -> new PreTrend(regression, estimation.design(), study.variance()));
  }

  private PoissonEstimation<ExposureDesign> estimation(Panel panel) {
    return PoissonEstimation.of(
        study.model(this),
        Optional.empty(),
        study.singletons(),
        panel,
        study.sample(panel),
        frame -> ExposureDesign.of(study, frame));
  }

  private static EventPeriod relative(EventPeriod period, double e) {
    Estimate beta = period.estimate();
    double one = Math.expm1(beta.confLow() * e);
    double other = Math.expm1(beta.confHigh() * e);
    double point = Math.expm1(beta.estimate() * e);
    double stdError = Math.abs(e) * (point + 1) * beta.stdError();
    return new EventPeriod(
        period.relativePeriod(),
        period.group(),
        period.reference(),
        new Estimate(
            beta.term(),
            point,
            stdError,
            Math.min(one, other),
            Math.max(one, other),
            beta.pValue()));
  }
}
