package id.dampak.study;

import id.dampak.contract.CodeSystem;
import id.dampak.format.NumberStyle;
import id.dampak.format.SourceFormat;
import id.dampak.study.Input.Delivery;
import id.dampak.study.Input.Notation;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
    Input.Format format = section.oneOf("format", Input.Format.class);
    Input.Target target = target(section, format);
    Input input =
        new Input(
            name,
            target,
            format,
            section.list("files", "a path or a glob", file -> folder.resolve(file).normalize()),
            section.optional("time_zone", ZONE, InputReader::zone).orElse(usualZone),
            zones(section),
            notation(section, format.declaration()),
            new ColumnsReader(target, format).columns(section),
            section.optionalOneOf("delivery", Delivery.class).orElse(Delivery.SNAPSHOT),
            section.optionalSection("use").map(WindowReader::window),
            section.optionalOneOf("region_codes", CodeSystem.class),
            new Persons(section.texts("personal"), section.texts("authors")));
    section.done();
    PersonsRules.require(section, input);
    return input;
  }

  /** What the rows are: the format says so, or else the study. */
  private static Input.Target target(Section section, Input.Format format) {
    Optional<Input.Target> known = format.declaration().target().map(Input.Target::of);
    if (known.isEmpty()) {
      return section.oneOf("table", Input.Target.class);
    }
    Optional<Input.Target> said = section.optionalOneOf("table", Input.Target.class);
    if (said.isPresent() && !said.equals(known)) {
      throw section.contradiction(
          "format",
          "the format " + format.id() + " does not fit the table " + lower(said.get()),
          "Its rows are for the table " + lower(known.get()),
          "Write \"table: " + lower(known.get()) + "\" or leave it out, or name another format");
    }
    return known.get();
  }

  private static Notation notation(Section section, SourceFormat format) {
    List<String> usual = format.datePatterns();
    return new Notation(
        section
            .optional(
                "date_format", "iso or a pattern such as dd/MM/yyyy HH:mm", InputReader::dates)
            .or(() -> usual.size() == 1 ? Optional.of(usual.get(0)) : Optional.empty()),
        section.optionalOneOf("numbers", NumberStyle.class).or(format::numbers),
        section
            .optional("delimiter", "a single character such as ;", InputReader::delimiter)
            .orElse(Notation.COMMA),
        section.optionalText("sheet"));
  }

  /** A delimiter is a character that neither quotes nor ends a line, and no part of a word. */
  private static char delimiter(String text) {
    char delimiter = text.equals("tab") ? '\t' : text.charAt(0);
    boolean single = text.equals("tab") || text.length() == 1;
    if (!single || delimiter == '"' || Character.isLetterOrDigit(delimiter)) {
      throw new IllegalArgumentException(text);
    }
    return delimiter;
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
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

  static String zone(String text) {
    return ZoneId.of(text).getId();
  }

  private static String dates(String text) {
    if (!text.equals("iso")) {
      DateTimeFormatter unused = DateTimeFormatter.ofPattern(text, Locale.ROOT);
    }
    return text;
  }
}
