package id.dampak.silver;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import id.dampak.contract.CodeSystem;
import id.dampak.contract.Field;
import id.dampak.contract.ProvinceColumns;
import id.dampak.study.Study;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;

/** Reads regions, and tells the time zone of each. */
final class Regions {
  private static final String EVERYWHERE = "*";
  private static final String UNKNOWN = "unknown";

  /** How registries say that all of a country is meant, one of them with a slip of the pen. */
  private static final String ALL_OF_IT =
      "^(?i)(?:nation[ -]?wi?de|national|country[ -]?wide|(?:the )?(?:entire|whole) country)$";

  private final Study study;

  Regions(Study study) {
    this.study = study;
  }

  /** The code of the region that a field names; {@code unknown} where the source names none. */
  Typed code(Field field, Source source, String name) {
    Column text = source.text(name);
    return switch (study.regions()) {
      case AS_IS -> new Typed(field, coalesce(text, lit(UNKNOWN)), Source.nothing());
      case INDONESIA -> {
        Column code =
            when(text.equalTo(EVERYWHERE), text)
                .otherwise(ProvinceColumns.code(text, source.input().regionCodes()));
        yield new Typed(
            field,
            coalesce(code, lit(UNKNOWN)),
            when(
                text.isNotNull().and(field.col().equalTo(UNKNOWN)),
                coalesce(
                    ambiguous(name, text, source),
                    concat(lit(name + " \""), text, lit("\" is no province of Indonesia")))));
      }
    };
  }

  /**
   * The region that a registry of several countries names: those of Indonesia as {@link #code} has
   * them, those of other countries as the registry does, and all of a country however it says so.
   *
   * @param inIndonesia whether a row is of Indonesia
   * @param whenMissing what a row means that names none
   */
  Typed ofCountry(Field field, Source source, String name, Column inIndonesia, String whenMissing) {
    Column named = coalesce(named(source, name), lit(whenMissing));
    return switch (study.regions()) {
      case AS_IS -> new Typed(field, named, Source.nothing());
      case INDONESIA -> {
        Typed code = code(field, source, name);
        Column coded = isProvince(source, name, inIndonesia);
        yield new Typed(
            field, when(coded, code.value()).otherwise(named), when(coded, code.reason()));
      }
    };
  }

  /** Whose code {@link #ofCountry} gives; null where it gives none. */
  Typed systemOfCountry(Field field, Source source, String name, Column inIndonesia) {
    return new Typed(
        field,
        when(isProvince(source, name, inIndonesia), system(named(source, name))),
        Source.nothing());
  }

  private static Column isProvince(Source source, String name, Column inIndonesia) {
    return inIndonesia.and(named(source, name).notEqual(EVERYWHERE));
  }

  private static Column named(Source source, String name) {
    Column text = source.text(name);
    return when(text.rlike(ALL_OF_IT), EVERYWHERE).otherwise(text);
  }

  /** A number that could be either system's is never guessed at; null where there is no doubt. */
  private static Column ambiguous(String name, Column text, Source source) {
    return source.input().regionCodes().isPresent()
        ? Source.nothing()
        : concat(
            lit(name + " \""),
            text,
            lit("\" is "),
            ProvinceColumns.readings(text),
            lit("; the input does not declare region_codes"));
  }

  /** Whose code a region code is; null where it is none, or as the source has it. */
  Column system(Column code) {
    return switch (study.regions()) {
      case AS_IS -> Source.nothing();
      case INDONESIA ->
          when(
              code.isInCollection(List.of(EVERYWHERE, UNKNOWN)).unary_$bang(),
              CodeSystem.KEMENDAGRI.name().toLowerCase(Locale.ROOT));
    };
  }

  /** The IANA zone of a region code. */
  Column zone(Column code) {
    return switch (study.regions()) {
      case AS_IS -> lit(study.timeZone());
      case INDONESIA -> coalesce(ProvinceColumns.zone(code), lit(study.timeZone()));
    };
  }
}
