package id.dampak.study;

import id.dampak.study.Mapping.RowNumber;
import java.math.BigDecimal;
import java.nio.file.Path;
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
            columns(section),
            section.optionalSection("use").map(StudyReader::window));
    section.done();
    return input;
  }

  private static Map<String, String> zones(Section section) {
    Map<String, String> zones = section.textsByName("time_zones");
    zones.forEach(
        (country, zone) -> {
          try {
            ZoneId.of(zone);
          } catch (java.time.DateTimeException e) {
            throw section.wrong("time_zones", zone, ZONE);
          }
        });
    return zones;
  }

  private static Map<String, Mapping> columns(Section section) {
    Map<String, Mapping> columns = new LinkedHashMap<>();
    section
        .optionalSection("columns")
        .ifPresent(
            block ->
                block
                    .keys()
                    .forEach(
                        field ->
                            columns.put(
                                field,
                                block.isScalar(field)
                                    ? Mapping.column(block.text(field))
                                    : mapping(block.section(field)))));
    return columns;
  }

  private static Mapping mapping(Section section) {
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
    if (mapping.columns().isEmpty() == mapping.constant().isEmpty()) {
      throw section.contradiction(
          "column",
          "a field comes from one or more columns or is a constant, and only one of the two",
          "Give either \"column:\" or \"constant:\"");
    }
    return mapping;
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
