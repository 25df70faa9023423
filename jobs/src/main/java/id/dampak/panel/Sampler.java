package id.dampak.panel;

import id.dampak.error.EstimationErrors;
import id.dampak.estimate.Dropped;
import id.dampak.estimate.Panel;
import id.dampak.study.Exposure;
import id.dampak.study.Specification;
import id.dampak.study.Specification.Aggregation;
import id.dampak.study.Specification.Outcome;
import id.dampak.study.Study;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Forms the observations of a specification from the market: its sample, outcome, weights and
 * treatment.
 */
public final class Sampler {
  private static final String WITHOUT_BASELINE = "no sales over the baseline window";

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
    return observations(specification, event, periods(specification, event));
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
    List<Dropped> dropped = new ArrayList<>();
    if (specification.outcome() instanceof Outcome.LogRatio ratio) {
      ratios(specification, ratio, periods, rows, dropped);
    } else {
      levels(specification, periods, rows, dropped);
    }
    specification.clip().ifPresent(clip -> rows.clip(clip.lower(), clip.upper()));
    Panel panel =
        switch (specification.aggregation()) {
          case UNIT -> rows.ofUnits(market);
          case REGION -> rows.ofRegions(market);
        };
    return new Observations(panel, dropped, relative, event);
  }

  private List<Integer> periods(Specification specification, int event) {
    if (!specification.sample().isEmpty()) {
      return specification.sample().stream().map(this::index).toList();
    }
    IntStream all = IntStream.range(0, market.periods().size());
    return switch (specification.method()) {
      case DIFFERENCE_IN_DIFFERENCES -> all.boxed().toList();
      case EXPOSURE_EVENT_STUDY ->
          all.filter(
                  period ->
                      period >= event - specification.leads()
                          && period < event + specification.lags())
              .boxed()
              .toList();
    };
  }

  private int index(LocalDateTime start) {
    return (int) study.period().between(market.periods().get(0), start);
  }

  private void levels(
      Specification specification,
      List<Integer> periods,
      ObservationRows rows,
      List<Dropped> dropped) {
    boolean relative = specification.outcome() instanceof Outcome.RelativeToBaseline;
    long withoutBaseline = 0;
    for (int unit = 0; unit < market.units().size(); unit++) {
      UnitRow row = market.units().get(unit);
      int seat = market.regions().indexOf(row.region());
      boolean measured = row.exposure().isPresent() && row.baseline() > 0;
      for (int period : periods) {
        if (!market.atRisk(unit, period)) {
          continue;
        }
        if (!measured) {
          withoutBaseline++;
          continue;
        }
        double scale = relative ? row.baseline() : 1;
        rows.add(
            unit,
            seat,
            period,
            market.amount(unit, period) / scale,
            scale,
            treatment(specification, row, seat, period));
      }
    }
    drop(dropped, WITHOUT_BASELINE, withoutBaseline);
  }

  private void ratios(
      Specification specification,
      Outcome.LogRatio ratio,
      List<Integer> periods,
      ObservationRows rows,
      List<Dropped> dropped) {
    RatioSource source =
        specification.aggregation() == Aggregation.REGION
            ? RatioSource.ofRegions(market)
            : RatioSource.ofUnits(market);
    long notPositive = 0;
    long withoutBaseline = 0;
    for (int entity = 0; entity < source.size(); entity++) {
      for (int period : periods) {
        double now = source.amount(entity, period);
        double before = period < ratio.lag() ? 0 : source.amount(entity, period - ratio.lag());
        if (now <= 0 && before <= 0) {
          continue;
        }
        if (now <= 0 || before <= 0) {
          notPositive++;
        } else if (isDosed(specification, entity)) {
          int region = source.region(entity, period);
          double weight = ratio.weights() == Specification.Weights.LAGGED_OUTCOME ? before : 1;
          double dose = ratioTreatment(specification, entity, region, period);
          rows.add(entity, region, period, Math.log(now / before), weight, dose);
        } else {
          withoutBaseline++;
        }
      }
    }
    drop(dropped, WITHOUT_BASELINE, withoutBaseline);
    drop(dropped, "not positive both now and " + ratio.lag() + " periods before", notPositive);
  }

  private static void drop(List<Dropped> dropped, String reason, long rows) {
    if (rows > 0) {
      dropped.add(new Dropped(reason, rows));
    }
  }

  private boolean isDosed(Specification specification, int entity) {
    return switch (specification.aggregation()) {
      case UNIT -> market.units().get(entity).exposure().isPresent();
      case REGION -> true;
    };
  }

  private double ratioTreatment(Specification specification, int entity, int region, int period) {
    return switch (specification.aggregation()) {
      case UNIT -> treatment(specification, market.units().get(entity), region, period);
      case REGION -> regionTreatment(specification, region, period);
    };
  }

  private double treatment(Specification specification, UnitRow unit, int region, int period) {
    return study.exposure() instanceof Exposure.FeatureShare
        ? unit.exposure().orElse(0) * market.suspended(region, period - specification.shift())
        : regionTreatment(specification, region, period);
  }

  /** One where the region's feature was off in some part of the period. */
  private double regionTreatment(Specification specification, int region, int period) {
    return market.suspended(region, period - specification.shift()) > 0 ? 1 : 0;
  }
}
