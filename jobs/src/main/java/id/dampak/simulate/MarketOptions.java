package id.dampak.simulate;

import id.dampak.error.SimulationErrors;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * What a simulated market is made of. Together with the program's version these settings determine
 * every byte of it.
 *
 * @param merchants number of merchants
 * @param days number of local days, the same for every merchant
 * @param seed seed of all draws
 * @param start first local day
 * @param suspendedFrom start of the suspension, inclusive; one moment for the whole country
 * @param suspendedUntil end of the suspension, exclusive
 * @param displacement share of the suspended LIVE sales that buyers make through another channel of
 *     the same merchant at the same time
 * @param rebound share of the suspended LIVE sales that is made up for on the days after the end
 * @param reboundDays number of local days, from the one after the end, over which that happens
 * @param unrest share of sales, in all channels, that the worst hit province loses on its worst day
 *     of city unrest
 * @param dayShock standard deviation of the log of a merchant's own day-to-day shocks
 * @param ordersPerDay average completed orders per merchant and day
 * @param cancelled share of orders that are cancelled and so are no sales
 * @param inciting share of LIVE sessions whose text incites violence (level 4)
 */
public record MarketOptions(
    int merchants,
    int days,
    long seed,
    LocalDate start,
    OffsetDateTime suspendedFrom,
    OffsetDateTime suspendedUntil,
    double displacement,
    double rebound,
    int reboundDays,
    double unrest,
    double dayShock,
    double ordersPerDay,
    double cancelled,
    double inciting) {

  /** When TikTok LIVE went off in Indonesia: 30 August 2025, 20:40 WIB. */
  public static final OffsetDateTime LIVE_OFF = OffsetDateTime.parse("2025-08-30T20:40:00+07:00");

  /** About when it came back: around midday (siang) of 2 September 2025, WIB. */
  public static final OffsetDateTime LIVE_ON = OffsetDateTime.parse("2025-09-02T13:00:00+07:00");

  /** The zone in which a suspension's dates are told. */
  static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

  /** Days of the market that follow the day on which the suspension begins. */
  private static final int DAYS_AFTER_START = 14;

  /** Checks every range. */
  public MarketOptions {
    atLeast("--merchants", merchants, 1);
    atLeast("--days", days, 1);
    atLeast("--rebound-days", reboundDays, 1);
    share("--displacement", displacement);
    share("--rebound", rebound);
    if (displacement + rebound > 1) {
      throw SimulationErrors.optionOutOfRange(
          "--rebound", rebound, "at most 1 less the displacement, which is " + displacement);
    }
    share("--unrest", unrest);
    share("--inciting", inciting);
    if (!(cancelled >= 0 && cancelled < 1)) {
      throw SimulationErrors.optionOutOfRange("--cancelled", cancelled, "from 0 to below 1");
    }
    if (!(dayShock >= 0 && dayShock <= 3)) {
      throw SimulationErrors.optionOutOfRange("--day-shock", dayShock, "from 0 to 3");
    }
    if (!(ordersPerDay > 0 && ordersPerDay <= 10_000)) {
      throw SimulationErrors.optionOutOfRange(
          "--orders-per-day", ordersPerDay, "above 0 and at most 10000");
    }
    if (!suspendedUntil.isAfter(suspendedFrom)) {
      throw SimulationErrors.optionOutOfRange(
          "--suspended-until", suspendedUntil, "after the start, which is " + suspendedFrom);
    }
  }

  /** A market with the default settings around the real interval. */
  public static MarketOptions of(int merchants, int days, long seed) {
    return new MarketOptions(
        merchants,
        days,
        seed,
        defaultStart(LIVE_OFF, days),
        LIVE_OFF,
        LIVE_ON,
        0.35,
        0.10,
        5,
        0.30,
        0.30,
        2.5,
        0.04,
        0.01);
  }

  /** The first day of a market of {@code days} days of which a fortnight follows the start. */
  public static LocalDate defaultStart(OffsetDateTime suspendedFrom, int days) {
    LocalDate off = suspendedFrom.atZoneSameInstant(WIB).toLocalDate();
    return off.minusDays(Math.max(0, days - 1L - DAYS_AFTER_START));
  }

  Instant off() {
    return suspendedFrom.toInstant();
  }

  Instant on() {
    return suspendedUntil.toInstant();
  }

  static void atLeast(String option, int value, int least) {
    if (value < least) {
      throw SimulationErrors.optionOutOfRange(option, value, "at least " + least);
    }
  }

  private static void share(String option, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw SimulationErrors.optionOutOfRange(option, value, "from 0 to 1");
    }
  }
}
