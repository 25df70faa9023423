package id.dampak.study;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the top level of a study file. */
final class StudyReader {
  private static final String ID_RULE = "at most 64 lower-case letters, digits and hyphens";
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final Pattern INPUT_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
  private static final Pattern CURRENCY = Pattern.compile("[A-Za-z]{3}");
  private static final double USUAL_CONFIDENCE = 0.95;
  private static final int USUAL_MINIMUM_UNITS = 10;

  private final Path file;

  StudyReader(Path file) {
    this.file = file;
  }

  Study study(Section root, CanonicalStudy canonical) {
    String id = root.read("study", ID_RULE, StudyReader::id);
    Period period = root.oneOf("period", Period.class);
    Section windowSection = root.section("window");
    Window window = WindowReader.window(windowSection);
    WindowReader.requireWholePeriods(windowSection, window, period);
    Exposure exposure = ExposureReader.exposure(root.section("exposure"), period);
    String timeZone = root.read("time_zone", InputReader.ZONE, InputReader::zone);
    Map<String, Section> inputSections = root.namedSections("inputs");
    inputSections.keySet().forEach(name -> requireInputName(root, name));
    List<Input> inputs =
        inputSections.entrySet().stream()
            .map(entry -> new InputReader(file, timeZone).input(entry.getKey(), entry.getValue()))
            .toList();
    List<Section> sections = root.sections("specifications");
    SpecificationReader reader = new SpecificationReader(period, window, exposure);
    List<Specification> specifications = sections.stream().map(reader::specification).toList();
    requireNamesOnce(sections, specifications);
    List<Study.Dimension> dimensions = root.listOf("dimensions", Study.Dimension.class);
    Study study =
        new Study(
            id,
            root.text("title"),
            root.text("question"),
            root.optional("dataset", ID_RULE, StudyReader::id).orElse(id),
            root.oneOf("origin", Study.Origin.class),
            root.optionalOneOf("identifiers", Study.Identifiers.class)
                .orElse(usual(root.oneOf("origin", Study.Origin.class))),
            money(root.section("currency")),
            root.read("seed", "a whole number", Long::parseLong),
            root.oneOf("regions", Study.Regions.class),
            timeZone,
            inputs,
            period,
            window,
            suspensions(root.section("suspensions")),
            exposure,
            dimensions,
            root.optional("minimum_units", "a whole number above 0", StudyReader::aboveZero)
                .orElse(USUAL_MINIMUM_UNITS),
            root.optionalOneOf("disclosure", Study.Disclosure.class)
                .orElse(Study.Disclosure.STRICT),
            root.optional("confidence_level", "a number above 0 and below 1", StudyReader::level)
                .orElse(USUAL_CONFIDENCE),
            root.optionalSection("policy").map(StudyReader::policy),
            root.optionalSection("accounting")
                .map(block -> AccountingReader.accounting(block, dimensions))
                .orElse(Accounting.USUAL),
            QualityReader.rules(root.sections("quality")),
            specifications,
            canonical,
            Optional.empty());
    root.done();
    requireTogether(root, study);
    requireReadable(root, study);
    PersonsRules.requireRecodable(root, study);
    return study;
  }

  /** Real merchants are protected unless the study says that they need not be. */
  private static Study.Identifiers usual(Study.Origin origin) {
    return switch (origin) {
      case REAL -> Study.Identifiers.PSEUDONYMS;
      case SYNTHETIC -> Study.Identifiers.AS_THEY_ARE;
    };
  }

  private static void requireTogether(Section root, Study study) {
    Window baseline = study.exposure().baseline();
    LocalDate eventsFrom = study.suspensions().window().from();
    if (baseline.until().isAfter(eventsFrom)) {
      throw root.contradiction(
          "exposure",
          "the baseline lasts until "
              + baseline.until()
              + ", but suspensions count from "
              + eventsFrom,
          "An exposure measured during the event would be moved by the event itself",
          "End the baseline on or before " + eventsFrom);
    }
    if (!study.specifications().isEmpty() && !study.window().holds(baseline)) {
      throw root.contradiction(
          "exposure",
          "the baseline " + baseline + " is not within the window " + study.window(),
          "Sales outside the window do not enter the study, so that the baseline would be empty",
          "Widen the window or move the baseline");
    }
  }

  /** What an input declares for Indonesia means nothing elsewhere. */
  private static void requireReadable(Section root, Study study) {
    for (Input input : study.inputs()) {
      if (input.regionCodes().isPresent() && study.regions() == Study.Regions.AS_IS) {
        throw root.contradiction(
            "inputs",
            "the input \"" + input.name() + "\" has region_codes, but regions are as_is",
            "Codes are only read where regions are provinces of Indonesia",
            "Write \"regions: indonesia\", or remove \"region_codes:\"");
      }
      boolean sized =
          Fields.MONEY_OF_SIZE.stream().anyMatch(field -> input.columns().containsKey(field));
      if (sized && !study.currency().isRupiah()) {
        throw root.contradiction(
            "inputs",
            "the input \""
                + input.name()
                + "\" maps annual_sales or capital, but the currency is "
                + study.currency().code(),
            "The size classes of PP 7/2021 have bounds in rupiah",
            "Map size_class instead, or give amounts in IDR");
      }
    }
  }

  /** The name stands in flags, lineage and messages, where other characters would mislead. */
  private static void requireInputName(Section root, String name) {
    if (!INPUT_NAME.matcher(name).matches()) {
      throw root.wrong(
          "inputs",
          "a block with the input \"" + name + "\"",
          "a name of at most 64 letters, digits, hyphens and underscores");
    }
  }

  private static void requireNamesOnce(List<Section> sections, List<Specification> all) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < all.size(); i++) {
      if (!names.add(all.get(i).name())) {
        throw sections
            .get(i)
            .contradiction(
                "name",
                "two specifications are named \"" + all.get(i).name() + "\"",
                "Results are filed under the name",
                "Rename one of them");
      }
    }
  }

  private static Study.Money money(Section section) {
    Study.Money money =
        new Study.Money(
            section.read("code", "three letters such as IDR (ISO 4217)", StudyReader::currency),
            section.read("minor_digits", "0, 1, 2 or 3", StudyReader::minorDigits));
    section.done();
    return money;
  }

  private static SuspensionFilter suspensions(Section section) {
    SuspensionFilter filter =
        new SuspensionFilter(
            section.texts("platforms"),
            section.texts("features"),
            section.texts("countries"),
            section.texts("statuses"),
            WindowReader.days(section));
    section.done();
    return filter;
  }

  private static Study.Policy policy(Section section) {
    Study.Policy policy =
        new Study.Policy(
            section.list("thresholds", "numbers between 0 and 1", StudyReader::share),
            section.read("displaced_share", "a number between 0 and 1", StudyReader::share));
    section.done();
    return policy;
  }

  static double share(String text) {
    double share = Double.parseDouble(text);
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(text);
    }
    return share;
  }

  private static double level(String text) {
    double level = share(text);
    if (level == 0 || level == 1) {
      throw new IllegalArgumentException(text);
    }
    return level;
  }

  static int aboveZero(String text) {
    int number = Integer.parseInt(text);
    if (number <= 0) {
      throw new IllegalArgumentException(text);
    }
    return number;
  }

  private static String currency(String text) {
    if (!CURRENCY.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    return text.toUpperCase(Locale.ROOT);
  }

  private static int minorDigits(String text) {
    int digits = Integer.parseInt(text);
    if (digits < 0 || digits > 3) {
      throw new IllegalArgumentException(text);
    }
    return digits;
  }

  private static String id(String text) {
    if (!ID.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }
}
