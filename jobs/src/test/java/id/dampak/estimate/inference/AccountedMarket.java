package id.dampak.estimate.inference;

import id.dampak.estimate.Panel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A simulated market with a planted account. Each day all sales of a region are multiplied alike;
 * over three days the exposed lose {@link Plan#lost} of the sales through the channel, of which a
 * part is made through others and a part in the days after.
 */
final class AccountedMarket {
  static final int BEFORE = 6;
  static final int OFF = 3;
  static final int AFTER = 4;
  static final int DAYS = BEFORE + OFF + AFTER;
  static final int REGIONS = 4;
  static final List<String> SIZES = List.of("kecil", "mikro");

  /**
   * What is planted.
   *
   * @param lost share of the channel's sales that each size class loses
   * @param displaced share of that which moves to other channels
   * @param recovered share of it that comes back afterwards
   * @param never part of the units that are not exposed
   * @param gained what the never-exposed gain meanwhile, as a share of usual sales
   * @param noise spread of a unit's sales from day to day
   */
  record Plan(
      List<Double> lost,
      double displaced,
      double recovered,
      double never,
      double gained,
      double noise) {}

  static final Plan USUAL = new Plan(List.of(0.6, 0.6), 0.35, 0.1, 0.4, 0, 0.4);

  final int units;
  final double[] exposure;
  final double[] baseline;
  final int[] region;
  final int[] size;

  /** Sales through the channel and others, unit by unit, each over all days. */
  final double[] own;

  final double[] others;

  /** What each size class lost through the channel, and the never-exposed gained. */
  final double[] gross = new double[SIZES.size()];

  double spilled;

  AccountedMarket(SplittableRandom random, int units, Plan plan) {
    this.units = units;
    exposure = new double[units];
    baseline = new double[units];
    region = new int[units];
    size = new int[units];
    own = new double[units * DAYS];
    others = new double[units * DAYS];
    double[] demand = demand(random);
    for (int i = 0; i < units; i++) {
      exposure[i] = random.nextDouble() < plan.never() ? 0 : 0.1 + 0.8 * random.nextDouble();
      baseline[i] = Math.exp(0.5 * random.nextGaussian());
      region[i] = random.nextInt(REGIONS);
      size[i] = random.nextInt(SIZES.size());
      sell(i, demand, random, plan);
    }
  }

  /** Demand falls by a third while the channel is off, and by a tenth afterwards. */
  private static double[] demand(SplittableRandom random) {
    double[] demand = new double[REGIONS * DAYS];
    for (int r = 0; r < REGIONS; r++) {
      for (int day = 0; day < DAYS; day++) {
        double luck = day < BEFORE ? 0.8 + 0.4 * random.nextDouble() : 1;
        demand[r * DAYS + day] = luck * (day < BEFORE ? 1 : day < BEFORE + OFF ? 0.67 : 0.9);
      }
    }
    return demand;
  }

  private void sell(int i, double[] demand, SplittableRandom random, Plan plan) {
    double back = 0;
    for (int day = 0; day < DAYS; day++) {
      double all = baseline[i] * demand[region[i] * DAYS + day];
      boolean off = day >= BEFORE && day < BEFORE + OFF;
      double missing = off ? plan.lost().get(size[i]) * exposure[i] * all : 0;
      double gain = off && exposure[i] == 0 ? plan.gained() * baseline[i] : 0;
      gross[size[i]] += missing;
      spilled += gain;
      back += plan.recovered() * missing / AFTER;
      double returned = day < BEFORE + OFF ? 0 : back;
      double channel = exposure[i] * all - missing + returned;
      double rest = (1 - exposure[i]) * all + plan.displaced() * missing + gain;
      own[i * DAYS + day] = channel * (1 + plan.noise() * random.nextGaussian());
      others[i * DAYS + day] = rest * (1 + plan.noise() * random.nextGaussian());
    }
  }

  double allGross() {
    return Arrays.stream(gross).sum();
  }

  /** One row a unit: the changes of an account. */
  Panel changes() {
    return changes(IntStream.range(0, units).toArray());
  }

  /** The same of chosen units, in that order, as often as they are named. */
  Panel changes(int[] rows) {
    return Panel.ofRows(rows.length)
        .categorical("shop", Arrays.stream(rows).mapToObj(i -> "shop " + i).toList())
        .categorical("region", Arrays.stream(rows).mapToObj(i -> "r" + region[i]).toList())
        .categorical("size", Arrays.stream(rows).mapToObj(i -> SIZES.get(size[i])).toList())
        .numeric("e", row -> exposure[rows[row]])
        .numeric("s", row -> baseline[rows[row]])
        .numeric("own", row -> change(own, rows[row], BEFORE, OFF))
        .numeric("others", row -> change(others, rows[row], BEFORE, OFF))
        .numeric(
            "later",
            row ->
                change(own, rows[row], BEFORE + OFF, AFTER)
                    + change(others, rows[row], BEFORE + OFF, AFTER))
        .build();
  }

  private static double change(double[] sales, int unit, int from, int days) {
    double usual = Arrays.stream(sales, unit * DAYS, unit * DAYS + BEFORE).average().orElseThrow();
    int start = unit * DAYS + from;
    return Arrays.stream(sales, start, start + days).sum() - days * usual;
  }

  /** One row a unit and day, each unit under as many names as its weight. */
  Panel daily(int[] weights) {
    int[] rows =
        IntStream.range(0, units)
            .flatMap(i -> IntStream.range(0, weights[i]).map(copy -> i))
            .flatMap(i -> IntStream.range(0, DAYS).map(day -> i * DAYS + day))
            .toArray();
    return Panel.ofRows(rows.length)
        .numeric("shop", row -> Math.floorDiv(row, DAYS))
        .numeric("day", row -> rows[row] % DAYS)
        .numeric("e", row -> exposure[rows[row] / DAYS])
        .numeric("s", row -> baseline[rows[row] / DAYS])
        .numeric("region", row -> region[rows[row] / DAYS])
        .categorical("size", Arrays.stream(rows).mapToObj(r -> SIZES.get(size[r / DAYS])).toList())
        .numeric("y", row -> (own[rows[row]] + others[rows[row]]) / baseline[rows[row] / DAYS])
        .build();
  }

  static LossAccounting accounting(long seed) {
    return LossAccounting.of(
            new LossAccounting.Changes("own", Optional.of("others"), "later"), "e", "shop", seed)
        .sharesOf("s")
        .within(List.of("region"))
        .by(List.of("size"));
  }
}
