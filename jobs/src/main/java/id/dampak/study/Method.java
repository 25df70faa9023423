package id.dampak.study;

import id.dampak.study.Specification.Aggregation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The estimators that a study can name, and what each of them takes. */
public enum Method {
  /** One coefficient of exposure on each period around the event. */
  EXPOSURE_EVENT_STUDY(Span.AROUND_THE_EVENT, Keys.UNITS, Keys.PATH + Keys.REGRESSION),
  /** One coefficient of the treatment on the suspended periods. */
  DIFFERENCE_IN_DIFFERENCES(Span.WINDOW, Keys.UNITS_OR_REGIONS, Keys.REGRESSION),
  /** The event study of what is expected, in logarithms, zeros included. */
  POISSON_EVENT_STUDY(Span.AROUND_THE_EVENT, Keys.UNITS, Keys.PATH + Keys.REGRESSION),
  /** One coefficient of the treatment on what is expected, in logarithms, zeros included. */
  PPML(Span.WINDOW, Keys.UNITS_OR_REGIONS, Keys.REGRESSION),
  /** Effects by bins of exposure, beside the never-exposed. */
  DOSE_BINS(Span.AROUND_THE_EVENT, Keys.UNITS, Keys.PATH + "fixed_effects clusters dose_cuts "),
  /** The channel that is the feature against the other channels of the same unit. */
  TRIPLE_DIFFERENCES(Span.AROUND_THE_EVENT, Keys.UNITS, Keys.PATH + Keys.REGRESSION),
  /** One path over several events, each with controls that no other event touches. */
  STACKED_EVENTS(Span.WINDOW, Keys.UNITS, Keys.PATH + Keys.REGRESSION),
  /** One series before, during and after the event. */
  INTERRUPTED_SERIES(Span.WINDOW, Keys.TOTAL, "seasons serial_errors "),
  /** Effects by cohort and period of a treatment that stays, and their averages. */
  CALLAWAY_SANTANNA(Span.UNTIL_AN_END, Keys.UNITS_OR_REGIONS, "clusters compare "),
  /** What the untreated say that the treated would have been. */
  IMPUTATION(Span.UNTIL_AN_END, Keys.UNITS_OR_REGIONS, "leads clusters "),
  /** An event study whose cohorts do not mix. */
  SUN_ABRAHAM(Span.UNTIL_AN_END, Keys.UNITS_OR_REGIONS, "clusters fixed_effect_degrees "),
  /** What a two-way coefficient is made of. */
  BACON(Span.UNTIL_AN_END, Keys.UNITS_OR_REGIONS, "clusters fixed_effect_degrees "),
  /** The last period before the event and the first of it, alone. */
  DID_2X2(Span.UNTIL_AN_END, Keys.UNITS_OR_REGIONS, "clusters "),
  /** Effects of switches of a treatment that comes and goes, by periods since the first. */
  DID_L(Span.WINDOW, Keys.UNITS_OR_REGIONS, Keys.PATH + "clusters "),
  /** Effects of switches between two periods in a row. */
  DID_M(Span.WINDOW, Keys.UNITS_OR_REGIONS, "leads clusters "),
  /** What lasts once a treatment has gone. */
  CARRY_OVER(Span.WINDOW, Keys.UNITS_OR_REGIONS, "lags clusters "),
  /** Synthetic difference in differences. */
  SYNTHETIC_DID(Span.UNTIL_AN_END, Keys.UNITS_OR_REGIONS, "errors "),
  /** Synthetic control by the outcomes before treatment. */
  SYNTHETIC_CONTROL(Span.UNTIL_AN_END, Keys.UNITS_OR_REGIONS, "errors "),
  /** The treated against the plain average of the others. */
  AVERAGE_DID(Span.UNTIL_AN_END, Keys.UNITS_OR_REGIONS, "errors ");

  private final Span span;
  private final String aggregations;
  private final String keys;

  Method(Span span, String aggregations, String keys) {
    this.span = span;
    this.aggregations = aggregations;
    this.keys = keys;
  }

  /** Which periods of the window enter where a specification lists none. */
  public enum Span {
    /** Those between its leads and its lags. */
    AROUND_THE_EVENT,
    /** All. */
    WINDOW,
    /** Those before a suspension first ends anywhere, for methods of treatments that stay. */
    UNTIL_AN_END
  }

  /** Which periods of the window enter where a specification lists none. */
  public Span span() {
    return span;
  }

  /** Whether a unit's sales through the feature and its others are observations of their own. */
  public boolean splitsChannels() {
    return this == TRIPLE_DIFFERENCES;
  }

  /** What observations of the method may be. */
  List<Aggregation> aggregations() {
    return Arrays.stream(aggregations.split(" ")).map(Aggregation::valueOf).toList();
  }

  /** The keys it takes beside those that every method takes. */
  List<String> keys() {
    return List.of(keys.strip().split(" "));
  }

  /** Whether it follows exposure through the periods around an event, with effects of the units. */
  boolean followsExposure() {
    return keys().containsAll(List.of("leads", "lags", "fixed_effects"));
  }

  /** Its name in study files and tables. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What several methods take; a class of its own, for constants come first in an enum. */
  private static final class Keys {
    static final String UNITS = "UNIT";
    static final String UNITS_OR_REGIONS = "UNIT REGION";
    static final String TOTAL = "TOTAL";
    static final String PATH = "leads lags ";
    static final String REGRESSION = "fixed_effects clusters fixed_effect_degrees ";
  }
}
