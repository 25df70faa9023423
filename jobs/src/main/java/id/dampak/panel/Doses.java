package id.dampak.panel;

import id.dampak.study.Exposure;
import id.dampak.study.Specification;
import id.dampak.study.Study;

/** How much of a suspension an observation gets, by the exposure that a study declares. */
final class Doses {
  private final Market market;
  private final Exposure exposure;
  private final int shift;

  Doses(Market market, Study study, Specification specification) {
    this.market = market;
    this.exposure = study.exposure();
    this.shift = specification.shift();
  }

  /** The dose of a unit whose sales of a period lie in a region. */
  double ofUnit(UnitRow unit, int region, int period) {
    return exposure instanceof Exposure.FeatureShare
        ? unit.exposure().orElse(0) * market.suspended(region, period - shift)
        : ofRegion(region, period);
  }

  /** One where the region's feature was off in some part of the period. */
  double ofRegion(int region, int period) {
    return market.suspended(region, period - shift) > 0 ? 1 : 0;
  }

  /** One where the feature was off in some region in some part of the period. */
  double ofAll(int period) {
    return market.suspendedAnywhere(period - shift) ? 1 : 0;
  }
}
