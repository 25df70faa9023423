package id.dampak.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dampak.error.DampakException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarketWriterTest {
  private static final Market MARKET = new Market(MarketOptions.of(60, 78, 20));

  @TempDir Path directory;

  @Test
  void sameSettingsGiveTheSameBytesWhateverTheThreads() throws IOException {
    Path one = write(MARKET, "one", 1, 1000);
    Path other = write(new Market(MarketOptions.of(60, 78, 20)), "other", 3, 1000);
    assertThat(names(one)).isEqualTo(names(other)).hasSizeGreaterThan(6);
    for (String name : names(one)) {
      assertThat(Files.readAllBytes(other.resolve(name)))
          .isEqualTo(Files.readAllBytes(one.resolve(name)));
    }
  }

  @Test
  void splitIntoPartsChangesNoRow() throws IOException {
    Path whole = write(MARKET, "whole", 2, 1e6);
    Path split = write(MARKET, "split", 2, 1000);
    assertThat(names(whole)).contains("transactions.csv.gz");
    assertThat(names(split)).contains("transactions-00000.csv.gz", "transactions-00001.csv.gz");
    assertThat(rows(split)).isEqualTo(rows(whole));
    assertThat(Files.readString(split.resolve("live_sessions.csv")))
        .isEqualTo(Files.readString(whole.resolve("live_sessions.csv")));
    assertThat(Files.readString(split.resolve("truth.json")))
        .isEqualTo(Files.readString(whole.resolve("truth.json")));
  }

  @Test
  void earlierMarketIsReplacedWhole() throws IOException {
    write(MARKET, "again", 2, 1000);
    Path again = write(MARKET, "again", 2, 1e6);
    assertThat(names(again))
        .containsExactly(
            "live_sessions.csv",
            "merchants.csv",
            "suspensions.csv",
            "transactions.csv.gz",
            "truth.json");
  }

  @Test
  void directoryWithOtherFilesIsLeftAlone() throws IOException {
    Path mine = Files.createDirectories(directory.resolve("mine"));
    Files.writeString(mine.resolve("transactions.csv.gz"), "mine");
    assertThatThrownBy(() -> write(MARKET, "mine", 1, 1000))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("Name an empty or new directory");
    assertThat(mine.resolve("transactions.csv.gz")).hasContent("mine");
  }

  @Test
  void sessionsPlannedDuringTheSuspensionAreToldWithTheirStakes() throws IOException {
    Path market = write(MARKET, "sessions", 1, 1e6);
    List<String> planned =
        Files.readAllLines(market.resolve("live_sessions.csv")).stream()
            .filter(line -> line.contains(",2025-08-31T") || line.contains(",2025-09-01T"))
            .toList();
    assertThat(planned).isNotEmpty().allMatch(line -> Long.parseLong(line.split(",", -1)[5]) > 0);
  }

  private Path write(Market market, String name, int threads, double part) {
    Path target = directory.resolve(name);
    new MarketWriter(market, target, threads, part).write(progress -> {});
    return target;
  }

  private static List<String> names(Path market) throws IOException {
    try (Stream<Path> files = Files.list(market)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static List<String> rows(Path market) throws IOException {
    List<String> rows = new ArrayList<>();
    for (String name : names(market)) {
      if (name.startsWith("transactions")) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(market.resolve(name)))) {
          String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
          text.lines().skip(1).forEach(rows::add);
        }
      }
    }
    return rows;
  }
}
