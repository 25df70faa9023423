package id.dampak.estimate.inference;

import id.dampak.error.DampakException;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.ExposureEventStudy;
import id.dampak.estimate.Fit;
import id.dampak.estimate.Panel;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An event study fitted around dates on which nothing happened, for the spread of what it finds
 * there. One fit of a date tells the effects of events of several lengths.
 *
 * @param study the study; its own event does not matter
 * @param before periods before a start that its effect is compared with, 1 or more
 * @param after periods from a start on that enter, where the data have them
 * @param events the relative periods of each event, from 0 on
 */
public record PlaceboSuspensions(
    ExposureEventStudy study, int before, int after, List<List<Integer>> events) {

  public PlaceboSuspensions {
    events = events.stream().map(List::copyOf).toList();
  }

  /**
   * The effects that a study of one date finds.
   *
   * @param start period in which the placebo begins
   * @param effects mean coefficient over the periods of each event, less the mean of those before;
   *     NaN where the data end before the event does
   * @param degreesOfFreedom of the standard errors
   */
  public record Placebos(int start, List<Estimate> effects, double degreesOfFreedom) {
    public Placebos {
      effects = List.copyOf(effects);
    }
  }

  /**
   * The effects at every start, in their order; all NaN where the panel allows no estimate.
   *
   * @param panel data without an event
   */
  public List<Placebos> at(Panel panel, List<Integer> starts) {
    return starts.parallelStream().map(start -> orUndefined(panel, start)).toList();
  }

  /**
   * The effects at one start.
   *
   * @throws DampakException where the panel allows no estimate
   */
  public Placebos at(Panel panel, int start) {
    Panel window =
        panel.where(
            row -> {
              double t = panel.number(study.time(), row);
              return t >= start - before && t < start + after;
            });
    ExposureEventStudy placebo = study.but().at(start).build();
    Fit fit = placebo.fit(window);
    return new Placebos(
        start,
        events.stream().map(event -> effect(placebo, fit, event)).toList(),
        fit.degreesOfFreedom());
  }

  private Placebos orUndefined(Panel panel, int start) {
    try {
      return at(panel, start);
    } catch (DampakException refused) {
      return new Placebos(start, events.stream().map(event -> UNDEFINED).toList(), Double.NaN);
    }
  }

  private Estimate effect(ExposureEventStudy placebo, Fit fit, List<Integer> event) {
    List<Integer> against = IntStream.range(-before, 0).boxed().toList();
    boolean told =
        IntStream.concat(
                event.stream().mapToInt(k -> k), against.stream().mapToInt(Integer::intValue))
            .allMatch(k -> k == placebo.reference() || fit.has(placebo.term(k)));
    return told ? mean(placebo.cumulative(fit, event, against), event.size()) : UNDEFINED;
  }

  private static Estimate mean(Estimate sum, int periods) {
    return new Estimate(
        sum.term(),
        sum.estimate() / periods,
        sum.stdError() / periods,
        sum.confLow() / periods,
        sum.confHigh() / periods,
        sum.pValue());
  }

  private static final Estimate UNDEFINED =
      new Estimate("undefined", Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}
