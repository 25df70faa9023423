package id.dampak.cli;

import id.dampak.simulate.Market;
import id.dampak.simulate.MarketOptions;
import id.dampak.simulate.MarketWriter;
import id.dampak.simulate.Progress;
import id.dampak.simulate.Truth;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dampak simulate}: a seeded market with a known planted effect. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    sortOptions = false,
    description = {
      "Writes a synthetic market of small merchants that lives through a suspension of TikTok LIVE,",
      "and the truth about what the suspension cost it. The same settings give the same bytes."
    },
    footer = {
      "",
      "Example:",
      "  dampak simulate --merchants 1000 --days 78 --seed 1 --out market",
      "",
      "writes transactions*.csv.gz, merchants.csv, suspensions.csv, live_sessions.csv and",
      "truth.json. Nothing in them describes a real merchant."
    })
public final class SimulateCommand implements Callable<Integer> {
  private static final long PROGRESS_SECONDS = 2;
  private static final MarketOptions DEFAULTS = MarketOptions.of(1, 1, 0);

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Spec
  private CommandSpec spec;

  @Option(names = "--merchants", required = true, description = "Number of merchants.")
  private int merchants;

  @Option(names = "--days", required = true, description = "Number of local days.")
  private int days;

  @Option(names = "--seed", required = true, description = "Seed of all draws.")
  private long seed;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path out;

  @Option(
      names = "--start",
      paramLabel = "DATE",
      description = "First day; by default a fortnight of the days follows the suspension's first.")
  private @Nullable LocalDate start;

  @Option(
      names = "--suspended-from",
      paramLabel = "TIME",
      description = "Start of the suspension, with offset.")
  private OffsetDateTime suspendedFrom = DEFAULTS.suspendedFrom();

  @Option(
      names = "--suspended-until",
      paramLabel = "TIME",
      description = "End of the suspension, with offset.")
  private OffsetDateTime suspendedUntil = DEFAULTS.suspendedUntil();

  @Option(
      names = "--displacement",
      paramLabel = "SHARE",
      description = "Share of suspended LIVE sales made through other channels at the same time.")
  private double displacement = DEFAULTS.displacement();

  @Option(
      names = "--rebound",
      paramLabel = "SHARE",
      description = "Share of suspended LIVE sales made up for after the end.")
  private double rebound = DEFAULTS.rebound();

  @Option(names = "--rebound-days", paramLabel = "N", description = "Days over which that happens.")
  private int reboundDays = DEFAULTS.reboundDays();

  @Option(
      names = "--unrest",
      paramLabel = "SHARE",
      description = "Share of all sales lost to unrest in the worst province on the worst day.")
  private double unrest = DEFAULTS.unrest();

  @Option(
      names = "--day-shock",
      paramLabel = "SD",
      description = "Spread of the log of a merchant's own day-to-day shocks.")
  private double dayShock = DEFAULTS.dayShock();

  @Option(
      names = "--orders-per-day",
      paramLabel = "MEAN",
      description = "Average completed orders per merchant and day.")
  private double ordersPerDay = DEFAULTS.ordersPerDay();

  @Option(
      names = "--cancelled",
      paramLabel = "SHARE",
      description = "Share of orders that are cancelled.")
  private double cancelled = DEFAULTS.cancelled();

  @Option(
      names = "--inciting",
      paramLabel = "SHARE",
      description = "Share of LIVE sessions whose text incites violence.")
  private double inciting = DEFAULTS.inciting();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads; the files do not depend on it. By default one per processor.")
  private int threads = Runtime.getRuntime().availableProcessors();

  private long nextReport = PROGRESS_SECONDS;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    Market market = new Market(options());
    Truth truth = new MarketWriter(market, out, threads).write(progress -> report(err, progress));
    err.printf(
        Locale.ROOT,
        "Wrote %,d merchants to %s; planted net loss Rp%,.0f expected, Rp%,.0f as drawn.%n",
        truth.total().merchants(),
        out,
        truth.total().expected().netLoss(),
        truth.total().realised().netLoss());
    err.flush();
    return 0;
  }

  private MarketOptions options() {
    return new MarketOptions(
        merchants,
        days,
        seed,
        start != null ? start : MarketOptions.defaultStart(suspendedFrom, days),
        suspendedFrom,
        suspendedUntil,
        displacement,
        rebound,
        reboundDays,
        unrest,
        dayShock,
        ordersPerDay,
        cancelled,
        inciting);
  }

  private void report(PrintWriter err, Progress progress) {
    long seconds = progress.elapsed().toSeconds();
    if (seconds >= nextReport) {
      nextReport = seconds + PROGRESS_SECONDS;
      err.printf(
          Locale.ROOT,
          "%,d of %,d merchants, %,d transactions, %d s%n",
          progress.merchants(),
          merchants,
          progress.transactions(),
          seconds);
      err.flush();
    }
  }
}
