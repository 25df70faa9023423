package id.dampak.panel;

import id.dampak.study.Specification.Aggregation;
import java.util.function.IntUnaryOperator;

/** Sales by entity and period: those of units, or their sums by region or over all. */
sealed interface Amounts {

  int size();

  double amount(int entity, int period);

  /** The region that an entity's sales of a period lie in; 0 for those of all. */
  int region(int entity, int period);

  /** The sales of what a specification observes. */
  static Amounts of(Market market, Aggregation aggregation) {
    return switch (aggregation) {
      case UNIT -> new Units(market);
      case REGION -> sums(market, market.regions().size(), IntUnaryOperator.identity());
      case TOTAL -> sums(market, 1, region -> 0);
    };
  }

  private static Amounts sums(Market market, int entities, IntUnaryOperator entityOfRegion) {
    int periods = market.periods().size();
    double[] sums = new double[entities * periods];
    for (int unit = 0; unit < market.units().size(); unit++) {
      for (int period = 0; period < periods; period++) {
        int region = market.cellRegion(unit, period);
        if (region != Market.NO_CELL) {
          sums[entityOfRegion.applyAsInt(region) * periods + period] += market.amount(unit, period);
        }
      }
    }
    return new Sums(sums, periods);
  }

  /** Units as they are. */
  record Units(Market market) implements Amounts {
    @Override
    public int size() {
      return market.units().size();
    }

    @Override
    public double amount(int entity, int period) {
      return market.amount(entity, period);
    }

    @Override
    public int region(int entity, int period) {
      return market.cellRegion(entity, period);
    }
  }

  /** Sums over cells. */
  final class Sums implements Amounts {
    private final double[] sums;
    private final int periods;

    private Sums(double[] sums, int periods) {
      this.sums = sums;
      this.periods = periods;
    }

    @Override
    public int size() {
      return sums.length / periods;
    }

    @Override
    public double amount(int entity, int period) {
      return sums[entity * periods + period];
    }

    @Override
    public int region(int entity, int period) {
      return entity;
    }
  }
}
