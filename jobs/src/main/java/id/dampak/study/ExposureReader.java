package id.dampak.study;

import java.util.Optional;

/** Reads how exposure is measured. */
final class ExposureReader {

  private ExposureReader() {}

  static Exposure exposure(Section section, Period period) {
    Section baselineSection = section.section("baseline");
    Window baseline = WindowReader.window(baselineSection);
    WindowReader.requireWholePeriods(baselineSection, baseline, period);
    Optional<String> channel = section.optionalText("channel");
    Kind kind = section.oneOf("by", Kind.class);
    section.done();
    return switch (kind) {
      case FEATURE_SHARE ->
          new Exposure.FeatureShare(
              channel.orElseThrow(
                  () ->
                      section.contradiction(
                          "by",
                          "exposure by feature_share has no channel",
                          "It is the share of sales through the channel that is the feature",
                          "Add \"channel: tiktok_live\" or the like")),
              baseline);
      case REGION_MEMBERSHIP -> {
        if (channel.isPresent()) {
          throw section.contradiction(
              "channel",
              "exposure by region_membership has a channel",
              "It is 1 in a suspended region and 0 elsewhere, whatever the channel",
              "Remove \"channel:\", or write \"by: feature_share\"");
        }
        yield new Exposure.RegionMembership(baseline);
      }
    };
  }

  private enum Kind {
    FEATURE_SHARE,
    REGION_MEMBERSHIP
  }
}
