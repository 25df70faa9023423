package id.dampak.contract;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.str_to_map;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;

/** {@link Provinces} as expressions over columns, so that no join is needed to look one up. */
public final class ProvinceColumns {

  private ProvinceColumns() {}

  /**
   * The Kemendagri code of the province that a text names, or whose code it is; null where it means
   * none.
   *
   * @param system whose codes the texts may be; without it a number means no province
   */
  public static Column code(Column name, Optional<CodeSystem> system) {
    Map<String, String> codes = new TreeMap<>();
    Provinces.byNormalisedName()
        .forEach((known, province) -> codes.put(known, province.kemendagriCode()));
    system.ifPresent(
        declared ->
            Provinces.all()
                .forEach(province -> codes.put(declared.of(province), province.kemendagriCode())));
    return try_element_at(
        literal(codes), regexp_replace(lower(name), Provinces.IGNORED_IN_NAMES, ""));
  }

  /** What a code means in each system, in words; null where it is a code of neither. */
  public static Column readings(Column text) {
    Map<String, String> readings = new TreeMap<>();
    for (CodeSystem system : CodeSystem.values()) {
      for (Province province : Provinces.all()) {
        readings.merge(
            system.of(province),
            province.name() + " by " + system.name().toLowerCase(Locale.ROOT),
            (first, second) -> first + " and " + second);
      }
    }
    return try_element_at(literal(readings), text);
  }

  /**
   * Today's provinces that an event covers: the one that it names, and those that were split off
   * that one since. Any other region is itself.
   *
   * @param code Kemendagri code, or another region
   * @param startedAt when the event began, UTC
   */
  public static Column coveredToday(Column code, Column startedAt) {
    List<Column> covered = new ArrayList<>();
    covered.add(code);
    for (Province parent : Provinces.all()) {
      for (Province daughter : Provinces.splitOffAfter(LocalDate.MIN, parent)) {
        Instant split =
            daughter.validFrom().orElseThrow().atStartOfDay(daughter.zone()).toInstant();
        covered.add(
            when(
                code.equalTo(parent.kemendagriCode()).and(startedAt.lt(lit(Timestamp.from(split)))),
                daughter.kemendagriCode()));
      }
    }
    return array_compact(array(covered.toArray(Column[]::new)));
  }

  /** The IANA zone of a Kemendagri code; null where there is no such province. */
  public static Column zone(Column code) {
    Map<String, String> zones = new TreeMap<>();
    Provinces.all()
        .forEach(province -> zones.put(province.kemendagriCode(), province.zone().getId()));
    return try_element_at(literal(zones), code);
  }

  /** One text, which Spark turns into a map once, rather than hundreds of expressions. */
  private static Column literal(Map<String, String> map) {
    String entries =
        map.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(";"));
    return str_to_map(lit(entries), lit(";"), lit("="));
  }
}
