package id.dampak.estimate.inference;

import static id.dampak.estimate.inference.AccountedMarket.USUAL;
import static id.dampak.estimate.inference.AccountedMarket.accounting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.dampak.error.DampakException;
import id.dampak.estimate.ExposureThirds;
import id.dampak.estimate.Panel;
import id.dampak.estimate.inference.AccountedMarket.Plan;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Whom an account is about: thirds of exposure, spillovers, weights, few clusters, refusals. */
class LossAccountScopeTest {
  private static final Offset<Double> CLOSE = within(1e-9);
  private static final AccountedMarket MARKET =
      new AccountedMarket(new SplittableRandom(1), 120, USUAL);

  @Test
  void whatTheNeverExposedGainedIsTakenOffTheLossTwice() {
    Plan spilling = new Plan(List.of(0.6, 0.6), 0.35, 0.1, 0.4, 0.1, 0);
    AccountedMarket market = new AccountedMarket(new SplittableRandom(4), 200, spilling);
    LossAccount account = accounting(1).account(market.changes());
    double net = 0.55 * market.allGross();

    // The comparison counts their gain as loss of the exposed; and to all together it is none.
    assertThat(account.total().net().estimate()).isGreaterThan(1.2 * net);
    SpilloverBounds bounds = account.spillovers(market.spilled / net).orElseThrow();
    assertThat(bounds.ifGained().estimate()).isCloseTo(net - market.spilled, CLOSE);
    assertThat(account.total().net().estimate() - net)
        .isCloseTo(bounds.leverage() * market.spilled, CLOSE);
  }

  @Test
  void boundsMeetTheEstimateAtNoSpilloverAndMayNotExist() {
    LossAccount account = accounting(1).account(MARKET.changes());
    SpilloverBounds none = account.spillovers(0).orElseThrow();
    SpilloverBounds some = account.spillovers(0.1).orElseThrow();

    assertThat(none.ifGained().estimate()).isEqualTo(account.total().net().estimate());
    assertThat(none.ifLost().orElseThrow().estimate()).isEqualTo(none.ifGained().estimate());
    assertThat(none.ifGained().confLow()).isEqualTo(account.total().net().confLow());
    assertThat(some.ifGained().estimate()).isLessThan(account.total().net().estimate());
    assertThat(some.ifLost().orElseThrow().estimate())
        .isGreaterThan(account.total().net().estimate());
    assertThat(account.spillovers(1 / some.leverage() + 0.01).orElseThrow().ifLost()).isEmpty();
    int[] exposed = IntStream.range(0, 120).filter(i -> MARKET.exposure[i] > 0).toArray();
    assertThat(accounting(1).account(MARKET.changes(exposed)).spillovers(0.1)).isEmpty();
  }

  @Test
  void aPopulationIsTheGroupsAsOftenAsTheyStandForIt() {
    LossAccount account = accounting(1).account(MARKET.changes());
    List<AccountLine> sizes = account.by("size");
    AccountLine population = account.weighted("size", Map.of("kecil", 10.0, "mikro", 200.0));

    assertThat(population.units())
        .isEqualTo(10 * sizes.get(0).units() + 200 * sizes.get(1).units());
    assertThat(population.displaced().orElseThrow().estimate())
        .isCloseTo(
            10 * sizes.get(0).displaced().orElseThrow().estimate()
                + 200 * sizes.get(1).displaced().orElseThrow().estimate(),
            CLOSE);
    AccountLine small = account.weighted("size", Map.of("kecil", 0.0, "mikro", 3.0));
    assertThat(small.net().stdError()).isCloseTo(3 * sizes.get(1).net().stdError(), within(1e-8));
    assertThatThrownBy(() -> account.weighted("size", Map.of("kecil", 10.0)))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("\"mikro\" of size has no survey weight");
  }

  @Test
  void theNeverExposedStandApartAndLoseNothing() {
    Panel changes = MARKET.changes();
    double[] exposure = MARKET.exposure;
    List<String> thirds = ExposureThirds.of(exposure);
    Panel.Builder builder =
        Panel.ofRows(120)
            .categorical("third", thirds)
            .categorical("shop", i -> i, shops())
            .numeric("region", i -> MARKET.region[i]);
    for (String column : List.of("e", "s", "own", "others", "later")) {
      builder.numeric(column, i -> changes.number(column, i));
    }
    LossAccount account = accounting(1).by(List.of("third")).account(builder.build());
    List<AccountLine> lines = account.by("third");

    assertThat(lines)
        .extracting(AccountLine::group)
        .containsExactlyInAnyOrder(
            "highest third", "lowest third", "middle third", ExposureThirds.NEVER);
    AccountLine never = lines.get(3);
    assertThat(never.group()).isEqualTo(ExposureThirds.NEVER);
    assertThat(never.units())
        .isEqualTo((double) Arrays.stream(exposure).filter(e -> e == 0).count());
    assertThat(never.net().estimate()).isZero();
    assertThat(never.net().stdError()).isNaN();
    assertThat(never.divertRatio()).isEmpty();
    double exposed = 120 - never.units();
    assertThat(lines.subList(0, 3))
        .allSatisfy(line -> assertThat(line.units()).isCloseTo(exposed / 3, within(1.0)));
  }

