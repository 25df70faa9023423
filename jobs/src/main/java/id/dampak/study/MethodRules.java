package id.dampak.study;

import id.dampak.study.Specification.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which keys, observations and outcomes go with a method. */
final class MethodRules {
  private static final List<String> KEYS =
      Arrays.stream(Method.values()).flatMap(method -> method.keys().stream()).distinct().toList();

  private MethodRules() {}

  static void require(Section section, Specification specification, Exposure exposure) {
    requireKeys(section, specification.method());
    requireAggregation(section, specification);
    requirePath(section, specification);
    requireOutcome(section, specification);
    if (specification.method().splitsChannels() && !(exposure instanceof Exposure.FeatureShare)) {
      throw section.contradiction(
          "method",
          "triple differences need to know which sales came through the feature",
          "Exposure by region_membership does not tell the channels of a unit apart",
          "Measure exposure by feature_share, or write \"method: exposure_event_study\"");
    }
    requireRising(section, specification.options().doseCuts());
    requireOneClustering(section, specification);
  }

  /** Only regressions cluster by cells, and by two columns at once. */
  private static void requireOneClustering(Section section, Specification specification) {
    List<String> clusters = specification.clusters();
    if (!specification.method().keys().contains("fixed_effect_degrees")
        && (clusters.size() > 1 || clusters.stream().anyMatch(each -> each.contains("^")))) {
      throw section.contradiction(
          "clusters",
          "standard errors are clustered by " + String.join(" and ", clusters),
          "The method %s clusters by one column".formatted(specification.method()),
          "Write for example \"clusters: [region]\"");
    }
  }

  /** A key that the method does not know would be read over in silence. */
  private static void requireKeys(Section section, Method method) {
    for (String key : KEYS) {
      if (section.has(key) && !method.keys().contains(key)) {
        throw section.contradiction(
            key,
            "\"%s\" does not go with the method %s".formatted(key, method),
            "Beside what every method takes, it takes " + String.join(", ", method.keys()),
            "Remove \"%s:\"".formatted(key));
      }
    }
  }

  private static void requireAggregation(Section section, Specification specification) {
    Method method = specification.method();
    if (!method.aggregations().contains(specification.aggregation())) {
      String possible =
          method.aggregations().stream()
              .map(each -> each.name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(" or "));
      throw section.contradiction(
          "aggregation",
          "the method %s has no observations by %s"
              .formatted(method, specification.aggregation().name().toLowerCase(Locale.ROOT)),
          "Its observations are by " + possible,
          "Write \"aggregation: %s\", or another method".formatted(possible));
    }
  }

  private static void requirePath(Section section, Specification specification) {
    if (specification.method().followsExposure()
        && (specification.leads() < 2 || specification.lags() < 1)) {
      throw section.contradiction(
          "method",
          "this event study has "
              + specification.leads()
              + " leads and "
              + specification.lags()
              + " lags",
          "It needs at least 2 leads, of which one is the reference, and 1 lag",
          "Add \"leads:\" and \"lags:\"");
    }
  }

  private static void requireOutcome(Section section, Specification specification) {
    if (!(specification.outcome() instanceof Outcome.LogRatio)) {
      return;
    }
    String why =
        switch (specification.method()) {
          case PPML, POISSON_EVENT_STUDY -> "It takes the logarithm of what is expected itself";
          case TRIPLE_DIFFERENCES -> "One of a unit's channels is often without sales";
          default -> "";
        };
    if (!why.isEmpty()) {
      throw section.contradiction(
          "outcome",
          "a log_ratio does not go with the method " + specification.method(),
          why,
          "Write \"scale: level\" or \"scale: relative_to_baseline\"");
    }
  }

  private static void requireRising(Section section, List<Double> cuts) {
    if (!cuts.stream().sorted().distinct().toList().equals(cuts)) {
      throw section.contradiction(
          "dose_cuts",
          "the doses " + cuts + " do not rise",
          "Each is where a bin ends and the next begins",
          "Write for example \"dose_cuts: [0.2, 0.5]\"");
    }
  }
}
