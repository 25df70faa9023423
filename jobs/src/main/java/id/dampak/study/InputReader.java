package id.dampak.study;

import id.dampak.study.Input.Delivery;
import id.dampak.study.Mapping.RowNumber;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads one input of a study file. */
final class InputReader {
  static final String ZONE = "an IANA time zone such as Asia/Jakarta";

  private final Path folder;
  private final String usualZone;

  InputReader(Path studyFile, String usualZone) {
    this.usualZone = usualZone;
    Path parent = studyFile.toAbsolutePath().normalize().getParent();
    this.folder = parent == null ? Path.of("") : parent;
  }

  Input input(String name, Section section) {
    Input input =
        new Input(
            name,
            section.oneOf("table", Input.Target.class),
            section.oneOf("format", Input.Format.class),
            section.texts("files").stream().map(file -> folder.resolve(file).normalize()).toList(),
            section.optional("time_zone", ZONE, InputReader::zone).orElse(usualZone),
            zones(section),
            section
                .optional(
                    "date_format", "iso or a pattern such as dd/MM/yyyy HH:mm", InputReader::dates)
                .orElse("iso"),
            columns(section, section.oneOf("table", Input.Target.class)),
            section.optionalOneOf("delivery", Delivery.class).orElse(Delivery.SNAPSHOT),
            section.optionalSection("use").map(WindowReader::window),
            new Persons(section.texts("personal"), section.texts("authors")));
    section.done();
    PersonsRules.require(section, input);
    if (input.format() == Input.Format.STOP) {
      requireStop(section, input);
    }
    return input;
  }

  private static void requireStop(Section section, Input input) {
    if (input.target() != Input.Target.SUSPENSION) {
      throw section.contradiction(
          "format",
          "the format stop does not fit the table "
              + input.target().name().toLowerCase(Locale.ROOT),
          "The STOP registry holds suspensions",
          "Write \"table: suspension\", or another format");
    }
    if (!input.columns().isEmpty()) {
      throw section.contradiction(
          "columns",
          "the format stop takes no columns",
          "The columns of the STOP registry are known",
          "Remove \"columns:\", or write \"format: csv\" and map every field");
    }
  }

  private static Map<String, String> zones(Section section) {
    Map<String, String> zones = section.textsByName("time_zones");
    zones.forEach(
        (country, zone) -> {
          try {
            ZoneId.of(zone);
          } catch (DateTimeException e) {
            throw section.wrong("time_zones", "\"" + zone + "\"", ZONE);
          }
        });
    return zones;
  }

  private static Map<String, Mapping> columns(Section section, Input.Target target) {
    Map<String, Mapping> columns = new LinkedHashMap<>();
    section
        .optionalSection("columns")
        .ifPresent(
            block -> {
              for (String field : Fields.all(target)) {
                if (block.has(field)) {
                  columns.put(field, mapping(field, block));
                }
              }
              block.done();
            });
    return columns;
  }

  private static Mapping mapping(String field, Section block) {
    if (block.isScalar(field)) {
      return Mapping.column(block.text(field));
    }
    Section section = block.section(field);
    Mapping mapping =
        new Mapping(
            section.texts("column"),
            section.optionalOneOf("row_number", RowNumber.class).orElse(RowNumber.LEFT_OUT),
            section.optionalText("constant"),
            section.textsByName("values"),
            section
                .optional("divide_by", "a number other than 0", InputReader::divisor)
                .orElse(BigDecimal.ONE));
    section.done();
    requireOneSource(section, mapping);
    if (!field.equals(Fields.AMOUNT) && section.has("divide_by")) {
      throw section.contradiction(
          "divide_by",
          "the field " + field + " cannot be divided",
          "Only an amount is a number to divide",
          "Remove \"divide_by:\"");
    }
    return mapping;
  }

  private static void requireOneSource(Section section, Mapping mapping) {
    if (mapping.columns().isEmpty() == mapping.constant().isEmpty()) {
      throw section.contradiction(
          "column",
          mapping.constant().isPresent()
              ? "a field has both a column and a constant"
              : "a field has neither a column nor a constant",
          "A field comes from one or more columns, or is the same in every row",
          "Give either \"column:\" or \"constant:\"");
    }
    if (mapping.constant().isPresent() && (section.has("values") || section.has("row_number"))) {
      throw section.contradiction(
          "constant",
          "a constant is neither recoded nor numbered",
          "It is the same in every row, as it stands",
          "Remove \"values:\" and \"row_number:\", or give a column");
    }
  }

  static String zone(String text) {
    return ZoneId.of(text).getId();
  }

  private static String dates(String text) {
    if (!text.equals("iso")) {
      DateTimeFormatter unused = DateTimeFormatter.ofPattern(text, Locale.ROOT);
    }
    return text;
  }

  private static BigDecimal divisor(String text) {
    BigDecimal divisor = new BigDecimal(text);
    if (divisor.signum() == 0) {
      throw new IllegalArgumentException(text);
    }
    return divisor;
  }
}
