package id.dampak.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Draws one merchant's history. Every order of the market without a suspension is drawn first; a
 * LIVE order of the suspended hours then meets one of three fates: it moves to another channel, it
 * is made up for after the end, or it is lost. So the drawn effect is known exactly, and its
 * expectation is proportional to the merchant's LIVE share.
 */
final class HistoryDraw {
  /** Persistence of a merchant's shocks from day to day, and spread of its orders' values. */
  private static final double PERSISTENCE = 0.4;

  private static final double ORDER_SPREAD = 0.5;
  private static final long PRICE_STEP = 500;

  /** Sessions are told from this many days before the suspension until as many after it. */
  private static final int SESSION_MARGIN = 3;

  private final MarketOptions options;
  private final Conditions conditions;
  private final LocalSuspension suspension;
  private final SimulatedMerchant merchant;

  private final UniformRandomProvider random;
  private final SharedStateContinuousSampler gauss;
  private final Weights channels;
  private final Weights refuges;

  private final List<Order> orders = new ArrayList<>();
  private final List<Session> sessions = new ArrayList<>();
  private final Map<Integer, List<Long>> postponed = new HashMap<>();
  private Tally expected = Tally.ZERO;
  private Tally realised = Tally.ZERO;

  HistoryDraw(
      MarketOptions options,
      Conditions conditions,
      LocalSuspension suspension,
      SimulatedMerchant merchant) {
    this.options = options;
    this.conditions = conditions;
    this.suspension = suspension;
    this.merchant = merchant;
    random = Streams.of(options.seed(), Streams.SALES, merchant.index());
    gauss = ZigguratSampler.NormalizedGaussian.of(random);
    List<Double> mix = merchant.channelMix();
    channels = new Weights(mix.stream().mapToDouble(Double::doubleValue).toArray());
    refuges =
        new Weights(
            IntStream.range(0, mix.size())
                .mapToDouble(i -> mix.get(i) * Channel.ALL.get(i).refuge())
                .toArray());
  }

  History draw() {
    double mood = gauss.sample();
    for (int day = 0; day < options.days(); day++) {
      mood = PERSISTENCE * mood + Math.sqrt(1 - PERSISTENCE * PERSISTENCE) * gauss.sample();
      double sales = merchant.dailySales() * conditions.factor(merchant.region(), day);
      expect(day, sales);
      boolean open = random.nextDouble() < merchant.activity();
      int sessionStart = Hours.drawSessionStart(random);
      double planned = open ? sales / merchant.activity() : 0;
      live(day, planned, lognormal(options.dayShock(), mood), sessionStart);
    }
    orders.sort(Comparator.comparingLong(Order::second));
    return new History(orders, sessions, new Effect(1, expected, realised));
  }

  private void expect(int day, double sales) {
    if (!suspension.touchesDay(day)) {
      return;
    }
    double liveSales = merchant.liveShare() * sales;
    double gross = liveSales * suspension.liveShare(day, merchant.sessionMinutes());
    int daysLeft = options.days() - 1 - suspension.lastDay();
    double seen = Math.max(0, Math.min(1, (double) daysLeft / options.reboundDays()));
    expected =
        expected.plus(
            new Tally(
                sales,
                liveSales,
                gross,
                options.displacement() * gross,
                options.rebound() * seen * gross));
  }

  /** One day: the planned trade, and what buyers make up for from the suspension. */
  private void live(int day, double planned, double shock, int sessionStart) {
    long start = LocalSuspension.dayStart(day) + sessionStart * 60L;
    long end = start + merchant.sessionMinutes() * 60L;
    List<Long> catchUp = postponed.getOrDefault(day, List.of());
    long soldLive = 0;
    for (long amount : catchUp) {
      orders.add(sale(drawWithin(start, end), Channel.TIKTOK_LIVE, amount));
      soldLive += amount;
    }
    double rate = planned * shock / merchant.ticket() / (1 - options.cancelled());
    int count = rate > 0 ? PoissonSampler.of(random, rate).sample() : 0;
    for (int i = 0; i < count; i++) {
      if (random.nextDouble() < merchant.liveShare()) {
        soldLive += orderLive(day, drawWithin(start, end));
      } else {
        orderElsewhere(day);
      }
    }
    boolean held = merchant.liveShare() > 0 && (planned > 0 || !catchUp.isEmpty());
    if (held && isNearSuspension(day)) {
      boolean touched = suspension.touches(start, end);
      long amount = touched ? Math.round(merchant.liveShare() * planned) : soldLive;
      sessions.add(new Session(start, merchant.sessionMinutes(), amount));
    }
  }

  private boolean isNearSuspension(int day) {
    return day >= suspension.firstDay() - SESSION_MARGIN
        && day <= suspension.lastDay() + SESSION_MARGIN;
  }

  private long drawWithin(long start, long end) {
    return start + random.nextInt((int) (end - start));
  }

  private void orderElsewhere(int day) {
    Channel channel = Channel.ALL.get(channels.draw(random));
    Order order =
        drawOrder(LocalSuspension.dayStart(day) + Hours.drawSale(channel, random), channel);
    orders.add(order);
    if (order.isSale() && suspension.touchesDay(day)) {
      realised = realised.plus(new Tally(order.amount(), 0, 0, 0, 0));
    }
  }

  /** Returns the rupiah that the order adds to LIVE sales. */
  private long orderLive(int day, long second) {
    Order order = drawOrder(second, Channel.TIKTOK_LIVE);
    long amount = order.isSale() ? order.amount() : 0;
    if (suspension.touchesDay(day)) {
      realised = realised.plus(new Tally(amount, amount, 0, 0, 0));
    }
    if (suspension.covers(second)) {
      if (order.isSale()) {
        meetFate(order);
      }
      return 0;
    }
    orders.add(order);
    return amount;
  }

  private void meetFate(Order order) {
    long amount = order.amount();
    double fate = random.nextDouble();
    double displaced = 0;
    double recovered = 0;
    if (fate < options.displacement()) {
      Channel refuge = Channel.ALL.get(refuges.draw(random));
      orders.add(sale(order.second(), refuge, amount));
      displaced = amount;
    } else if (fate < options.displacement() + options.rebound()) {
      int day = suspension.lastDay() + 1 + random.nextInt(options.reboundDays());
      if (day < options.days()) {
        postponed.computeIfAbsent(day, d -> new ArrayList<>()).add(amount);
        recovered = amount;
      }
    }
    realised = realised.plus(new Tally(0, 0, amount, displaced, recovered));
  }

  private Order drawOrder(long second, Channel channel) {
    double value = merchant.ticket() * lognormal(ORDER_SPREAD, gauss.sample());
    long amount = Math.max(1, Math.round(value / PRICE_STEP)) * PRICE_STEP;
    boolean cancelled = random.nextDouble() < options.cancelled();
    return new Order(
        second, channel, amount, cancelled ? Order.Status.CANCELLED : Order.Status.COMPLETED);
  }

  private static Order sale(long second, Channel channel, long amount) {
    return new Order(second, channel, amount, Order.Status.COMPLETED);
  }

  /** A factor of mean one. */
  private static double lognormal(double spread, double normal) {
    return Math.exp(spread * normal - spread * spread / 2);
  }
}
