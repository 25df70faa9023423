package id.dampak.contract;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The 38 provinces, their codes, time zones and names.
 *
 * <p>Codes: Kepmendagri 300.2.2-2138/2025 and, for BPS, the published two-digit codes. Zones:
 * Keppres 41/1987, with Kalimantan Utara in WITA.
 */
public final class Provinces {
  /**
   * What does not count when names are compared in lower case: a title in front, spaces,
   * punctuation.
   */
  public static final String IGNORED_IN_NAMES = "^\\s*(provinsi|propinsi|prov)\\b|[^\\p{L}\\p{N}]+";

  private static final Pattern IGNORED = Pattern.compile(IGNORED_IN_NAMES);

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
    return coded(CodeSystem.KEMENDAGRI, kemendagriCode);
  }

  /** The province with this code in a system; empty if there is none. */
  public static Optional<Province> coded(CodeSystem system, String code) {
    return ALL.stream().filter(province -> system.of(province).equals(code)).findFirst();
  }

  /**
   * The provinces that were split off this one after {@code day}: an event on that day that names
   * it covers them too.
   */
  public static List<Province> splitOffAfter(LocalDate day, Province parent) {
    return ALL.stream()
        .filter(province -> province.parentCode().equals(Optional.of(parent.kemendagriCode())))
        .filter(province -> province.validFrom().filter(day::isBefore).isPresent())
        .toList();
  }

  /** Every name and alias in lower case without {@link #IGNORED_IN_NAMES}, with its province. */
  public static Map<String, Province> byNormalisedName() {
    return BY_NAME;
  }

  private static String normalised(String name) {
    return IGNORED.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  private static List<Province> load() {
    Map<String, List<String>> aliases =
        ReferenceText.named("province_aliases.csv").records().stream()
            .collect(
                Collectors.groupingBy(
                    row -> value(row, ProvinceAliasRow.KEMENDAGRI_CODE),
                    Collectors.mapping(
                        row -> value(row, ProvinceAliasRow.ALIAS), Collectors.toList())));
    return ReferenceText.named("provinces.csv").records().stream()
        .map(row -> province(row, aliases))
        .toList();
  }

  private static Province province(Map<String, String> row, Map<String, List<String>> aliases) {
    String code = value(row, ProvinceRow.KEMENDAGRI_CODE);
    return new Province(
        code,
        value(row, ProvinceRow.BPS_CODE),
        value(row, ProvinceRow.NAME),
        ZoneId.of(value(row, ProvinceRow.ZONE)),
        Optional.of(value(row, ProvinceRow.PARENT_KEMENDAGRI_CODE)).filter(text -> !text.isEmpty()),
        Optional.of(value(row, ProvinceRow.VALID_FROM))
            .filter(text -> !text.isEmpty())
            .map(LocalDate::parse),
        aliases.getOrDefault(code, List.of()));
  }

  private static String value(Map<String, String> row, Field field) {
    return Objects.requireNonNull(row.get(field.name()), field.name());
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
