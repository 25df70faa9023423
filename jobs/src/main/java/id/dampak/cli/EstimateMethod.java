package id.dampak.cli;

import java.util.Locale;

/** The estimators that work on a file. */
enum EstimateMethod {
  /** Least squares with an intercept. */
  OLS,
  /** Least squares with fixed effects. */
  FEOLS,
  /** Event study in the intensity of exposure. */
  EVENT_STUDY;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
