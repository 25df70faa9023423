package id.dampak.panel;

import id.dampak.error.EstimationErrors;
import id.dampak.estimate.Dropped;
import id.dampak.estimate.Panel;
import id.dampak.study.Specification;
import id.dampak.study.Specification.Aggregation;
import id.dampak.study.Specification.Outcome;
import id.dampak.study.Study;
import id.dampak.study.Window;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Forms the observations of a specification from the market: its sample, outcome, weights and
 * treatment.
 */
public final class Sampler {
  private final Market market;
  private final Study study;

  /** A sampler for a study and its market. */
  public Sampler(Market market, Study study) {
    this.market = market;
    this.study = study;
  }

  /**
   * The observations of a specification.
   *
   * @throws id.dampak.error.DampakException where no suspension that counts touches the panel
   */
  public Observations observations(Specification specification) {
    int event = suspended(specification).get(0) + specification.shift();
    return observations(
        specification, event, new SamplePeriods(market, study).of(specification, event));
  }

  /**
   * The observations of a specification in every period before the first suspension: what there is
   * to learn from before the event.
   *
   * @throws id.dampak.error.DampakException where no suspension that counts touches the panel
   */
  public Observations before(Specification specification) {
    int event = suspended(specification).get(0);
    return observations(specification, event, IntStream.range(0, event).boxed().toList());
  }

  private List<Integer> suspended(Specification specification) {
    List<Integer> suspended = market.suspendedPeriods();
    if (suspended.isEmpty()) {
      throw EstimationErrors.cannotEstimate(
          specification.name(),
          "No suspension that counts in the study touches a period and region of its panel.",
          "Check the filter under suspensions: and the window of the study.");
    }
    return suspended;
  }

  private Observations observations(Specification specification, int event, List<Integer> periods) {
    List<Integer> suspended = suspended(specification);
    List<Integer> relative = suspended.stream().map(period -> period - suspended.get(0)).toList();
    ObservationRows rows = new ObservationRows();
    List<Dropped> dropped = outcome(specification).add(periods, rows);
    specification.clip().ifPresent(clip -> rows.clip(clip.lower(), clip.upper()));
    Panel panel =
        switch (specification.aggregation()) {
          case UNIT -> rows.ofUnits(market);
          case REGION -> rows.ofRegions(market);
          case TOTAL -> rows.ofAll(market);
        };
    return new Observations(panel, dropped, relative, event);
  }

  private OutcomeRows outcome(Specification specification) {
    Doses doses = new Doses(market, study, specification);
    if (specification.outcome() instanceof Outcome.LogRatio ratio) {
      return new LogRatios(market, doses, specification, ratio);
    }
    return specification.aggregation() == Aggregation.UNIT
        ? new UnitLevels(market, doses, specification)
        : new SummedLevels(market, doses, specification, baseline());
  }

  private List<Integer> baseline() {
    Window window = study.exposure().baseline();
    return IntStream.range(0, market.periods().size())
        .filter(period -> window.holds(market.periods().get(period).toLocalDate()))
        .boxed()
        .toList();
  }
}
