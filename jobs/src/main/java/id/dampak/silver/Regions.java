package id.dampak.silver;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import id.dampak.contract.Field;
import id.dampak.contract.Provinces;
import id.dampak.study.Study;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** Reads regions, and tells the time zone of each. */
final class Regions {
  private static final String EVERYWHERE = "*";
  private static final String UNKNOWN = "unknown";

  private final Study.Regions system;

  Regions(Study.Regions system) {
    this.system = system;
  }

  /** The code of the region that a field names; {@code unknown} where the source names none. */
  Typed code(Field field, Source source, String name) {
    Column text = source.text(name);
    return switch (system) {
      case AS_IS -> new Typed(field, coalesce(text, lit(UNKNOWN)), Source.nothing());
      case INDONESIA -> {
        Column code = when(text.equalTo(EVERYWHERE), text).otherwise(province(text));
        yield new Typed(
            field,
            coalesce(code, lit(UNKNOWN)),
            when(
                text.isNotNull().and(code.isNull()),
                concat(lit(name + " \""), text, lit("\" is no province of Indonesia"))));
      }
    };
  }

  /** The IANA zone of a region code. */
  Column zone(Column code, String otherwise) {
    return switch (system) {
      case AS_IS -> lit(otherwise);
      case INDONESIA -> coalesce(try_element_at(literal(zones()), code), lit(otherwise));
    };
  }

  private static Column province(Column text) {
    return try_element_at(
        literal(codes()), regexp_replace(lower(text), Provinces.IGNORED_IN_NAMES, ""));
  }

  private static Map<String, String> codes() {
    Map<String, String> codes = new TreeMap<>();
    Provinces.byNormalisedName()
        .forEach((name, province) -> codes.put(name, province.kemendagriCode()));
    return codes;
  }

  private static Map<String, String> zones() {
    Map<String, String> zones = new TreeMap<>();
    Provinces.all()
        .forEach(province -> zones.put(province.kemendagriCode(), province.zone().getId()));
    return zones;
  }

  private static Column literal(Map<String, String> map) {
    return functions.map(
        map.entrySet().stream()
            .flatMap(
                entry -> java.util.stream.Stream.of(lit(entry.getKey()), lit(entry.getValue())))
            .toArray(Column[]::new));
  }
}
