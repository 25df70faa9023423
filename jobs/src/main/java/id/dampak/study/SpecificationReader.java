package id.dampak.study;

import id.dampak.study.MethodOptions.Comparison;
import id.dampak.study.MethodOptions.Season;
import id.dampak.study.MethodOptions.Series;
import id.dampak.study.MethodOptions.SyntheticErrors;
import id.dampak.study.Specification.Aggregation;
import id.dampak.study.Specification.FixedEffectDegrees;
import id.dampak.study.Specification.Role;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads one specification of a study file. */
final class SpecificationReader {
  private static final Set<String> CATEGORIES =
      Set.of("unit", "period", "region", "sector", "size_class");
  private static final String EFFECT =
      "unit, period, region, sector or size_class, joined by ^ for an interaction";
  private static final String COUNT = "a whole number above 0";
  private static final int MOST_CLUSTERINGS = 2;

  private final Period period;
  private final Window window;
  private final Exposure exposure;

  SpecificationReader(Period period, Window window, Exposure exposure) {
    this.period = period;
    this.window = window;
    this.exposure = exposure;
  }

  Specification specification(Section section) {
    Specification specification =
        new Specification(
            section.text("name"),
            section.oneOf("method", Method.class),
            section.optionalOneOf("role", Role.class).orElse(Role.RESULT),
            section.optionalOneOf("aggregation", Aggregation.class).orElse(Aggregation.UNIT),
            OutcomeReader.outcome(section.section("outcome")),
            section.optionalSection("clip").map(OutcomeReader::clip),
            section.list(
                "sample",
                "dates such as 2017-08-01 or months such as 2017-08",
                SpecificationReader::periodStart),
            section.optional("shift", "a whole number of periods", Integer::parseInt).orElse(0),
            section.optional("leads", COUNT, StudyReader::aboveZero).orElse(0),
            section.optional("lags", COUNT, StudyReader::aboveZero).orElse(0),
            section.list("fixed_effects", EFFECT, SpecificationReader::effect),
            section.list("clusters", EFFECT, SpecificationReader::effect),
            section
                .optionalOneOf("fixed_effect_degrees", FixedEffectDegrees.class)
                .orElse(FixedEffectDegrees.NESTED),
            options(section));
    section.done();
    MethodRules.require(section, specification, exposure);
    FixedEffectRules.require(section, specification, exposure);
    if (specification.clusters().size() > MOST_CLUSTERINGS) {
      throw section.contradiction(
          "clusters",
          "standard errors are clustered by " + specification.clusters().size() + " columns",
          "Two at most are supported",
          "Name one or two");
    }
    requireSample(section, specification.sample());
    return specification;
  }

  private static MethodOptions options(Section section) {
    MethodOptions otherwise = MethodOptions.defaults();
    return new MethodOptions(
        section.list("dose_cuts", "doses between 0 and 1, rising", StudyReader::share),
        section.optionalOneOf("compare", Comparison.class).orElse(otherwise.comparison()),
        section.listOf("seasons", Season.class),
        section.optionalOneOf("serial_errors", Series.class).orElse(otherwise.serialErrors()),
        section.optionalOneOf("errors", SyntheticErrors.class).orElse(otherwise.errors()));
  }

  private void requireSample(Section section, List<LocalDateTime> sample) {
    Set<LocalDateTime> seen = new HashSet<>();
    for (LocalDateTime start : sample) {
      if (!window.holds(start.toLocalDate())) {
        throw section.contradiction(
            "sample",
            "the sample names " + start.toLocalDate() + ", outside the window " + window,
            "There are no sales of that period in the study",
            "Widen the window or drop the period");
      }
      if (!period.startOf(start).equals(start)) {
        throw section.contradiction(
            "sample",
            "the sample names " + start.toLocalDate() + ", which starts no " + period.truncation(),
            "A sample lists the starts of its periods",
            "Write " + period.startOf(start).toLocalDate() + ", or another period");
      }
      if (!seen.add(start)) {
        throw section.contradiction(
            "sample",
            "the sample names " + start.toLocalDate() + " twice",
            "Its observations would count twice",
            "Remove one of them");
      }
    }
  }

  private static LocalDateTime periodStart(String text) {
    return text.length() == "2017-08".length()
        ? YearMonth.parse(text).atDay(1).atStartOfDay()
        : LocalDate.parse(text).atStartOfDay();
  }

  private static String effect(String text) {
    String effect = text.toLowerCase(Locale.ROOT);
    for (String part : effect.split("\\^", -1)) {
      if (!CATEGORIES.contains(part)) {
        throw new IllegalArgumentException(text);
      }
    }
    return effect;
  }
}
