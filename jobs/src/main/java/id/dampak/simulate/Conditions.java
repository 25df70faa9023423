package id.dampak.simulate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * What every merchant of a province meets on a day: the season, city unrest around the suspension,
 * and the province's own luck. It multiplies the sales of all channels alike, so that it confounds
 * a comparison of before and after but is absorbed by province × day effects.
 */
final class Conditions {
  private static final double PROVINCE_SHOCK = 0.06;

  /** Unrest by day, from two days before the suspension begins: assumed. */
  private static final List<Double> UNREST =
      List.of(0.30, 0.80, 1.00, 1.00, 0.85, 0.60, 0.35, 0.15);

  private static final int UNREST_LEAD = 2;

  private final double[][] factor;

  Conditions(MarketOptions options, List<Region> regions) {
    LocalDate off = options.suspendedFrom().atZoneSameInstant(MarketOptions.WIB).toLocalDate();
    factor = new double[regions.size()][options.days()];
    for (int r = 0; r < regions.size(); r++) {
      var luck =
          ZigguratSampler.NormalizedGaussian.of(Streams.of(options.seed(), Streams.PROVINCE, r));
      for (int day = 0; day < options.days(); day++) {
        LocalDate date = options.start().plusDays(day);
        double shock =
            Math.exp(PROVINCE_SHOCK * luck.sample() - PROVINCE_SHOCK * PROVINCE_SHOCK / 2);
        double unrest = options.unrest() * regions.get(r).unrest() * unrest(off, date);
        factor[r][day] = Season.factor(date) * (1 - unrest) * shock;
      }
    }
  }

  /** The factor on sales in a region on a day. */
  double factor(int region, int day) {
    return factor[region][day];
  }

  private static double unrest(LocalDate off, LocalDate date) {
    long i = ChronoUnit.DAYS.between(off, date) + UNREST_LEAD;
    return i >= 0 && i < UNREST.size() ? UNREST.get((int) i) : 0;
  }
}
