package id.dampak.simulate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * What is said in LIVE sessions: phrases written for this project, with their true level. Most of
 * it is selling; protest, reports and praise of violence are rare, and calls to violence rarer.
 */
final class Speech {
  private static final String RESOURCE = "/id/dampak/simulate/phrases.csv";
  private static final List<String> GOODS =
      List.of(
          "gamis",
          "hijab",
          "kerupuk",
          "sambal",
          "sandal",
          "tas anyaman",
          "kemeja batik",
          "kopi bubuk",
          "madu",
          "daster",
          "serum wajah",
          "keripik pisang",
          "mukena",
          "panci",
          "celana kulot");
  private static final List<Integer> THOUSANDS = List.of(9, 15, 19, 25, 35, 49, 59, 79, 99, 120);

  /** Weights of the levels 0 to 3 among sessions that do not incite: assumed. */
  private static final Weights PEACEFUL_LEVEL = new Weights(new double[] {94.5, 3, 1.7, 0.8});

  private static final int INCITING_LEVEL = 4;

  private final List<List<Phrase>> byLevel;
  private final double inciting;

  Speech(double inciting) {
    this.inciting = inciting;
    List<Phrase> phrases = load();
    byLevel =
        IntStream.rangeClosed(0, INCITING_LEVEL)
            .mapToObj(level -> phrases.stream().filter(p -> p.level() == level).toList())
            .toList();
  }

  Phrase draw(UniformRandomProvider random) {
    int level = random.nextDouble() < inciting ? INCITING_LEVEL : PEACEFUL_LEVEL.draw(random);
    Phrase phrase = pick(byLevel.get(level), random);
    String text =
        phrase
            .text()
            .replace("{barang}", pick(GOODS, random))
            .replace("{harga}", pick(THOUSANDS, random) + " ribu");
    return new Phrase(level, text);
  }

  private static <T> T pick(List<T> list, UniformRandomProvider random) {
    return list.get(random.nextInt(list.size()));
  }

  static List<Phrase> load() {
    InputStream in = Objects.requireNonNull(Speech.class.getResourceAsStream(RESOURCE), RESOURCE);
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return rows.stream()
          .map(row -> new Phrase(Integer.parseInt(row.getField("level")), row.getField("text")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
