package id.dampak.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of {@code data-samples} are what their README says. */
class DataSamplesTest {
  private static final Path SAMPLES =
      Path.of(System.getProperty("dampak.root", ".."), "data-samples");

  @TempDir Path directory;

  @Test
  void sampleMarketIsWhatItsCommandMakes() throws IOException {
    Market market = new Market(MarketOptions.of(1500, 78, 20250830));
    new MarketWriter(market, directory, 2).write(progress -> {});
    Path sample = SAMPLES.resolve("market");
    for (String name :
        List.of("merchants.csv", "suspensions.csv", "live_sessions.csv", "truth.json")) {
      assertThat(directory.resolve(name)).hasSameBinaryContentAs(sample.resolve(name));
    }
    // The packed bytes depend on the system's zlib; what they hold does not.
    assertThat(unpacked(directory.resolve("transactions.csv.gz")))
        .isEqualTo(unpacked(sample.resolve("transactions.csv.gz")));
  }

  @Test
  void registryConfirmsExactlyOneLiveSuspensionInIndonesia() throws IOException {
    assertThat(registry())
        .filteredOn(
            row ->
                row.getField("country").equals("Indonesia")
                    && row.getField("feature").equals("LIVE")
                    && row.getField("status").equals("confirmed"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(OffsetDateTime.parse(row.getField("started_at")))
                  .isEqualTo(MarketOptions.LIVE_OFF);
              assertThat(OffsetDateTime.parse(row.getField("ended_at")))
                  .isEqualTo(MarketOptions.LIVE_ON);
            });
  }

  private static List<NamedCsvRecord> registry() throws IOException {
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(SAMPLES.resolve("registry/suspensions.csv"))) {
      return rows.stream().toList();
    }
  }

  private static byte[] unpacked(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    }
  }
}
