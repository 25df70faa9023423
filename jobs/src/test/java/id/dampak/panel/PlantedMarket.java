package id.dampak.panel;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A market whose losses are known: each unit sells 100 a day, half of it through the feature where
 * it uses the feature at all, and one that uses it loses 20 of these on every day that it is off.
 * Noise has a standard deviation of 2.
 */
public final class PlantedMarket {
  public static final LocalDate FIRST = LocalDate.of(2025, 6, 2);
  public static final int DAYS = 42;
  public static final double LOST = 20;
  public static final double EXPOSURE = 0.5;

  private static final double SALES = 100;
  private static final double FEATURE = 50;
  private static final double NOISE = 2;

  private PlantedMarket() {}

  /** Sixty units in two regions, of which forty use the feature, off everywhere on some days. */
  public static Market nationwide(Integer... offDays) {
    return market(60, 2, region -> true, unit -> unit % 3 != 0, offDays);
  }

  /** Twelve regions of three users each, the feature off in the first two of them. */
  public static Market regional(Integer... offDays) {
    return market(36, 12, region -> region < 2, unit -> true, offDays);
  }

  private interface Chosen {
    boolean test(int index);
  }

  private static Market market(
      int units, int regions, Chosen hit, Chosen user, Integer... offDays) {
    Random random = new Random(20250830);
    List<Integer> off = Arrays.asList(offDays);
    double[] amounts = new double[units * DAYS];
    double[] feature = new double[amounts.length];
    int[] cellRegions = new int[amounts.length];
    double[] suspended = new double[regions * DAYS];
    for (int at = 0; at < amounts.length; at++) {
      int unit = at / DAYS;
      int region = unit % regions;
      boolean lost = hit.test(region) && user.test(unit) && off.contains(at % DAYS);
      double others = FEATURE + NOISE * random.nextGaussian();
      feature[at] = user.test(unit) ? SALES - FEATURE - (lost ? LOST : 0) : 0;
      amounts[at] = others + (user.test(unit) ? feature[at] : SALES - FEATURE);
      cellRegions[at] = region;
      if (hit.test(region) && off.contains(at % DAYS)) {
        suspended[region * DAYS + at % DAYS] = 1;
      }
    }
    return new Market(
        IntStream.range(0, units)
            .mapToObj(unit -> unit(unit, unit % regions, user.test(unit) ? EXPOSURE : 0))
            .toList(),
        IntStream.range(0, DAYS).mapToObj(PlantedMarket::day).toList(),
        IntStream.range(0, regions).mapToObj(PlantedMarket::region).toList(),
        amounts,
        feature,
        cellRegions,
        suspended);
  }

  private static UnitRow unit(int unit, int region, double exposure) {
    return new UnitRow(
        "unit%02d".formatted(unit),
        region(region),
        "G",
        unit % 2 == 0 ? "mikro" : "kecil",
        day(0),
        day(DAYS - 1),
        SALES,
        OptionalDouble.of(exposure));
  }

  private static String region(int index) {
    return "region%02d".formatted(index);
  }

  private static LocalDateTime day(int index) {
    return FIRST.plusDays(index).atStartOfDay();
  }
}
