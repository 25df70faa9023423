package id.dampak.simulate;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Writes one block of merchants. */
final class BlockWriter {
  static final List<String> SESSION_COLUMNS =
      List.of(
          "session_id",
          "merchant_id",
          "platform",
          "started_at",
          "ended_at",
          "amount",
          "views",
          "text",
          "level");

  private static final int BUFFER = 1 << 16;

  /**
   * Viewers per order that a session is expected to bring, and the spread of their log: assumed.
   */
  private static final double VIEWS_PER_ORDER = 60;

  private static final double VIEWS_SPREAD = 0.7;

  /**
   * What came of it.
   *
   * @param truth the effect on these merchants
   * @param transactions number of rows written
   * @param sessions rows of the sessions file, in order
   */
  record Written(Truth truth, long transactions, List<List<String>> sessions) {}

  private final Market market;
  private final int first;
  private final int end;
  private final Speech speech;
  private final List<List<String>> sessions = new ArrayList<>();

  BlockWriter(Market market, int first, int end) {
    this.market = market;
    this.first = first;
    this.end = end;
    this.speech = new Speech(market.options().inciting());
  }

  Written write(Path path) throws IOException {
    Truth.Sum truth = new Truth.Sum();
    long transactions = 0;
    try (CsvWriter out = gzip(path)) {
      out.writeRecord(
          "transaction_id",
          "merchant_id",
          "occurred_at",
          "channel",
          "province",
          "amount",
          "status");
      for (int i = first; i < end; i++) {
        SimulatedMerchant merchant = market.merchant(i);
        History history = market.history(merchant);
        LocalTimes times =
            new LocalTimes(market.options().start(), market.suspension(merchant).offset());
        writeOrders(out, merchant, times, history.orders());
        tellSessions(merchant, times, history.sessions());
        truth.add(merchant, history.effect());
        transactions += history.orders().size();
      }
    }
    return new Written(truth.truth(), transactions, sessions);
  }

  private static CsvWriter gzip(Path path) throws IOException {
    Writer text =
        new OutputStreamWriter(
            new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(path)), BUFFER),
            StandardCharsets.UTF_8);
    return MarketWriter.csv().build(text);
  }

  private static void writeOrders(
      CsvWriter out, SimulatedMerchant merchant, LocalTimes times, List<Order> orders) {
    String id = merchant.id();
    String province = merchant.province().name();
    int number = 0;
    for (Order order : orders) {
      out.writeRecord(
          id + "-" + number++,
          id,
          times.format(order.second()),
          order.channel().label(),
          province,
          Long.toString(order.amount()),
          order.status().label());
    }
  }

  private void tellSessions(SimulatedMerchant merchant, LocalTimes times, List<Session> held) {
    UniformRandomProvider random =
        Streams.of(market.options().seed(), Streams.SPEECH, merchant.index());
    var gauss = ZigguratSampler.NormalizedGaussian.of(random);
    double orders = merchant.ordersPerDay() * merchant.liveShare() / merchant.activity();
    int number = 0;
    for (Session session : held) {
      Phrase phrase = speech.draw(random);
      double views = (1 + VIEWS_PER_ORDER * orders) * Math.exp(VIEWS_SPREAD * gauss.sample());
      sessions.add(
          List.of(
              String.format(Locale.ROOT, "%s-L%02d", merchant.id(), number++),
              merchant.id(),
              "TikTok",
              times.format(session.second()),
              times.format(session.endSecond()),
              Long.toString(session.amount()),
              Long.toString(Math.round(views)),
              phrase.text(),
              Integer.toString(phrase.level())));
    }
  }
}
