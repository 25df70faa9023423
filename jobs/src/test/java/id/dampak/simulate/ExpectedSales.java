package id.dampak.simulate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;

/** What a simulated market is expected to sell, given its merchants and their provinces' luck. */
public final class ExpectedSales {

  private ExpectedSales() {}

  /** Rupiah through TikTok LIVE on a mean day of {@code from} to before {@code until}. */
  public static double liveADay(Market market, LocalDate from, LocalDate until) {
    MarketOptions options = market.options();
    Conditions conditions = new Conditions(options, Region.all());
    int first = (int) ChronoUnit.DAYS.between(options.start(), from);
    int days = (int) ChronoUnit.DAYS.between(from, until);
    double[] season =
        IntStream.range(0, Region.all().size())
            .mapToDouble(
                region ->
                    IntStream.range(first, first + days)
                        .mapToDouble(day -> conditions.factor(region, day))
                        .average()
                        .orElseThrow())
            .toArray();
    return IntStream.range(0, options.merchants())
        .mapToObj(market::merchant)
        .mapToDouble(m -> m.liveShare() * m.dailySales() * season[m.region()])
        .sum();
  }
}
