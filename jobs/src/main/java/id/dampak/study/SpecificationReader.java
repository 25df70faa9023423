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
  private static final int MOST_CLUSTERINGS = 2;

  private SpecificationReader() {}

  static Specification specification(Section section, Window window) {
    Method method = section.oneOf("method", Method.class);
    int leads = section.optional("leads", "a whole number", Integer::parseInt).orElse(0);
    int lags = section.optional("lags", "a whole number", Integer::parseInt).orElse(0);
    List<String> clusters = section.list("clusters", EFFECT, SpecificationReader::effect);
    Specification specification =
        new Specification(
            section.text("name"),
            method,
            section.optionalOneOf("role", Role.class).orElse(Role.RESULT),
            section.optionalOneOf("aggregation", Aggregation.class).orElse(Aggregation.UNIT),
            outcome(section.section("outcome")),
            section.optionalSection("clip").map(SpecificationReader::clip),
            section.list(
                "sample",
                "dates such as 2017-08-01 or months such as 2017-08",
                SpecificationReader::periodStart),
            section.optional("shift", "a whole number of periods", Integer::parseInt).orElse(0),
            leads,
            lags,
            section.list("fixed_effects", EFFECT, SpecificationReader::effect),
            clusters,
            section
                .optionalOneOf("fixed_effect_degrees", FixedEffectDegrees.class)
                .orElse(FixedEffectDegrees.NESTED));
    section.done();
    if (method == Method.EXPOSURE_EVENT_STUDY && (leads < 2 || lags < 1)) {
      throw section.contradiction(
          "method",
          "an event study needs at least 2 leads and 1 lag, but has " + leads + " and " + lags,
          "Add \"leads:\" and \"lags:\"");
    }
    if (clusters.size() > MOST_CLUSTERINGS) {
      throw section.contradiction(
          "clusters", "standard errors are clustered by at most two columns", "Name one or two");
    }
    requireInside(section, specification.sample(), window);
    return specification;
  }

  private static void requireInside(Section section, List<LocalDateTime> sample, Window window) {
    for (LocalDateTime start : sample) {
      LocalDate day = start.toLocalDate();
      if (day.isBefore(window.from()) || !day.isBefore(window.until())) {
        throw section.contradiction(
            "sample",
            "the sample names "
                + day
                + ", outside the window "
                + window.from()
                + " to "
                + window.until(),
            "Widen the window or drop the period");
      }
    }
  }

  private static Outcome outcome(Section section) {
    Scale scale = section.oneOf("scale", Scale.class);
    Optional<Integer> lag = section.optional("lag", "a whole number above 0", Integer::parseInt);
    Weights weights = section.optionalOneOf("weights", Weights.class).orElse(Weights.NONE);
    section.done();
    return switch (scale) {
      case LEVEL -> new Outcome.Level();
      case RELATIVE_TO_BASELINE -> new Outcome.RelativeToBaseline();
      case LOG_RATIO ->
          new Outcome.LogRatio(
              lag.filter(periods -> periods > 0)
                  .orElseThrow(
                      () ->
                          section.contradiction(
                              "scale",
                              "a log_ratio compares with an earlier period, but no lag is given",
                              "Add \"lag: 12\" or the like")),
              weights);
    };
  }

  private static Clip clip(Section section) {
    Clip clip =
        new Clip(
            section.read("lower", "a quantile between 0 and 1", StudyReader::share),
            section.read("upper", "a quantile between 0 and 1", StudyReader::share));
    section.done();
    return clip;
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
