package id.dampak.estimate.inference;

import static id.dampak.estimate.inference.AccountedMarket.BEFORE;
import static id.dampak.estimate.inference.AccountedMarket.USUAL;
import static id.dampak.estimate.inference.AccountedMarket.accounting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.dampak.estimate.ExposureEventStudy;
import id.dampak.estimate.Fit;
import id.dampak.estimate.FixedEffectsRegression;
import id.dampak.estimate.LossFromExposure;
import id.dampak.estimate.OutcomeScale;
import id.dampak.estimate.Panel;
import id.dampak.estimate.Variance;
import id.dampak.estimate.inference.AccountedMarket.Plan;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LossAccountTest {
  private static final Offset<Double> CLOSE = within(1e-9);
  private static final List<Integer> OFF_DAYS = List.of(0, 1, 2);
  private static final List<Integer> LATER_DAYS = List.of(3, 4, 5, 6);
  private static final List<Integer> DAYS_BEFORE = List.of(-6, -5, -4, -3, -2, -1);
  private static final AccountedMarket MARKET =
      new AccountedMarket(new SplittableRandom(1), 120, USUAL);

  private static ExposureEventStudy study() {
    return ExposureEventStudy.of("y", "e", "shop", "day", BEFORE)
        .but()
        .within("region")
        .weightedBy("s")
        .build();
  }

  private static AccountSlopes slopes(AccountedMarket market, long seed) {
    LossAccounting options = accounting(seed);
    return AccountSlopes.of(options, AccountSample.of(options, market.changes()));
  }

  @Test
  void whatIsLostNetOfDisplacementIsTheLossOfTheEventStudy() {
    int[] once = new int[120];
    Arrays.fill(once, 1);
    Panel daily = MARKET.daily(once);
    Fit fit = study().fit(daily);
    OutcomeScale scale = new OutcomeScale.ShareOf("s");
    AccountLine total = accounting(1).account(MARKET.changes()).total();

    assertThat(total.gross().estimate() - total.displaced().orElseThrow().estimate())
        .isCloseTo(
            new LossFromExposure(study(), scale, OFF_DAYS, DAYS_BEFORE)
                .total(fit, daily)
                .lost()
                .estimate(),
            CLOSE);
    assertThat(total.recovered().estimate())
        .isCloseTo(
            -new LossFromExposure(study(), scale, LATER_DAYS, DAYS_BEFORE)
                .total(fit, daily)
                .lost()
                .estimate(),
            CLOSE);
  }

  /** Rows repeated, all regressions run again on days: in all and by size class. */
  @Test
  void aDrawIsTheEventStudyOfUnitsThatStandInItAsOftenAsDrawn() {
    AccountSlopes slopes = slopes(MARKET, 42);
    ExposureEventStudy bySize = study().but().separatelyBy("size").build();
    for (int draw = 0; draw < 4; draw++) {
      Panel daily = MARKET.daily(weights(42, draw));
      Fit common = study().fit(daily);
      double lost = study().cumulative(common, OFF_DAYS, DAYS_BEFORE).estimate();
      double later = study().cumulative(common, LATER_DAYS, DAYS_BEFORE).estimate();
      assertThat(
              slopes.rate(0, 0, draw, LossPart.GROSS) - slopes.rate(0, 0, draw, LossPart.DISPLACED))
          .isCloseTo(-lost, CLOSE);
      assertThat(slopes.rate(0, 0, draw, LossPart.RECOVERED)).isCloseTo(later, CLOSE);
      Fit split = bySize.fit(daily);
      for (int g = 0; g < 2; g++) {
        String size = AccountedMarket.SIZES.get(g);
        double net = sum(bySize, split, OFF_DAYS, size) + sum(bySize, split, LATER_DAYS, size);
        assertThat(slopes.rate(1, g, draw, LossPart.NET)).isCloseTo(-net, CLOSE);
      }
    }
  }

  private static double sum(ExposureEventStudy study, Fit fit, List<Integer> days, String size) {
    double before =
        DAYS_BEFORE.stream()
            .filter(k -> k != -1)
            .mapToDouble(k -> fit.estimate(study.term(k, size)).estimate())
            .sum();
    return days.stream()
        .mapToDouble(
            k -> fit.estimate(study.term(k, size)).estimate() - before / DAYS_BEFORE.size())
        .sum();
  }

  /** The channel's change, less its share of what the unexposed of the region saw. */
  @Test
  void grossIsTheSlopeOfWhatTheRegionsDemandLeavesOfTheChannel() {
    AccountSlopes slopes = slopes(MARKET, 42);
    for (int draw = 0; draw < 4; draw++) {
      int[] weights = weights(42, draw);
      Panel rows =
          MARKET.changes(
              IntStream.range(0, 120)
                  .flatMap(i -> IntStream.range(0, weights[i]).map(copy -> i))
                  .toArray());
      int n = rows.observations();
      double[] both = shares(rows, "own", "others");
      double slope = slope(rows, both);
      double[] growth = new double[AccountedMarket.REGIONS];
      double[] worth = new double[AccountedMarket.REGIONS];
      for (int i = 0; i < n; i++) {
        int region = Integer.parseInt(rows.label("region", i).substring(1));
        growth[region] += rows.number("s", i) * (both[i] - slope * rows.number("e", i));
        worth[region] += rows.number("s", i);
      }
      double[] own = shares(rows, "own");
      for (int i = 0; i < n; i++) {
        int region = Integer.parseInt(rows.label("region", i).substring(1));
        own[i] -= rows.number("e", i) * growth[region] / worth[region];
      }
      assertThat(slopes.rate(0, 0, draw, LossPart.GROSS)).isCloseTo(-slope(rows, own), CLOSE);
    }
  }

  private static double[] shares(Panel rows, String... columns) {
    double[] shares = new double[rows.observations()];
    Arrays.setAll(
        shares,
        i -> Stream.of(columns).mapToDouble(c -> rows.number(c, i)).sum() / rows.number("s", i));
    return shares;
  }

  private static double slope(Panel rows, double[] outcome) {
    return FixedEffectsRegression.of("y", List.of("e"))
        .absorbing("region")
        .weightedBy("s")
        .with(new Variance.Iid())
        .fit(rows.with("y", i -> outcome[i]))
        .estimate("e")
        .estimate();
  }

  private static int[] weights(long seed, int draw) {
    PoissonWeights source = new PoissonWeights(seed);
    return IntStream.range(0, 120)
        .map(i -> source.weight(draw, DrawHash.ofLabel("shop " + i)))
        .toArray();
  }

  @Test
  void demandThatFallsForAllIsNeitherLossNorDisplacement() {
    Plan nothing = new Plan(List.of(0.0, 0.0), 0.35, 0.1, 0.4, 0, 0);
    LossAccount account =
        accounting(1).account(new AccountedMarket(new SplittableRandom(2), 80, nothing).changes());

    assertThat(account.total().gross().estimate()).isCloseTo(0, CLOSE);
    assertThat(account.total().displaced().orElseThrow().estimate()).isCloseTo(0, CLOSE);
    assertThat(account.total().net().estimate()).isCloseTo(0, CLOSE);
  }

  @Test
  void withoutNoiseEveryPartIsWhatWasPlanted() {
    Plan plan = new Plan(List.of(0.3, 0.9), 0.35, 0.1, 0.4, 0, 0);
    AccountedMarket market = new AccountedMarket(new SplittableRandom(3), 200, plan);
    LossAccount account = accounting(1).account(market.changes());

    List<AccountLine> sizes = account.by("size");
    for (int g = 0; g < 2; g++) {
      double gross = market.gross[g];
      assertThat(sizes.get(g).group()).isEqualTo(AccountedMarket.SIZES.get(g));
      assertThat(sizes.get(g).gross().estimate()).isCloseTo(gross, CLOSE);
      assertThat(sizes.get(g).displaced().orElseThrow().estimate()).isCloseTo(0.35 * gross, CLOSE);
      assertThat(sizes.get(g).recovered().estimate()).isCloseTo(0.1 * gross, CLOSE);
      assertThat(sizes.get(g).net().estimate()).isCloseTo(0.55 * gross, CLOSE);
      assertThat(sizes.get(g).divertRatio().orElseThrow().estimate()).isCloseTo(0.35, CLOSE);
    }
  }

  @Test
  void inEveryDrawThePartsAddUpAndTheGroupsWithTheDiscrepancyToTheTotal() {
    AccountSlopes slopes = slopes(MARKET, 7);
    for (int draw = AccountSlopes.POINT; draw < slopes.draws(); draw++) {
      for (int[] place : new int[][] {{0, 0}, {1, 0}, {1, 1}}) {
        double parts =
            slopes.value(place[0], place[1], draw, LossPart.GROSS)
                - slopes.value(place[0], place[1], draw, LossPart.DISPLACED)
                - slopes.value(place[0], place[1], draw, LossPart.RECOVERED);
        assertThat(slopes.value(place[0], place[1], draw, LossPart.NET)).isCloseTo(parts, CLOSE);
      }
    }
    LossAccount account = accounting(7).account(MARKET.changes());
    double groups = account.by("size").stream().mapToDouble(g -> g.net().estimate()).sum();
    assertThat(groups + account.discrepancy("size").net().estimate())
        .isCloseTo(account.total().net().estimate(), CLOSE);
    assertThat(account.discrepancy("size").units()).isZero();
  }

  @Test
  void theIntervalOfTheNetKnowsHowThePartsMoveTogether() {
    AccountSlopes slopes = slopes(MARKET, 7);
    double[] net =
        IntStream.range(0, slopes.draws())
            .mapToDouble(b -> slopes.value(0, 0, b, LossPart.NET))
            .toArray();
    double mean = Arrays.stream(net).average().orElseThrow();
    double variance = Arrays.stream(net).map(v -> (v - mean) * (v - mean)).sum() / 998;
    AccountLine total = accounting(7).account(MARKET.changes()).total();

    assertThat(total.net().stdError()).isCloseTo(Math.sqrt(variance), CLOSE);
    assertThat(Math.pow(total.net().stdError(), 2))
        .isNotCloseTo(
            Stream.of(total.gross(), total.displaced().orElseThrow(), total.recovered())
                .mapToDouble(part -> part.stdError() * part.stdError())
                .sum(),
            within(0.2 * variance));
  }

  @Test
  void drawsAreTheSameInAnyOrderOfRows() {
    LossAccounting options = accounting(9);
    AccountSlopes one = slopes(MARKET, 9);
    Panel backwards = MARKET.changes(IntStream.range(0, 120).map(i -> 119 - i).toArray());
    AccountSlopes other = AccountSlopes.of(options, AccountSample.of(options, backwards));
    for (int draw = 0; draw < one.draws(); draw++) {
      assertThat(other.value(1, 1, draw, LossPart.NET))
          .isCloseTo(one.value(1, 1, draw, LossPart.NET), CLOSE);
    }
    assertThat(options.account(MARKET.changes()).total())
        .isEqualTo(options.account(MARKET.changes()).total());
    assertThat(slopes(MARKET, 10).value(0, 0, 0, LossPart.NET))
        .isNotEqualTo(one.value(0, 0, 0, LossPart.NET));
  }
}
