package id.dampak.study;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the top level of a study file. */
final class StudyReader {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]*");
  private static final double USUAL_CONFIDENCE = 0.95;
  private static final int USUAL_MINIMUM_UNITS = 10;
  private static final String DATE = "a date such as 2025-08-30";

  private final Path file;

  StudyReader(Path file) {
    this.file = file;
  }

  Study study(Section root, String hash) {
    String id = root.read("study", "lower-case letters, digits and hyphens", StudyReader::id);
    Period period = root.oneOf("period", Period.class);
    Window window = window(root.section("window"));
    Exposure exposure = exposure(root.section("exposure"));
    String timeZone = root.read("time_zone", InputReader.ZONE, InputReader::zone);
    List<Input> inputs =
        root.namedSections("inputs").entrySet().stream()
            .map(entry -> new InputReader(file, timeZone).input(entry.getKey(), entry.getValue()))
            .toList();
    List<Specification> specifications =
        root.sections("specifications").stream()
            .map(section -> SpecificationReader.specification(section, window))
            .toList();
    Study study =
        new Study(
            id,
            root.text("title"),
            root.text("question"),
            root.optional("dataset", "lower-case letters, digits and hyphens", StudyReader::id)
                .orElse(id),
            root.oneOf("origin", Study.Origin.class),
            money(root.section("currency")),
            root.read("seed", "a whole number", Long::parseLong),
            root.oneOf("regions", Study.Regions.class),
            timeZone,
            inputs,
            period,
            window,
            suspensions(root.section("suspensions")),
            exposure,
            root.listOf("dimensions", Study.Dimension.class),
            root.optional("minimum_units", "a whole number", Integer::parseInt)
                .orElse(USUAL_MINIMUM_UNITS),
            root.optional("confidence_level", "a number between 0 and 1", StudyReader::share)
                .orElse(USUAL_CONFIDENCE),
            root.optionalSection("policy").map(StudyReader::policy),
            specifications,
            hash);
    root.done();
    requireBaselineBeforeEvent(root, study);
    return study;
  }

  private static void requireBaselineBeforeEvent(Section root, Study study) {
    LocalDate eventsFrom = study.suspensions().window().from();
    LocalDate baselineUntil = study.exposure().baseline().until();
    if (baselineUntil.isAfter(eventsFrom)) {
      throw root.contradiction(
          "exposure",
          "the baseline lasts until "
              + baselineUntil
              + ", but suspensions count from "
              + eventsFrom,
          "End the baseline on or before " + eventsFrom);
    }
  }

  static Window window(Section section) {
    Window window =
        new Window(
            section.read("from", DATE, LocalDate::parse),
            section.read("until", DATE, LocalDate::parse));
    section.done();
    if (!window.until().isAfter(window.from())) {
      throw section.contradiction(
          "until",
          "the window ends on " + window.until() + ", not after its start " + window.from(),
          "Give the first day after the window as \"until\"");
    }
    return window;
  }

  private static Study.Money money(Section section) {
    Study.Money money =
        new Study.Money(
            section.text("code").toUpperCase(Locale.ROOT),
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
            new Window(
                section.read("from", DATE, LocalDate::parse),
                section.read("until", DATE, LocalDate::parse)));
    section.done();
    return filter;
  }

  private static Exposure exposure(Section section) {
    Window baseline = window(section.section("baseline"));
    Optional<String> channel = section.optionalText("channel");
    ExposureKind kind = section.oneOf("by", ExposureKind.class);
    section.done();
    return switch (kind) {
      case FEATURE_SHARE ->
          new Exposure.FeatureShare(
              channel.orElseThrow(
                  () ->
                      section.contradiction(
                          "by",
                          "exposure by feature_share needs to know which channel is the feature",
                          "Add \"channel: tiktok_live\" or the like")),
              baseline);
      case REGION_MEMBERSHIP -> new Exposure.RegionMembership(baseline);
    };
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

  private enum ExposureKind {
    FEATURE_SHARE,
    REGION_MEMBERSHIP
  }
}
