package id.dampak.simulate;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/** {@code truth.json}: the settings of a market and what was planted in it. */
final class TruthFile {
  private static final String NOTE =
      """
      Synthetic market made by dampak simulate: no row of it describes a real merchant. \
      Amounts are rupiah. Sales and LIVE sales are those of the suspended local days without the \
      suspension; gross_live_loss is the LIVE sales of the suspended hours; net_loss = \
      gross_live_loss - displaced; recovered is made up for on later days. 'expected' is given the \
      merchants and what their provinces go through; 'realised' is this draw against the same draw \
      without the suspension.""";

  static String json(MarketOptions options, Truth truth) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("note", NOTE);
    file.put("options", options(options));
    file.put(
        "planted_share_of_suspended_live_sales_lost_percent", 100 * (1 - options.displacement()));
    file.put("all_merchants", effect(truth.total()));
    file.put("by_size_class", effects(truth.bySizeClass()));
    file.put("by_province", effects(truth.byProvince()));
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
    try {
      return new ObjectMapper().writer(printer).writeValueAsString(file) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> options(MarketOptions options) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("merchants", options.merchants());
    map.put("days", options.days());
    map.put("seed", options.seed());
    map.put("start", options.start().toString());
    map.put("suspended_from", ISO_OFFSET_DATE_TIME.format(options.suspendedFrom()));
    map.put("suspended_until", ISO_OFFSET_DATE_TIME.format(options.suspendedUntil()));
    map.put("displacement", options.displacement());
    map.put("rebound", options.rebound());
    map.put("rebound_days", options.reboundDays());
    map.put("unrest", options.unrest());
    map.put("day_shock", options.dayShock());
    map.put("orders_per_day", options.ordersPerDay());
    map.put("cancelled", options.cancelled());
    map.put("inciting", options.inciting());
    return map;
  }

  private static Map<String, Object> effects(SortedMap<String, Effect> effects) {
    Map<String, Object> map = new LinkedHashMap<>();
    effects.forEach((key, effect) -> map.put(key, effect(effect)));
    return map;
  }

  private static Map<String, Object> effect(Effect effect) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("merchants", effect.merchants());
    map.put("expected", tally(effect.expected()));
    map.put("realised", tally(effect.realised()));
    return map;
  }

  private static Map<String, Object> tally(Tally tally) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("sales", Math.round(tally.sales()));
    map.put("live_sales", Math.round(tally.liveSales()));
    map.put("gross_live_loss", Math.round(tally.grossLoss()));
    map.put("displaced", Math.round(tally.displaced()));
    map.put("net_loss", Math.round(tally.netLoss()));
    map.put("recovered", Math.round(tally.recovered()));
    map.put("net_loss_percent_of_live_sales", percent(tally.netLoss(), tally.liveSales()));
    map.put("net_loss_percent_of_sales", percent(tally.netLoss(), tally.sales()));
    return map;
  }

  /** To four decimals; zero of nothing is zero. */
  private static double percent(double part, double whole) {
    return whole == 0 ? 0 : Math.round(1e6 * part / whole) / 1e4;
  }

  private TruthFile() {}
}
