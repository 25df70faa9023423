package id.dampak.simulate;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import id.dampak.error.SimulationErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Writes a market as files: {@code transactions*.csv.gz}, {@code merchants.csv}, {@code
 * suspensions.csv}, {@code live_sessions.csv} and {@code truth.json}.
 *
 * <p>Blocks of merchants are drawn by several threads, each straight into its own part file; the
 * size of a block follows from the settings alone, so that the bytes do not depend on the number of
 * threads. Memory holds one merchant and one block's sessions per thread.
 */
public final class MarketWriter {
  /** Rough number of transactions per part file. */
  private static final double PART = 1_000_000;

  private final Market market;
  private final MarketFiles files;
  private final int threads;
  private final int block;
  private final int parts;

  /**
   * A writer of {@code market} into {@code directory}.
   *
   * @throws id.dampak.error.DampakException where there is not even one thread
   */
  public MarketWriter(Market market, Path directory, int threads) {
    this(market, directory, threads, PART);
  }

  MarketWriter(Market market, Path directory, int threads, double part) {
    MarketOptions.atLeast("--threads", threads, 1);
    this.market = market;
    this.files = new MarketFiles(directory);
    this.threads = threads;
    MarketOptions options = market.options();
    double perMerchant = options.days() * options.ordersPerDay();
    block = (int) Math.max(1, Math.min(options.merchants(), part / perMerchant));
    parts = (options.merchants() + block - 1) / block;
  }

  /**
   * Writes every file and returns what was planted.
   *
   * @throws id.dampak.error.DampakException if the directory is in use or cannot be written
   */
  public Truth write(Consumer<Progress> progress) {
    try {
      files.prepare();
      writeMerchants();
      writeSuspensions();
      Truth truth = writeBlocks(progress);
      Files.writeString(files.truth(), TruthFile.json(market.options(), truth));
      return truth;
    } catch (IOException | UncheckedIOException e) {
      throw SimulationErrors.cannotWrite(files.directory(), e);
    }
  }

  static CsvWriter.CsvWriterBuilder csv() {
    return CsvWriter.builder().lineDelimiter(LineDelimiter.LF);
  }

  private void writeMerchants() throws IOException {
    try (CsvWriter out = csv().build(files.merchants(), StandardCharsets.UTF_8)) {
      out.writeRecord("merchant_id", "province", "sector", "size_class", "size_basis", "opened_on");
      for (int i = 0; i < market.options().merchants(); i++) {
        SimulatedMerchant merchant = market.merchant(i);
        out.writeRecord(
            merchant.id(),
            merchant.province().name(),
            merchant.sector(),
            merchant.sizeClass(),
            "capital",
            merchant.openedOn().toString());
      }
    }
  }

  private void writeSuspensions() throws IOException {
    try (CsvWriter out = csv().build(files.suspensions(), StandardCharsets.UTF_8)) {
      out.writeRecord(
          "event_id",
          "platform",
          "feature",
          "country",
          "region",
          "started_at",
          "started_precision",
          "ended_at",
          "ended_precision",
          "status",
          "actor",
          "reason",
          "source_url",
          "note");
      out.writeRecord(
          "simulated-live-off",
          "TikTok",
          "LIVE",
          "Indonesia",
          "*",
          ISO_OFFSET_DATE_TIME.format(market.options().suspendedFrom()),
          "minute",
          ISO_OFFSET_DATE_TIME.format(market.options().suspendedUntil()),
          "minute",
          "confirmed",
          "",
          "",
          "",
          "Planted by dampak simulate into synthetic sales");
    }
  }

  private Truth writeBlocks(Consumer<Progress> progress) throws IOException {
    Instant began = Instant.now();
    Truth truth = Truth.EMPTY;
    long transactions = 0;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    ArrayDeque<Future<BlockWriter.Written>> pending = new ArrayDeque<>();
    try (CsvWriter sessions = csv().build(files.liveSessions(), StandardCharsets.UTF_8)) {
      sessions.writeRecord(BlockWriter.SESSION_COLUMNS);
      int submitted = 0;
      for (int part = 0; part < parts; part++) {
        while (submitted < parts && pending.size() < 2L * threads) {
          int next = submitted++;
          pending.add(pool.submit(() -> blockWriter(next).write(files.transactions(next, parts))));
        }
        BlockWriter.Written written = result(pending.remove());
        written.sessions().forEach(sessions::writeRecord);
        truth = truth.plus(written.truth());
        transactions += written.transactions();
        progress.accept(
            new Progress(
                truth.total().merchants(), transactions, Duration.between(began, Instant.now())));
      }
    } finally {
      pool.shutdownNow();
    }
    return truth;
  }

  private BlockWriter blockWriter(int part) {
    int first = part * block;
    return new BlockWriter(market, first, Math.min(first + block, market.options().merchants()));
  }

  private static BlockWriter.Written result(Future<BlockWriter.Written> future) throws IOException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      if (e.getCause() instanceof UncheckedIOException failure) {
        throw failure;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
