package id.dampak.panel;

import id.dampak.estimate.Dropped;
import id.dampak.panel.ObservationRows.Channel;
import id.dampak.study.Specification;
import id.dampak.study.Specification.Aggregation;
import id.dampak.study.Specification.Outcome;
import id.dampak.study.Specification.Weights;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Logarithms of sales over those some periods before, where both are positive. */
final class LogRatios implements OutcomeRows {
  private final Market market;
  private final Amounts amounts;
  private final Doses doses;
  private final Aggregation aggregation;
  private final Outcome.LogRatio ratio;

  LogRatios(Market market, Doses doses, Specification specification, Outcome.LogRatio ratio) {
    this.market = market;
    this.amounts = Amounts.of(market, specification.aggregation());
    this.doses = doses;
    this.aggregation = specification.aggregation();
    this.ratio = ratio;
  }

  @Override
  public List<Dropped> add(List<Integer> periods, ObservationRows rows) {
    long notPositive = 0;
    long withoutBaseline = 0;
    for (int entity = 0; entity < amounts.size(); entity++) {
      for (int period : periods) {
        double now = amounts.amount(entity, period);
        double before = period < ratio.lag() ? 0 : amounts.amount(entity, period - ratio.lag());
        if (now <= 0 && before <= 0) {
          continue;
        }
        if (now <= 0 || before <= 0) {
          notPositive++;
          continue;
        }
        int region = amounts.region(entity, period);
        OptionalDouble dose = dose(entity, region, period);
        if (dose.isPresent()) {
          double weight = ratio.weights() == Weights.LAGGED_OUTCOME ? before : 1;
          double growth = Math.log(now / before);
          rows.add(entity, region, period, now, growth, weight, dose.getAsDouble(), Channel.ALL);
        } else {
          withoutBaseline++;
        }
      }
    }
    return Stream.of(
            OutcomeRows.dropped(WITHOUT_BASELINE, withoutBaseline),
            OutcomeRows.dropped(
                "not positive both now and " + ratio.lag() + " periods before", notPositive))
        .flatMap(List::stream)
        .toList();
  }

  /** A unit without baseline sales has a dose that cannot be measured. */
  private OptionalDouble dose(int entity, int region, int period) {
    return switch (aggregation) {
      case UNIT -> {
        UnitRow unit = market.units().get(entity);
        yield unit.exposure().isPresent()
            ? OptionalDouble.of(doses.ofUnit(unit, region, period))
            : OptionalDouble.empty();
      }
      case REGION -> OptionalDouble.of(doses.ofRegion(region, period));
      case TOTAL -> OptionalDouble.of(doses.ofAll(period));
    };
  }
}
