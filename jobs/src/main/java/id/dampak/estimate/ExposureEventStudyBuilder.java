package id.dampak.estimate;

import java.util.List;
import java.util.Optional;

/** Changes some options of an {@link ExposureEventStudy} and leaves the others. */
public final class ExposureEventStudyBuilder {
  private final ExposureEventStudy base;
  private List<String> groups;
  private List<String> controls;
  private int eventPeriod;
  private int reference;
  private Optional<Bins> bins;
  private Optional<String> weights;
  private Optional<String> by;
  private Variance variance;
  private Singletons singletons;
  private double level;

  ExposureEventStudyBuilder(ExposureEventStudy base) {
    this.base = base;
    this.groups = base.groups();
    this.controls = base.controls();
    this.eventPeriod = base.eventPeriod();
    this.reference = base.reference();
    this.bins = base.bins();
    this.weights = base.weights();
    this.by = base.by();
    this.variance = base.variance();
    this.singletons = base.singletons();
    this.level = base.level();
  }

  /** Gives each cell of these columns period effects of its own. */
  public ExposureEventStudyBuilder within(String... columns) {
    groups = List.of(columns);
    return this;
  }

  /** Controls for these columns or products {@code a*b}. */
  public ExposureEventStudyBuilder controllingFor(String... columns) {
    controls = List.of(columns);
    return this;
  }

  /** Moves the event, for instance to a placebo date. */
  public ExposureEventStudyBuilder at(int period) {
    eventPeriod = period;
    return this;
  }

  /** Sets the reference period. */
  public ExposureEventStudyBuilder relativeTo(int period) {
    reference = period;
    return this;
  }

  /** Bins the end points. */
  public ExposureEventStudyBuilder binned(Bins endPoints) {
    bins = Optional.of(endPoints);
    return this;
  }

  /** Weights observations by {@code column}. */
  public ExposureEventStudyBuilder weightedBy(String column) {
    weights = Optional.of(column);
    return this;
  }

  /** Gives each value of {@code column} coefficients of its own. */
  public ExposureEventStudyBuilder separatelyBy(String column) {
    by = Optional.of(column);
    return this;
  }

  /** Sets how standard errors are computed. */
  public ExposureEventStudyBuilder variance(Variance other) {
    variance = other;
    return this;
  }

  /** Sets what becomes of singletons. */
  public ExposureEventStudyBuilder singletons(Singletons other) {
    singletons = other;
    return this;
  }

  /** Sets the confidence level. */
  public ExposureEventStudyBuilder level(double other) {
    level = other;
    return this;
  }

  /** The study with these options. */
  public ExposureEventStudy build() {
    return new ExposureEventStudy(
        base.outcome(),
        base.exposure(),
        base.unit(),
        base.time(),
        eventPeriod,
        reference,
        bins,
        groups,
        controls,
        weights,
        by,
        variance,
        singletons,
        level);
  }
}
