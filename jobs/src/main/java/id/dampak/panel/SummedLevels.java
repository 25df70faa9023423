package id.dampak.panel;

import id.dampak.estimate.Dropped;
import id.dampak.panel.ObservationRows.Channel;
import id.dampak.study.Specification;
import id.dampak.study.Specification.Aggregation;
import id.dampak.study.Specification.Outcome;
import java.util.List;

/** Sales of each region, or of all, in each period. */
final class SummedLevels implements OutcomeRows {
  private final Amounts amounts;
  private final Doses doses;
  private final Specification specification;
  private final List<Integer> baseline;

  /**
   * Sums of a market.
   *
   * @param baseline periods whose mean is what a sum is relative to, where the outcome is
   */
  SummedLevels(Market market, Doses doses, Specification specification, List<Integer> baseline) {
    this.amounts = Amounts.of(market, specification.aggregation());
    this.doses = doses;
    this.specification = specification;
    this.baseline = List.copyOf(baseline);
  }

  @Override
  public List<Dropped> add(List<Integer> periods, ObservationRows rows) {
    long withoutBaseline = 0;
    for (int entity = 0; entity < amounts.size(); entity++) {
      double scale = scale(entity);
      for (int period : periods) {
        if (scale > 0) {
          int region = amounts.region(entity, period);
          double dose =
              specification.aggregation() == Aggregation.TOTAL
                  ? doses.ofAll(period)
                  : doses.ofRegion(region, period);
          double amount = amounts.amount(entity, period);
          rows.add(entity, region, period, amount, amount / scale, scale, dose, Channel.ALL);
        } else {
          withoutBaseline++;
        }
      }
    }
    return OutcomeRows.dropped(WITHOUT_BASELINE, withoutBaseline);
  }

  private double scale(int entity) {
    return specification.outcome() instanceof Outcome.RelativeToBaseline
        ? baseline.stream().mapToDouble(t -> amounts.amount(entity, t)).average().orElse(0)
        : 1;
  }
}
