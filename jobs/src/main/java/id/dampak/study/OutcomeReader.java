package id.dampak.study;

import id.dampak.study.Specification.Clip;
import id.dampak.study.Specification.Outcome;
import id.dampak.study.Specification.Weights;
import java.util.Locale;
import java.util.Optional;

/** Reads how a specification forms its outcome. */
final class OutcomeReader {

  private OutcomeReader() {}

  static Outcome outcome(Section section) {
    Scale scale = section.oneOf("scale", Scale.class);
    Optional<Integer> lag =
        section.optional("lag", "a whole number above 0", StudyReader::aboveZero);
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

  static Clip clip(Section section) {
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

  private enum Scale {
    LEVEL,
    RELATIVE_TO_BASELINE,
    LOG_RATIO
  }
}
