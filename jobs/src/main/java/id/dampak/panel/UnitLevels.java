package id.dampak.panel;

import id.dampak.estimate.Dropped;
import id.dampak.panel.ObservationRows.Channel;
import id.dampak.study.Specification;
import id.dampak.study.Specification.Outcome;
import java.util.List;

/** Sales of each unit in each period at risk, zeros filled in; by channel where a method asks. */
final class UnitLevels implements OutcomeRows {
  private final Market market;
  private final Doses doses;
  private final boolean relative;
  private final boolean byChannel;

  UnitLevels(Market market, Doses doses, Specification specification) {
    this.market = market;
    this.doses = doses;
    this.relative = specification.outcome() instanceof Outcome.RelativeToBaseline;
    this.byChannel = specification.method().splitsChannels();
  }

  @Override
  public List<Dropped> add(List<Integer> periods, ObservationRows rows) {
    long withoutBaseline = 0;
    for (int unit = 0; unit < market.units().size(); unit++) {
      UnitRow row = market.units().get(unit);
      int seat = market.regions().indexOf(row.region());
      boolean measured = row.exposure().isPresent() && row.baseline() > 0;
      double scale = relative ? row.baseline() : 1;
      for (int period : periods) {
        if (!market.atRisk(unit, period)) {
          continue;
        }
        if (!measured) {
          withoutBaseline++;
          continue;
        }
        double dose = doses.ofUnit(row, seat, period);
        double all = market.amount(unit, period);
        if (byChannel) {
          double feature = market.featureAmount(unit, period);
          rows.add(unit, seat, period, feature, feature / scale, scale, dose, Channel.FEATURE);
          rows.add(
              unit,
              seat,
              period,
              all - feature,
              (all - feature) / scale,
              scale,
              dose,
              Channel.OTHER);
        } else {
          rows.add(unit, seat, period, all, all / scale, scale, dose, Channel.ALL);
        }
      }
    }
    return OutcomeRows.dropped(WITHOUT_BASELINE, withoutBaseline);
  }
}
