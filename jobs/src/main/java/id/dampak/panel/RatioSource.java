package id.dampak.panel;

/**
 * Amounts by entity and period from which growth rates are formed: those of units, or their sums by
 * region.
 */
sealed interface RatioSource {

  int size();

  double amount(int entity, int period);

  /** The region that an entity's sales of a period lie in. */
  int region(int entity, int period);

  static RatioSource ofUnits(Market market) {
    return new Units(market);
  }

  static RatioSource ofRegions(Market market) {
    int periods = market.periods().size();
    double[] sums = new double[market.regions().size() * periods];
    for (int unit = 0; unit < market.units().size(); unit++) {
      for (int period = 0; period < periods; period++) {
        int region = market.cellRegion(unit, period);
        if (region != Market.NO_CELL) {
          sums[region * periods + period] += market.amount(unit, period);
        }
      }
    }
    return new Regions(sums, periods);
  }

  /** Units as they are. */
  record Units(Market market) implements RatioSource {
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

  /** Sums over the cells of a region. */
  final class Regions implements RatioSource {
    private final double[] sums;
    private final int periods;

    private Regions(double[] sums, int periods) {
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
