package id.dampak.estimate.staggered;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Changes some options of a {@link CallawaySantAnna} and leaves the others. */
public final class CallawaySantAnnaBuilder {
  private final CallawaySantAnna base;
  private ComparisonGroup comparison;
  private BasePeriod basePeriod;
  private int anticipation;
  private List<String> covariates;
  private Adjustment adjustment;
  private Overlap overlap;
  private IncompleteUnits incomplete;
  private OptionalInt balance;
  private Optional<String> cluster;
  private double level;

  CallawaySantAnnaBuilder(CallawaySantAnna base) {
    this.base = base;
    this.comparison = base.comparison();
    this.basePeriod = base.basePeriod();
    this.anticipation = base.anticipation();
    this.covariates = base.covariates();
    this.adjustment = base.adjustment();
    this.overlap = base.overlap();
    this.incomplete = base.incomplete();
    this.balance = base.balance();
    this.cluster = base.cluster();
    this.level = base.level();
  }

  /** Sets with whom cohorts are compared. */
  public CallawaySantAnnaBuilder comparedWith(ComparisonGroup other) {
    comparison = other;
    return this;
  }

  /** Sets with which period a period is compared. */
  public CallawaySantAnnaBuilder basePeriod(BasePeriod other) {
    basePeriod = other;
    return this;
  }

  /** Allows for effects from that many periods before the start on. */
  public CallawaySantAnnaBuilder anticipatedBy(int periods) {
    anticipation = periods;
    return this;
  }

  /** Takes these covariates into account. */
  public CallawaySantAnnaBuilder given(String... columns) {
    covariates = List.of(columns);
    return this;
  }

  /** Sets how covariates are taken into account. */
  public CallawaySantAnnaBuilder adjustment(Adjustment other) {
    adjustment = other;
    return this;
  }

  /** Sets how close to 1 a propensity score may come. */
  public CallawaySantAnnaBuilder overlap(Overlap other) {
    overlap = other;
    return this;
  }

  /** Sets what becomes of units that are not observed in every period. */
  public CallawaySantAnnaBuilder incomplete(IncompleteUnits other) {
    incomplete = other;
    return this;
  }

  /** Averages by event time over cohorts that are observed that long, and no longer. */
  public CallawaySantAnnaBuilder balancedTo(int eventTime) {
    balance = OptionalInt.of(eventTime);
    return this;
  }

  /** Clusters standard errors by {@code column}. */
  public CallawaySantAnnaBuilder clusteredBy(String column) {
    cluster = Optional.of(column);
    return this;
  }

  /** Sets the confidence level. */
  public CallawaySantAnnaBuilder level(double other) {
    level = other;
    return this;
  }

  /** The estimator with these options. */
  public CallawaySantAnna build() {
    return new CallawaySantAnna(
        base.outcome(),
        base.unit(),
        base.time(),
        base.cohort(),
        comparison,
        basePeriod,
        anticipation,
        covariates,
        adjustment,
        overlap,
        incomplete,
        balance,
        cluster,
        level);
  }
}
