package id.dampak.study;

import id.dampak.study.Specification.Aggregation;
import id.dampak.study.Specification.Clip;
import id.dampak.study.Specification.FixedEffectDegrees;
import id.dampak.study.Specification.Method;
import id.dampak.study.Specification.Outcome;
import id.dampak.study.Specification.Role;
import id.dampak.study.Specification.Weights;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
            outcome(section.section("outcome")),
            section.optionalSection("clip").map(SpecificationReader::clip),
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
                .orElse(FixedEffectDegrees.NESTED));
    section.done();
    requireMethod(section, specification);
    requireAggregation(section, specification);
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

  private static void requireMethod(Section section, Specification specification) {
    String around = specification.leads() + " leads and " + specification.lags() + " lags";
    switch (specification.method()) {
      case EXPOSURE_EVENT_STUDY -> {
        if (specification.leads() < 2 || specification.lags() < 1) {
          throw section.contradiction(
              "method",
              "this event study has " + around,
              "It needs at least 2 leads, of which one is the reference, and 1 lag",
              "Add \"leads:\" and \"lags:\"");
        }
      }
      case DIFFERENCE_IN_DIFFERENCES -> {
        if (specification.leads() > 0 || specification.lags() > 0) {
          throw section.contradiction(
              "method",
              "this difference in differences has " + around,
              "It has one coefficient, and none for single periods",
              "Remove \"leads:\" and \"lags:\", or write \"method: exposure_event_study\"");
        }
      }
    }
  }

  private void requireAggregation(Section section, Specification specification) {
    if (specification.aggregation() == Aggregation.UNIT) {
      return;
    }
    if (!(specification.outcome() instanceof Outcome.LogRatio)
        || specification.method() != Method.DIFFERENCE_IN_DIFFERENCES
        || !(exposure instanceof Exposure.RegionMembership)) {
      throw section.contradiction(
          "aggregation",
          "sums by region do not go with this method, outcome or exposure",
          "They are estimated by difference_in_differences on a log_ratio, where exposure is"
              + " region_membership",
          "Write \"aggregation: unit\", or change the others");
    }
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

  private static Outcome outcome(Section section) {
    Scale scale = section.oneOf("scale", Scale.class);
    Optional<Integer> lag = section.optional("lag", COUNT, StudyReader::aboveZero);
    Optional<Weights> weights = section.optionalOneOf("weights", Weights.class);
    section.done();
    if (scale != Scale.LOG_RATIO && (lag.isPresent() || weights.isPresent())) {
      throw section.contradiction(
          "scale",
          "\"lag\" and \"weights\" do not go with the scale " + name(scale),
          "They belong to log_ratio, which compares with an earlier period",
          "Remove them, or write \"scale: log_ratio\"");
    }
    return switch (scale) {
      case LEVEL -> new Outcome.Level();
      case RELATIVE_TO_BASELINE -> new Outcome.RelativeToBaseline();
      case LOG_RATIO ->
          new Outcome.LogRatio(
              lag.orElseThrow(
                  () ->
                      section.contradiction(
                          "scale",
                          "the scale log_ratio has no lag",
                          "It compares with an earlier period, and does not know with which",
                          "Add \"lag: 12\" or the like")),
              weights.orElse(Weights.NONE));
    };
  }

  private static Clip clip(Section section) {
    Clip clip =
        new Clip(
            section.read("lower", "a quantile between 0 and 1", StudyReader::share),
            section.read("upper", "a quantile between 0 and 1", StudyReader::share));
    section.done();
    if (clip.lower() >= clip.upper()) {
      throw section.contradiction(
          "lower",
          "the lower quantile " + clip.lower() + " is not below the upper " + clip.upper(),
          "Nothing would be left of the outcome",
          "Write for example \"{lower: 0.005, upper: 0.995}\"");
    }
    return clip;
  }

  private static String name(Scale scale) {
    return scale.name().toLowerCase(Locale.ROOT);
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

  private enum Scale {
    LEVEL,
    RELATIVE_TO_BASELINE,
    LOG_RATIO
  }
}
