package id.dampak.estimate.inference;

import static id.dampak.estimate.inference.AccountSlopes.POINT;

import id.dampak.error.AccountingErrors;
import id.dampak.error.EstimationErrors;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.JointTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A loss in its parts, in all and by group, from the sample and all draws. */
public final class LossAccount {

  private final LossAccounting options;
  private final AccountSample sample;
  private final AccountSlopes slopes;
  private final AccountNumbers numbers;

  private LossAccount(LossAccounting options, AccountSample sample, AccountSlopes slopes) {
    this.options = options;
    this.sample = sample;
    this.slopes = slopes;
    this.numbers = new AccountNumbers(slopes.draws(), options.level(), options.channels());
  }

  static LossAccount of(LossAccounting options, AccountSample sample) {
    AccountSlopes slopes = AccountSlopes.of(options, sample);
    if (Double.isNaN(slopes.value(0, 0, POINT, LossPart.NET)) || groups(sample).exposed(0) == 0) {
      throw AccountingErrors.nothingToCompare(options.exposure(), options.cells());
    }
    return new LossAccount(options, sample, slopes);
  }

  /** How many equal clusters would carry the total. */
  public double effectiveClusters() {
    return slopes.effectiveClusters(0, 0);
  }

  /** The loss of all units. */
  public AccountLine total() {
    return numbers.line(
        AccountGroups.ALL,
        groups(sample).units(0),
        carriers(0, 0),
        (draw, part) -> slopes.value(0, 0, draw, part));
  }

  /** The loss of each group of a dimension, in order of the groups' names. */
  public List<AccountLine> by(String dimension) {
    int place = placeOf(dimension);
    AccountGroups groups = sample.groupings().get(place);
    return IntStream.range(0, groups.size())
        .mapToObj(
            g ->
                numbers.line(
                    groups.labels().get(g),
                    groups.units(g),
                    carriers(place, g),
                    (draw, part) -> slopes.value(place, g, draw, part)))
        .toList();
  }

  /**
   * What the groups of a dimension together differ from the total by, the total being the larger
   * where it is positive: groups have slopes of their own, the total has one. Groups without a
   * number are in it.
   */
  public AccountLine discrepancy(String dimension) {
    int place = placeOf(dimension);
    AccountGroups groups = sample.groupings().get(place);
    int[] told = IntStream.range(0, groups.size()).filter(g -> isTold(place, g)).toArray();
    int untold = groups(sample).units(0) - IntStream.of(told).map(groups::units).sum();
    return numbers.line(
        "discrepancy",
        untold,
        carriers(0, 0),
        (draw, part) ->
            slopes.value(0, 0, draw, part)
                - IntStream.of(told).mapToDouble(g -> slopes.value(place, g, draw, part)).sum());
  }

  /**
   * Tests that a part of the loss is the same share of usual sales through the channel in all
   * groups of a dimension: Wald with the covariance of the draws, on F(q, G − q) with G clusters as
   * Hotelling's T². Groups that too few clusters carry are left out; empty where two do not remain.
   */
  public Optional<JointTest> equality(String dimension, LossPart part) {
    int place = placeOf(dimension);
    int[] carried =
        IntStream.range(0, sample.groupings().get(place).size())
            .filter(g -> carriers(place, g) >= AccountNumbers.FEWEST_EFFECTIVE)
            .toArray();
    return carried.length < 2
        ? Optional.empty()
        : Optional.of(
            new EqualityTest(slopes, place, carried, part).test(dimension, sample.clusters()));
  }

  /**
   * Bounds on the net loss of all units, the never-exposed among them, if these gained or lost up
   * to {@code share} of it; empty where there are none.
   *
   * @param share at least 0 and below 1
   */
  public Optional<SpilloverBounds> spillovers(double share) {
    if (groups(sample).unexposed() == 0) {
      return Optional.empty();
    }
    double leverage = slopes.spilloverLeverage(POINT);
    return Optional.of(
        new SpilloverBounds(
            share,
            leverage,
            bound("if the never-exposed gained", share),
            share * leverage < 1
                ? Optional.of(bound("if the never-exposed lost", -share))
                : Optional.empty()));
  }

  private Estimate bound(String name, double gained) {
    return numbers.number(
        name,
        carriers(0, 0),
        draw -> {
          double counted = 1 + gained * slopes.spilloverLeverage(draw);
          double net = slopes.value(0, 0, draw, LossPart.NET);
          return counted > 0 ? net * (1 - gained) / counted : Double.NaN;
        });
  }

  /**
   * The loss of a population of which each unit of a group stands for {@code weights.get(group)}
   * units, from the groups' own slopes.
   *
   * @throws id.dampak.error.DampakException if a group that was exposed has no weight or no number
   */
  public AccountLine weighted(String dimension, Map<String, Double> weights) {
    int place = placeOf(dimension);
    AccountGroups groups = sample.groupings().get(place);
    double[] each = new double[groups.size()];
    double units = 0;
    for (int g = 0; g < each.length; g++) {
      String group = groups.labels().get(g);
      if (!weights.containsKey(group)) {
        throw AccountingErrors.noWeight(dimension, group, weights.keySet());
      }
      if (!isTold(place, g)) {
        throw AccountingErrors.groupNotTold(dimension, group);
      }
      each[g] = weights.getOrDefault(group, 0.0);
      units += each[g] * groups.units(g);
    }
    double fewest =
        IntStream.range(0, each.length)
            .filter(g -> groups.exposed(g) > 0)
            .mapToDouble(g -> carriers(place, g))
            .min()
            .orElse(0);
    return numbers.line(
        "weighted by " + dimension,
        units,
        fewest,
        (draw, part) ->
            IntStream.range(0, each.length)
                .mapToDouble(g -> each[g] * slopes.value(place, g, draw, part))
                .sum());
  }

  private boolean isTold(int place, int group) {
    return !Double.isNaN(slopes.value(place, group, POINT, LossPart.NET));
  }

  /** How many equal clusters carry a loss; 0 where there is none or it cannot be told. */
  private double carriers(int place, int group) {
    return isTold(place, group) && sample.groupings().get(place).exposed(group) > 0
        ? slopes.effectiveClusters(place, group)
        : 0;
  }

  private static AccountGroups groups(AccountSample sample) {
    return sample.groupings().get(0);
  }

  private int placeOf(String dimension) {
    int place = options.dimensions().indexOf(dimension) + 1;
    if (place == 0) {
      throw EstimationErrors.noSuchColumn(dimension, options.dimensions());
    }
    return place;
  }
}
