package id.dampak.study;

import id.dampak.study.Specification.Aggregation;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which fixed effects go with a method and an exposure. Whatever the data turn out to be, the
 * declarations refused here leave nothing to estimate, so that the file is the place to say so.
 */
final class FixedEffectRules {
  private static final String KEY = "fixed_effects";
  private static final String CLUSTERS = "clusters";
  private static final String UNIT = "unit";
  private static final String PERIOD = "period";
  private static final String REGION = "region";

  private FixedEffectRules() {}

  static void require(Section section, Specification specification, Exposure exposure) {
    requireKnownOfRegions(section, specification);
    specification
        .fixedEffects()
        .forEach(effect -> requireVariation(section, effect, specification, exposure));
    if (specification.method().followsExposure()) {
      requireUnitAndPeriod(section, specification.fixedEffects());
    }
  }

  /** A sum over a region has no sector and no size. */
  private static void requireKnownOfRegions(Section section, Specification specification) {
    if (specification.aggregation() == Aggregation.UNIT) {
      return;
    }
    requireKnownOfRegions(section, KEY, specification.fixedEffects());
    requireKnownOfRegions(section, CLUSTERS, specification.clusters());
  }

  private static void requireKnownOfRegions(Section section, String key, List<String> columns) {
    for (String column : columns) {
      for (String part : parts(column)) {
        if (!Set.of(UNIT, PERIOD, REGION).contains(part)) {
          throw section.contradiction(
              key,
              "sums by region have no " + part + ", but " + key + " names " + column,
              "A region sums units of every sector and size",
              "Write for example \"" + key + ": [region, period]\"");
        }
      }
    }
  }

  /** An effect for each cell in which exposure is the same for all takes all of exposure away. */
  private static void requireVariation(
      Section section, String effect, Specification specification, Exposure exposure) {
    Set<String> parts = parts(effect);
    boolean regional =
        exposure instanceof Exposure.RegionMembership
            || specification.aggregation() == Aggregation.REGION;
    if (parts.containsAll(Set.of(UNIT, PERIOD))) {
      throw section.contradiction(
          KEY,
          "the fixed effect " + effect + " leaves nothing to estimate",
          "It has a level for every observation, so that exposure is collinear with it",
          "Write for example \"fixed_effects: [unit, period]\"");
    }
    if (regional && parts.containsAll(Set.of(REGION, PERIOD))) {
      throw section.contradiction(
          KEY,
          "the fixed effect " + effect + " leaves nothing to estimate",
          "Exposure by region_membership is the same for all of a region in a period, so that it is"
              + " collinear with the effect",
          "Write for example \"fixed_effects: [unit, period]\", or measure exposure by"
              + " feature_share");
    }
  }

  /** The event study takes away a mean of each unit and one of each period, or period by group. */
  private static void requireUnitAndPeriod(Section section, List<String> effects) {
    List<String> others = effects.stream().filter(effect -> !effect.equals(UNIT)).toList();
    boolean complete =
        effects.size() == 2 && others.size() == 1 && parts(others.get(0)).contains(PERIOD);
    if (!complete) {
      throw section.contradiction(
          KEY,
          "this event study has "
              + (effects.isEmpty()
                  ? "no fixed effects"
                  : "the fixed effects " + String.join(", ", effects)),
          "It takes two: one of units, and one of periods or of periods by group",
          "Write \"fixed_effects: [unit, period]\", or [unit, region^period] and the like");
    }
  }

  private static Set<String> parts(String effect) {
    return new HashSet<>(Arrays.asList(effect.split("\\^", -1)));
  }
}
