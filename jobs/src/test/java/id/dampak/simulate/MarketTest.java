package id.dampak.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.dampak.error.DampakException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MarketTest {
  private static final int DAYS = 78;

  @Test
  void merchantIsTheSameWhateverElseIsDrawn() {
    Market small = new Market(MarketOptions.of(10, DAYS, 7));
    Market large = new Market(MarketOptions.of(1000, DAYS, 7));
    History alone = small.history(small.merchant(4));
    large.history(large.merchant(900));
    assertThat(large.history(large.merchant(4))).isEqualTo(alone);
  }

  @Test
  void anotherSeedMakesAnotherMarket() {
    Market one = new Market(MarketOptions.of(1, DAYS, 1));
    Market other = new Market(MarketOptions.of(1, DAYS, 2));
    assertThat(one.merchant(0)).isNotEqualTo(other.merchant(0));
  }

  @Test
  void nothingIsSoldThroughLiveWhileItIsOff() {
    Market market = new Market(MarketOptions.of(500, DAYS, 3));
    long live = 0;
    for (int i = 0; i < 500; i++) {
      SimulatedMerchant merchant = market.merchant(i);
      long off = localSecond(market, merchant, MarketOptions.LIVE_OFF.toEpochSecond());
      long on = localSecond(market, merchant, MarketOptions.LIVE_ON.toEpochSecond());
      List<Order> liveOrders =
          market.history(merchant).orders().stream()
              .filter(order -> order.channel() == Channel.TIKTOK_LIVE)
              .toList();
      live += liveOrders.size();
      assertThat(liveOrders).noneMatch(order -> off <= order.second() && order.second() < on);
    }
    assertThat(live).isPositive();
  }

  private static long localSecond(Market market, SimulatedMerchant merchant, long epochSecond) {
    ZoneOffset offset =
        merchant
            .province()
            .zone()
            .getRules()
            .getOffset(java.time.Instant.ofEpochSecond(epochSecond));
    return epochSecond
        + offset.getTotalSeconds()
        - market.options().start().atStartOfDay().toEpochSecond(ZoneOffset.UTC);
  }

  @Test
  void inEasternIndonesiaLiveGoesOffTwoHoursLaterOnTheClock() {
    Market market = new Market(MarketOptions.of(2000, DAYS, 5));
    SimulatedMerchant eastern =
        IntStream.range(0, 2000)
            .mapToObj(market::merchant)
            .filter(merchant -> merchant.province().zone().getId().equals("Asia/Jayapura"))
            .findFirst()
            .orElseThrow();
    LocalSuspension suspension = market.suspension(eastern);
    long midnight =
        LocalSuspension.dayStart(
            (int) LocalDate.of(2025, 8, 30).toEpochDay()
                - (int) market.options().start().toEpochDay());
    assertThat(suspension.covers(midnight + (22 * 60 + 40) * 60 - 1)).isFalse();
    assertThat(suspension.covers(midnight + (22 * 60 + 40) * 60)).isTrue();
    assertThat(
            new LocalTimes(market.options().start(), suspension.offset())
                .format(midnight + (22 * 60 + 40) * 60))
        .isEqualTo("2025-08-30T22:40:00+09:00");
  }

  @Test
  void drawnLossesAverageToTheExpectedOnes() {
    double[] ratios =
        LongStream.rangeClosed(1, 30)
            .mapToDouble(
                seed -> {
                  Effect effect = drawTruth(MarketOptions.of(300, DAYS, seed)).total();
                  return effect.realised().netLoss() / effect.expected().netLoss();
                })
            .toArray();
    double mean = IntStream.range(0, 30).mapToDouble(i -> ratios[i]).average().orElseThrow();
    double variance =
        IntStream.range(0, 30).mapToDouble(i -> Math.pow(ratios[i] - mean, 2)).sum() / 29;
    assertThat(mean).isCloseTo(1, within(3 * Math.sqrt(variance / 30)));
  }

  @Test
  void expectedLossIsTheUndisplacedShareOfSuspendedLiveSales() {
    Tally expected = drawTruth(MarketOptions.of(200, DAYS, 9)).total().expected();
    assertThat(expected.netLoss()).isCloseTo(0.65 * expected.grossLoss(), within(1.0));
    assertThat(expected.recovered()).isCloseTo(0.10 * expected.grossLoss(), within(1.0));
    assertThat(expected.liveSales()).isBetween(expected.grossLoss(), expected.sales());
  }

  @Test
  void truthOfTheGroupsAddsUpToTheTotal() {
    Truth truth = drawTruth(MarketOptions.of(300, DAYS, 9));
    double total = truth.total().realised().netLoss();
    assertThat(truth.bySizeClass().values().stream().mapToDouble(e -> e.realised().netLoss()).sum())
        .isCloseTo(total, within(1.0));
    assertThat(truth.byProvince().values().stream().mapToDouble(e -> e.realised().netLoss()).sum())
        .isCloseTo(total, within(1.0));
    assertThat(truth.byProvince().values().stream().mapToLong(Effect::merchants).sum())
        .isEqualTo(300);
  }

  @Test
  void drawnTruthIsWhatTheOrdersShow() {
    MarketOptions off = MarketOptions.of(200, DAYS, 11);
    Market market = new Market(off);
    int first = market.firstSuspendedDay(market.merchant(0));
    int last = market.lastSuspendedDay(market.merchant(0));
    long[] sold = new long[1];
    Truth truth =
        market.dailySales(
            (merchant, day, amount, live) -> {
              if (first <= day && day <= last) {
                sold[0] += amount;
              }
            });
    Tally realised = truth.total().realised();
    assertThat((double) sold[0]).isCloseTo(realised.sales() - realised.netLoss(), within(0.5));
  }

  @Test
  void noMerchantDominates() {
    Market market = new Market(MarketOptions.of(1000, DAYS, 1));
    double[] sales =
        IntStream.range(0, 1000).mapToDouble(i -> market.merchant(i).dailySales()).toArray();
    assertThat(IntStream.range(0, 1000).mapToDouble(i -> sales[i]).max().orElseThrow())
        .isLessThan(0.03 * IntStream.range(0, 1000).mapToDouble(i -> sales[i]).sum());
  }

  @Test
  void settingOutOfRangeIsRefusedWithItsName() {
    assertThatThrownBy(() -> MarketOptions.of(0, DAYS, 1))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("--merchants 0")
        .hasMessageContaining("at least 1");
  }

  private static Truth drawTruth(MarketOptions options) {
    return new Market(options).dailySales((merchant, day, amount, live) -> {});
  }
}
