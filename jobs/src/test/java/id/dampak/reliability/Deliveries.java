package id.dampak.reliability;

import id.dampak.StudyText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A market of eight merchants whose files arrive one delivery after the other, each in a folder of
 * its own with the same study: first most of it, then late days and corrections of what came
 * before, a file that has come already, and so on with a correction each. All that a row says of
 * time it says itself, so that no row depends on when it landed.
 */
final class Deliveries {
  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 8, 20);
  private static final int MERCHANTS = 8;
  private static final int DAYS = 16;
  private static final int FIRST_DELIVERY = 12;
  private static final StudyText STUDY =
      StudyText.daily()
          .with("study", "deliveries")
          .with("window", "{from: 2025-08-20, until: 2025-09-05}")
          .with(
              "suspensions",
              "{platforms: [TikTok], features: [LIVE], statuses: [confirmed],"
                  + " from: 2025-08-28, until: 2025-09-05}")
          .with(
              "exposure",
              "{by: feature_share, channel: live, baseline: {from: 2025-08-20, until: 2025-08-28}}")
          .with("dimensions", "[size_class]")
          .with("minimum_units", "2")
          .with(
              "specifications",
              """
              [{name: headline, method: exposure_event_study, outcome: {scale: relative_to_baseline},
                leads: 4, lags: 5, fixed_effects: [unit, period], clusters: [unit]}]
              """);

  /** What a delivery may bring, and the table that it goes to. */
  private static final Map<String, String> INPUTS =
      new TreeMap<>(
          Map.of(
              "registry", "suspension",
              "merchants", "merchant",
              "orders", "transaction",
              "sessions", "live_session",
              "texts", "content"));

  private final Path folder;
  private final StudyText study;

  private Deliveries(Path folder, StudyText study) {
    this.folder = folder;
    this.study = study;
  }

  private Deliveries(Path folder, Set<String> inputs) {
    this(
        folder,
        STUDY.with(
            "inputs",
            inputs.stream().map(Deliveries::input).collect(Collectors.joining(", ", "{", "}"))));
  }

  /** Deliveries of everything, below a folder. */
  Deliveries(Path folder) {
    this(folder, INPUTS.keySet());
  }

  /** The same without sessions and texts, which no panel needs. */
  static Deliveries forThePanel(Path folder) {
    return new Deliveries(folder, new TreeSet<>(Set.of("registry", "merchants", "orders")));
  }

  /** The same files, under a study with another value of a top-level key, below another folder. */
  Deliveries with(Path other, String key, String value) {
    return new Deliveries(other, study.with(key, value));
  }

  private static String input(String name) {
    return "%s: {table: %s, format: csv, files: [\"%s*.csv\"], delivery: increments}"
        .formatted(name, INPUTS.get(name), name);
  }

  /** The study file of the {@code number}th delivery, from 1 on, beside its files. */
  Path study(int number) {
    try {
      Path place = Files.createDirectories(folder.resolve("delivery " + number));
      write(place, number);
      return study.write(place.resolve("study.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path place, int number) throws IOException {
    save(place, "registry", number, registry(number));
    save(place, "merchants", number, merchants(number));
    save(place, "orders", number, orders(number));
    save(place, "sessions", number, sessions(number));
    save(place, "texts", 1, texts()); // the same file each time: it lands once
    if (number == 3) {
      save(place, "orders again", 1, orders(1));
    }
  }

  private static void save(Path place, String name, int number, List<String> lines)
      throws IOException {
    Files.write(place.resolve("%s %d.csv".formatted(name, number)), lines);
  }

  /** The first says when it began; the second corrects the hour; later ones move the end. */
  private static List<String> registry(int number) {
    return List.of(
        "event_id,platform,feature,country,region,started_at,ended_at,status,known_at",
        "live,TikTok,LIVE,Indonesia,*,2025-08-30 20:%02d,2025-09-02 13:%02d,confirmed,%s"
            .formatted(number == 1 ? 0 : 40, number, known(number)));
  }

  private static List<String> merchants(int number) {
    List<String> lines =
        new ArrayList<>(List.of("merchant_id,region,size_class,opened_on,known_at"));
    for (int m = 0; m < MERCHANTS; m++) {
      if (number == 1 || m == number % MERCHANTS) {
        String region = List.of("Jawa Barat", "Bali", "Papua").get((m + (number - 1) / 4) % 3);
        lines.add(
            "m%d,%s,%s,2024-01-01,%s"
                .formatted(m, region, m < 4 ? "mikro" : "kecil", known(number)));
      }
    }
    return lines;
  }

  /** Twelve days; then the other four, a refund, a better price; then a late price a delivery. */
  private static List<String> orders(int number) {
    List<String> lines =
        new ArrayList<>(
            List.of("transaction_id,merchant_id,occurred_at,channel,amount,status,known_at"));
    for (int m = 0; m < MERCHANTS; m++) {
      for (int d = 0; d < DAYS; d++) {
        if (d < FIRST_DELIVERY ? number == 1 : number == 2) {
          lines.add(order(m, d, 0, "completed", number));
        }
      }
    }
    if (number == 2) {
      lines.add(order(3, 1, 0, "cancelled", number));
    }
    if (number > 1) {
      lines.add(order(number % MERCHANTS, number % FIRST_DELIVERY, number, "completed", number));
    }
    lines.add("unreadable-%d,m0,30/08/2025,live,1,completed,%s".formatted(number, known(number)));
    return lines;
  }

  private static String order(int m, int d, int raise, String status, int number) {
    boolean suspended = d >= 10 && d <= 13;
    long usual = 100_000 + 10_000L * ((m * 7 + d * 11 + m * d) % 13);
    long amount = (suspended && m % 2 == 0 ? usual / 2 : usual) + raise;
    String channel = m % 2 == 0 && (d + m) % (2 + m / 2) == 0 ? "live" : "shop";
    return "%d-%d,m%d,%sT03:00:00Z,%s,%d,%s,%s"
        .formatted(m, d, m, FIRST_DAY.plusDays(d), channel, amount, status, known(number));
  }

  private static List<String> sessions(int number) {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "session_id,merchant_id,platform,started_at,ended_at,amount,views,text,level,known_at"));
    for (int s = 0; s < 4; s++) {
      lines.add(
          "s%d-%d,m%d,TikTok,2025-08-%02dT13:00:00Z,2025-08-%02dT15:00:00Z,%d,%d,%s,%d,%s"
              .formatted(
                  number,
                  s,
                  2 * s,
                  28 + s,
                  28 + s,
                  1000 * number + s,
                  10 + s,
                  s % 2 == 0 ? "bakar gudang nomor satu" : "gudang nomor dua disewakan",
                  s % 2 == 0 ? 4 : 0,
                  known(number)));
    }
    return lines;
  }

  /** Ten families of a call and its harmless twin. */
  private static List<String> texts() {
    List<String> lines = new ArrayList<>(List.of("content_id,text,level,family,known_at"));
    for (String word : "satu dua tiga empat lima enam tujuh delapan sembilan nol".split(" ", -1)) {
      lines.add("%s-a,bakar gudang nomor %s,4,%s,%s".formatted(word, word, word, known(1)));
      lines.add("%s-b,gudang nomor %s disewakan,0,%s,%s".formatted(word, word, word, known(1)));
    }
    return lines;
  }

  private static String known(int number) {
    return String.format(Locale.ROOT, "2025-10-%02d", number);
  }
}
