package id.dampak.estimate.inference;

import id.dampak.error.InferenceErrors;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.Estimator;
import id.dampak.estimate.ExposureEventStudy;
import id.dampak.estimate.Fit;
import id.dampak.estimate.Panel;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Randomisation inference over the time of an event: the same study with every placebo date in the
 * place of the event, in a window of the same length.
 *
 * <p>One event that hits everybody is one draw of a common shock, and clustering by unit does not
 * see how much such shocks vary; what the same exposure did on other dates does. See {@code
 * docs/methods/randomisation-inference.md}.
 *
 * @param study the study; with bins from its reference on, all periods before the event are the
 *     reference
 * @param before periods before the event in a window, the reference among them
 * @param length periods of the event: coefficients 0 to length − 1 make the statistic
 * @param placebos periods in which a placebo event begins, as {@link PlaceboDates} gives them
 * @param statistic what is compared
 */
public record PlaceboEvents(
    ExposureEventStudy study,
    int before,
    int length,
    List<Integer> placebos,
    PlaceboStatistic statistic)
    implements Estimator {

  public PlaceboEvents {
    placebos = List.copyOf(placebos);
    if (length < 1 || before < 1) {
      throw InferenceErrors.emptyWindow(before, length);
    }
  }

  @Override
  public Set<String> columns() {
    return study.columns();
  }

  @Override
  public Set<String> identifiers() {
    return study.identifiers();
  }

  /**
   * The mean coefficient over the event with its usual standard error and the p value of the
   * placebos. Randomisation gives no interval: its ends are NaN.
   */
  @Override
  public Fit fit(Panel panel) {
    Fit fit = fitAt(panel, study.eventPeriod());
    Estimate mean = mean(study, fit);
    RandomisationTest test = test(panel);
    Estimate estimate =
        new Estimate(
            mean.term(), mean.estimate(), mean.stdError(), Double.NaN, Double.NaN, test.pValue());
    return RandomisedFits.of(this, fit, estimate, test);
  }

  /** The test with the statistic of every placebo. */
  public RandomisationTest test(Panel panel) {
    for (int placebo : placebos) {
      if (Math.abs((long) placebo - study.eventPeriod()) < (long) before + length) {
        throw InferenceErrors.placeboTouchesEvent(placebo, study.eventPeriod(), before, length);
      }
    }
    return RandomisationTest.of(
        study.term(0) + " to " + study.term(length - 1),
        Tail.BOTH,
        statistic(panel, study.eventPeriod()),
        placebos,
        String::valueOf,
        period -> statistic(panel, period));
  }

  private double statistic(Panel panel, int period) {
    Estimate mean = mean(at(period), fitAt(panel, period));
    return switch (statistic) {
      case EFFECT -> mean.estimate();
      case T -> mean.estimate() / mean.stdError();
    };
  }

  private Estimate mean(ExposureEventStudy of, Fit fit) {
    return of.average(fit, IntStream.range(0, length).boxed().toList());
  }

  private Fit fitAt(Panel panel, int period) {
    Panel window =
        panel.where(
            row -> {
              double t = panel.number(study.time(), row);
              return t >= period - before && t < period + length;
            });
    return at(period).fit(window);
  }

  private ExposureEventStudy at(int period) {
    return study.but().at(period).build();
  }
}
