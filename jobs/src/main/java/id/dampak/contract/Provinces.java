package id.dampak.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The 38 provinces, their codes, time zones and names.
 *
 * <p>Codes: Kepmendagri 300.2.2-2138/2025 and, for BPS, the published two-digit codes. Zones:
 * Keppres 41/1987, with Kalimantan Utara in WITA.
 */
public final class Provinces {
  private static final String RESOURCE = "/id/dampak/reference/provinces.csv";
  private static final Pattern NOT_ALPHANUMERIC = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern TITLE = Pattern.compile("^\\s*(provinsi|propinsi|prov)\\b");

  private static final List<Province> ALL = load();
  private static final Map<String, Province> BY_NAME = index(ALL);

  /** Every province, in the order of its Kemendagri code. */
  public static List<Province> all() {
    return ALL;
  }

  /**
   * The province that goes by {@code name}, official or alias, whatever its case, spacing and
   * punctuation, with or without the word Provinsi in front; empty if none does.
   */
  public static Optional<Province> named(String name) {
    return Optional.ofNullable(BY_NAME.get(normalised(name)));
  }

  /** The province with this Kemendagri code; empty if there is none. */
  public static Optional<Province> coded(String kemendagriCode) {
    return ALL.stream().filter(p -> p.kemendagriCode().equals(kemendagriCode)).findFirst();
  }

  private static String normalised(String name) {
    String untitled = TITLE.matcher(name.toLowerCase(Locale.ROOT)).replaceFirst("");
    return NOT_ALPHANUMERIC.matcher(untitled).replaceAll("");
  }

  private static List<Province> load() {
    try (InputStream in = Provinces.class.getResourceAsStream(RESOURCE)) {
      String text =
          new String(Objects.requireNonNull(in, RESOURCE).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(Provinces::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The table holds no quoted field, so that splitting at commas is enough. */
  private static Province parse(String line) {
    List<String> fields = List.of(line.split(",", -1));
    String aliases = fields.get(5);
    return new Province(
        fields.get(0),
        fields.get(1),
        fields.get(2),
        ZoneId.of(fields.get(3)),
        Optional.of(fields.get(4)).filter(code -> !code.isEmpty()),
        aliases.isEmpty() ? List.of() : List.of(aliases.split(";", -1)));
  }

  private static Map<String, Province> index(List<Province> provinces) {
    Map<String, Province> index = new HashMap<>();
    for (Province province : provinces) {
      index.put(normalised(province.name()), province);
      for (String alias : province.aliases()) {
        Province other = index.putIfAbsent(normalised(alias), province);
        if (other != null && !other.equals(province)) {
          throw new IllegalStateException(
              alias + " names both " + other.name() + " and " + province.name());
        }
      }
    }
    return Map.copyOf(index);
  }

  private Provinces() {}
}
