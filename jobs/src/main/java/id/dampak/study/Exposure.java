package id.dampak.study;

/** How a unit's dose is measured. */
public sealed interface Exposure {

  /** The days whose sales measure the unit before the event. */
  Window baseline();

  /**
   * The share of the unit's baseline sales that went through the feature.
   *
   * @param channel channel that is the feature
   * @param baseline days that end before the event
   */
  record FeatureShare(String channel, Window baseline) implements Exposure {}

  /**
   * One for units in a region that a suspension names, zero for the others.
   *
   * @param baseline days that end before the event
   */
  record RegionMembership(Window baseline) implements Exposure {}
}
