package id.dampak.simulate;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A simulated market of small merchants that lives through a suspension of TikTok LIVE. All of it
 * is invented; only its make-up follows published figures.
 *
 * <p>What merchant i is expected to lose in the suspended hours of a day is its LIVE share × (1 −
 * displacement) × its own expected sales of those hours, so that the loss is proportional to the
 * dose that an exposure-intensity design measures. Immutable, and safe for use by many threads.
 */
public final class Market {
  private final MarketOptions options;
  private final Population population;
  private final Conditions conditions;
  private final Map<ZoneId, LocalSuspension> suspensions = new HashMap<>();

  /** The market that these settings determine. */
  public Market(MarketOptions options) {
    this.options = options;
    List<Region> regions = Region.all();
    population = new Population(options, regions);
    conditions = new Conditions(options, regions);
    for (Region region : regions) {
      suspensions.computeIfAbsent(
          region.province().zone(), zone -> new LocalSuspension(zone, options));
    }
  }

  /** The settings that made it. */
  public MarketOptions options() {
    return options;
  }

  /** The traits of a merchant, {@code index} being from 0 to one less than their number. */
  public SimulatedMerchant merchant(int index) {
    return population.merchant(index);
  }

  /** First suspended local day of a merchant, 0 being the market's first day. */
  public int firstSuspendedDay(SimulatedMerchant merchant) {
    return suspension(merchant).firstDay();
  }

  /** Last suspended local day of a merchant, inclusive. */
  public int lastSuspendedDay(SimulatedMerchant merchant) {
    return suspension(merchant).lastDay();
  }

  /**
   * Draws the whole market in memory, without files: shows {@code visitor} every merchant × day
   * cell with sales, by merchant and then day, and returns what the suspension really did.
   */
  public Truth dailySales(CellVisitor visitor) {
    Truth.Sum truth = new Truth.Sum();
    for (int i = 0; i < options.merchants(); i++) {
      SimulatedMerchant merchant = merchant(i);
      History history = history(merchant);
      visitCells(i, history.orders(), visitor);
      truth.add(merchant, history.effect());
    }
    return truth.truth();
  }

  History history(SimulatedMerchant merchant) {
    return new HistoryDraw(options, conditions, suspension(merchant), merchant).draw();
  }

  LocalSuspension suspension(SimulatedMerchant merchant) {
    return Objects.requireNonNull(suspensions.get(merchant.province().zone()));
  }

  private static void visitCells(int merchant, List<Order> orders, CellVisitor visitor) {
    int day = -1;
    long amount = 0;
    long liveAmount = 0;
    for (Order order : orders) {
      if (!order.isSale()) {
        continue;
      }
      if (order.day() != day && amount > 0) {
        visitor.cell(merchant, day, amount, liveAmount);
        amount = 0;
        liveAmount = 0;
      }
      day = order.day();
      amount += order.amount();
      liveAmount += order.channel() == Channel.TIKTOK_LIVE ? order.amount() : 0;
    }
    if (amount > 0) {
      visitor.cell(merchant, day, amount, liveAmount);
    }
  }
}
