package id.dampak.contract;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.str_to_map;
import static org.apache.spark.sql.functions.try_element_at;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;

/** {@link Provinces} as expressions over columns, so that no join is needed to look one up. */
public final class ProvinceColumns {

  private ProvinceColumns() {}

  /** The Kemendagri code of the province that a text names; null where it names none. */
  public static Column code(Column name) {
    Map<String, String> codes = new TreeMap<>();
    Provinces.byNormalisedName()
        .forEach((known, province) -> codes.put(known, province.kemendagriCode()));
    return try_element_at(
        literal(codes), regexp_replace(lower(name), Provinces.IGNORED_IN_NAMES, ""));
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