  private static List<String> shops() {
    return IntStream.range(0, 120).mapToObj(i -> "shop " + i).toList();
  }

  @Test
  void unitsThatAreExposedAlikeAreNotSplitFurther() {
    assertThat(ExposureThirds.of(new double[] {0, 1, 1}))
        .containsExactly(ExposureThirds.NEVER, "exposed", "exposed");
    assertThat(ExposureThirds.of(new double[] {0.2, 0.2, 0.2, 0.9}))
        .containsExactly("lower part", "lower part", "lower part", "upper part");
    assertThat(ExposureThirds.of(new double[] {0})).containsExactly(ExposureThirds.NEVER);
    assertThat(ExposureThirds.names()).containsSubsequence("lowest third", "highest third");
  }

  @Test
  void aGroupThatFewMerchantsCarryHasANumberWithoutInterval() {
    int[] few =
        IntStream.concat(
                IntStream.range(0, 120).filter(i -> MARKET.size[i] == 1),
                IntStream.range(0, 120)
                    .filter(i -> MARKET.size[i] == 0 && MARKET.exposure[i] > 0)
                    .limit(5))
            .toArray();
    LossAccount account = accounting(1).account(MARKET.changes(few));
    AccountLine kecil = account.by("size").get(0);

    assertThat(kecil.net().estimate()).isFinite();
    assertThat(kecil.net().stdError()).isNaN();
    assertThat(kecil.divertRatio().orElseThrow().confLow()).isNaN();
    assertThat(account.equality("size", LossPart.NET)).isEmpty();
    assertThat(account.weighted("size", Map.of("kecil", 1.0, "mikro", 1.0)).net().confLow())
        .isNaN();
    assertThat(account.effectiveClusters()).isBetween(10.0, 70.0);
  }

  @Test
  void groupsThatOnlyDifferFromTheConstantTogetherHaveNoNumber() {
    // All of a region exposed, by 0.3 in one size class and by 0.6 in the other.
    SplittableRandom random = new SplittableRandom(3);
    double[] noise = random.doubles(200).toArray();
    Panel collinear =
        Panel.ofRows(200)
            .numeric("shop", i -> i)
            .categorical("size", i -> i % 2, List.of("kecil", "mikro"))
            .numeric("e", i -> i % 2 == 0 ? 0.3 : 0.6)
            .numeric("own", i -> noise[i])
            .numeric("later", i -> noise[199 - i])
            .build();
    LossAccounting options =
        LossAccounting.of(
                new LossAccounting.Changes("own", Optional.empty(), "later"), "e", "shop", 1)
            .by(List.of("size"));
    LossAccount account = options.account(collinear);

    assertThat(account.total().net().estimate()).isFinite();
    assertThat(account.by("size")).allSatisfy(line -> assertThat(line.net().estimate()).isNaN());
    assertThat(account.discrepancy("size").units()).isEqualTo(200);
    assertThat(account.discrepancy("size").net().estimate())
        .isCloseTo(account.total().net().estimate(), CLOSE);
  }

  @Test
  void whereChannelsAreNotKnownGrossIsOfAllSales() {
    Panel changes = MARKET.changes();
    LossAccounting unknown =
        LossAccounting.of(
                new LossAccounting.Changes("both", Optional.empty(), "later"), "e", "shop", 1)
            .sharesOf("s")
            .within(List.of("region"));
    AccountLine split = accounting(1).account(changes).total();
    AccountLine all =
        unknown
            .account(
                changes.with("both", i -> changes.number("own", i) + changes.number("others", i)))
            .total();

    assertThat(all.displaced()).isEmpty();
    assertThat(all.divertRatio()).isEmpty();
    assertThat(all.gross().estimate())
        .isCloseTo(split.gross().estimate() - split.displaced().orElseThrow().estimate(), CLOSE);
    assertThat(all.net().stdError()).isCloseTo(split.net().stdError(), CLOSE);
  }

  @Test
  void whatCannotBeComparedIsRefused() {
    Panel changes = MARKET.changes();
    assertThatThrownBy(() -> accounting(1).account(changes.with("e", i -> 0)))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("Nobody has e above 0");
    assertThatThrownBy(() -> accounting(1).account(changes.with("e", i -> MARKET.region[i] + 1)))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("within each cell of region");
    assertThatThrownBy(() -> accounting(1).account(changes.with("e", i -> -1)))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("-1.0");
    assertThatThrownBy(() -> accounting(1).account(changes).by("sector"))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("sector");
  }
}
