package id.dampak.text;

import java.util.Locale;

/** What {@link Metric} measures; the name in tables is the constant's in lower case. */
public enum Measure {
  /** {@link Measures#averagePrecision}. */
  PR_AUC,
  /** {@link Measures#rocArea}. */
  ROC_AUC,
  /** {@link Confusion#precision}. */
  PRECISION,
  /** {@link Confusion#recall}. */
  RECALL,
  /** {@link Confusion#specificity}. */
  SPECIFICITY,
  /** {@link Confusion#f1}. */
  F1,
  /** {@link Confusion#accuracy}. */
  ACCURACY,
  /** {@link Measures#brier}. */
  BRIER,
  /** {@link Measures#calibrationError}. */
  ECE;

  /** The name in tables, for example {@code pr_auc}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
