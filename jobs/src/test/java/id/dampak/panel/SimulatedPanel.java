package id.dampak.panel;

import id.dampak.simulate.Market;
import id.dampak.simulate.SimulatedMerchant;
import id.dampak.simulate.Truth;
import id.dampak.study.Study;
import id.dampak.study.Window;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A simulated market as the arrays that a study's gold tables would have become, without files and
 * Spark.
 *
 * @param market what the pipeline would have read
 * @param truth what was planted
 */
public record SimulatedPanel(id.dampak.panel.Market market, Truth truth) {

  /** Draws {@code market} and measures exposure as {@code study} declares. */
  public static SimulatedPanel of(Market market, Study study) {
    return new Draw(market, study).panel();
  }

  /** The sums of one draw while it is drawn. */
  private static final class Draw {
    private final Market market;
    private final Study study;
    private final int days;
    private final int firstDay;
    private final double[] amounts;
    private final double[] featureAmounts;
    private final double[] baseline;
    private final double[] baselineLive;

    Draw(Market market, Study study) {
      this.market = market;
      this.study = study;
      days = length(study.window());
      firstDay = day(study.window().from());
      amounts = new double[market.options().merchants() * days];
      featureAmounts = new double[amounts.length];
      baseline = new double[market.options().merchants()];
      baselineLive = new double[market.options().merchants()];
    }

    SimulatedPanel panel() {
      int baselineFrom = day(study.exposure().baseline().from());
      int baselineUntil = day(study.exposure().baseline().until());
      Truth truth =
          market.dailySales(
              (merchant, day, amount, live) -> {
                if (firstDay <= day && day < firstDay + days) {
                  amounts[merchant * days + day - firstDay] = amount;
                  featureAmounts[merchant * days + day - firstDay] = live;
                }
                if (baselineFrom <= day && day < baselineUntil) {
                  baseline[merchant] += amount;
                  baselineLive[merchant] += live;
                }
              });
      return new SimulatedPanel(arrays(), truth);
    }

    private id.dampak.panel.Market arrays() {
      LocalDate from = study.window().from();
      List<LocalDateTime> periods =
          IntStream.range(0, days).mapToObj(day -> from.plusDays(day).atStartOfDay()).toList();
      List<SimulatedMerchant> merchants =
          IntStream.range(0, baseline.length).mapToObj(market::merchant).toList();
      List<String> regions =
          List.copyOf(new TreeSet<>(merchants.stream().map(Draw::region).toList()));
      int[] cellRegions = new int[amounts.length];
      double[] suspended = new double[regions.size() * days];
      for (SimulatedMerchant merchant : merchants) {
        int region = regions.indexOf(region(merchant));
        int first = merchant.index() * days;
        Arrays.fill(cellRegions, first, first + days, region);
        int off = region * days + market.firstSuspendedDay(merchant) - firstDay;
        int on = region * days + market.lastSuspendedDay(merchant) - firstDay;
        // How much of a day was suspended matters to no event study.
        Arrays.fill(suspended, off, on + 1, 1);
      }
      return new id.dampak.panel.Market(
          merchants.stream().map(merchant -> unit(merchant, periods)).toList(),
          periods,
          regions,
          amounts,
          featureAmounts,
          cellRegions,
          suspended);
    }

    private UnitRow unit(SimulatedMerchant merchant, List<LocalDateTime> periods) {
      double sold = baseline[merchant.index()];
      return new UnitRow(
          merchant.id(),
          region(merchant),
          merchant.sector(),
          merchant.sizeClass(),
          periods.get(0),
          periods.get(days - 1),
          sold / length(study.exposure().baseline()),
          sold > 0
              ? OptionalDouble.of(baselineLive[merchant.index()] / sold)
              : OptionalDouble.empty());
    }

    private int day(LocalDate date) {
      return (int) ChronoUnit.DAYS.between(market.options().start(), date);
    }

    private static int length(Window window) {
      return (int) ChronoUnit.DAYS.between(window.from(), window.until());
    }

    private static String region(SimulatedMerchant merchant) {
      return merchant.province().kemendagriCode();
    }
  }
}
