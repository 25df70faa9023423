package id.dampak.simulate;

import id.dampak.contract.Province;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * The lasting traits of a simulated merchant.
 *
 * @param index its number, from 0
 * @param province where it is
 * @param region index of its region in the market
 * @param sector KBLI section letter
 * @param sizeClass mikro, kecil or menengah (PP 7/2021)
 * @param openedOn first day in business, before the market begins
 * @param ordersPerDay expected completed orders on a day of average season
 * @param ticket expected rupiah per order
 * @param activity share of days on which it trades at all
 * @param liveShare expected share of its sales that is made through TikTok LIVE
 * @param channelMix shares of the other channels in the rest, in the order of {@link Channel#ALL}
 * @param sessionMinutes length of its LIVE sessions
 */
public record SimulatedMerchant(
    int index,
    Province province,
    int region,
    String sector,
    String sizeClass,
    LocalDate openedOn,
    double ordersPerDay,
    double ticket,
    double activity,
    double liveShare,
    List<Double> channelMix,
    int sessionMinutes) {

  /** Copies the mix. */
  public SimulatedMerchant {
    channelMix = List.copyOf(channelMix);
  }

  /** Its identifier in the files. */
  public String id() {
    return String.format(Locale.ROOT, "M%07d", index);
  }

  /** Expected completed sales in rupiah on a day of average season. */
  public double dailySales() {
    return ordersPerDay * ticket;
  }
}
