package id.dampak.contract;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.try_element_at;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

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

  private static Column literal(Map<String, String> map) {
    return functions.map(
        map.entrySet().stream()
            .flatMap(entry -> Stream.of(lit(entry.getKey()), lit(entry.getValue())))
            .toArray(Column[]::new));
  }
}
