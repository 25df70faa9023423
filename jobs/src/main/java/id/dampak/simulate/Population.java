package id.dampak.simulate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Draws the traits of merchants, each from its own stream. */
final class Population {
  /** Size is (rank share + offset)^-exponent: a bounded Zipf-Mandelbrot law. */
  private static final double ZIPF_EXPONENT = 0.65;

  private static final double ZIPF_OFFSET = 0.01;

  /** Share of merchants that never go LIVE. */
  private static final double NEVER_LIVE = 0.40;

  /**
   * Concentration of the LIVE shares of the others, a Beta law. With {@code 1 / (1 + concentration)
   * = NEVER_LIVE} the variance of LIVE shares is in every province the same multiple of their mean,
   * so that a regression on the share weighs provinces as the rupiah at stake do.
   */
  private static final double LIVE_CONCENTRATION = 1 / NEVER_LIVE - 1;

  private static final double TICKET_SPREAD = 0.45;

  /**
   * KBLI sections: G, I, C and other services by BPS's shares of e-commerce businesses in 2022; the
   * unpublished rest is spread by assumption.
   */
  private static final List<Sector> SECTORS =
      List.of(
          new Sector("G", 37.82, 95_000, 1.15),
          new Sector("I", 20.39, 45_000, 0.75),
          new Sector("C", 18.12, 110_000, 1.05),
          new Sector("S", 6.84, 80_000, 0.80),
          new Sector("A", 6.00, 90_000, 0.80),
          new Sector("J", 4.83, 75_000, 0.80),
          new Sector("H", 3.00, 60_000, 0.60),
          new Sector("R", 3.00, 85_000, 0.90));

  private static final Weights SECTOR =
      new Weights(SECTORS.stream().mapToDouble(Sector::weight).toArray());

  private record Sector(String letter, double weight, double ticket, double live) {}

  private final MarketOptions options;
  private final List<Region> regions;
  private final Weights regionWeights;

  Population(MarketOptions options, List<Region> regions) {
    this.options = options;
    this.regions = regions;
    this.regionWeights = new Weights(regions.stream().mapToDouble(Region::businesses).toArray());
  }

  SimulatedMerchant merchant(int index) {
    UniformRandomProvider random = Streams.of(options.seed(), Streams.TRAITS, index);
    var gauss = ZigguratSampler.NormalizedGaussian.of(random);
    int region = regionWeights.draw(random);
    Sector sector = SECTORS.get(SECTOR.draw(random));
    double rank = random.nextDouble();
    String sizeClass = sizeClass(rank, random.nextDouble());
    double ticket =
        sector.ticket
            * Math.exp(TICKET_SPREAD * gauss.sample() - TICKET_SPREAD * TICKET_SPREAD / 2);
    double activity = 0.5 + 0.5 * random.nextDouble();
    double liveShare = liveShare(regions.get(region), sector, random);
    return new SimulatedMerchant(
        index,
        regions.get(region).province(),
        region,
        sector.letter,
        sizeClass,
        options.start().minusDays(1 + random.nextInt(3650)),
        options.ordersPerDay() * relativeSize(rank),
        ticket,
        activity,
        liveShare,
        channelMix(random),
        Hours.SESSION_MINUTES.get(random.nextInt(Hours.SESSION_MINUTES.size())));
  }

  /**
   * Size over mean size of the merchant at {@code rank}, 0 being the largest and 1 the smallest.
   */
  private static double relativeSize(double rank) {
    double power = 1 - ZIPF_EXPONENT;
    double mean = (Math.pow(1 + ZIPF_OFFSET, power) - Math.pow(ZIPF_OFFSET, power)) / power;
    return Math.pow(rank + ZIPF_OFFSET, -ZIPF_EXPONENT) / mean;
  }

  /**
   * Capital goes with size, loosely. Classes above mikro are far commoner here than in the country
   * (0.4 %), so that a small market has some to compare.
   */
  private static String sizeClass(double rank, double luck) {
    double capital = 0.75 * (1 - rank) + 0.25 * luck;
    if (capital > 0.93) {
      return "menengah";
    }
    return capital > 0.82 ? "kecil" : "mikro";
  }

  private static double liveShare(Region region, Sector sector, UniformRandomProvider random) {
    if (random.nextDouble() < NEVER_LIVE) {
      return 0;
    }
    double mean = (0.25 + 0.30 * region.urban()) * sector.live;
    double live = gamma(random, LIVE_CONCENTRATION * mean);
    double other = gamma(random, LIVE_CONCENTRATION * (1 - mean));
    return live / (live + other);
  }

  private static double gamma(UniformRandomProvider random, double shape) {
    return AhrensDieterMarsagliaTsangGammaSampler.of(random, shape, 1).sample();
  }

  private static List<Double> channelMix(UniformRandomProvider random) {
    var exponential = ZigguratSampler.Exponential.of(random);
    double[] mix =
        Channel.ALL.stream()
            .mapToDouble(channel -> channel.share() * exponential.sample())
            .toArray();
    double total = Arrays.stream(mix).sum();
    return IntStream.range(0, mix.length).mapToObj(i -> mix[i] / total).toList();
  }
}
