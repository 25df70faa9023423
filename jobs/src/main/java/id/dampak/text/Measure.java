package id.dampak.text;

import java.util.Locale;

/** What {@link Metric} measures; the name in tables is the constant's in lower case. */
public enum Measure {
  /** {@link Measures#averagePrecision}. */
  PR_AUC("Area under the precision-recall curve"),
  /** {@link Measures#rocArea}. */
  ROC_AUC("Area under the ROC curve"),
  /** {@link Confusion#precision}. */
  PRECISION("Precision: rightly flagged, of those flagged"),
  /** {@link Confusion#recall}. */
  RECALL("Recall: flagged, of those to flag"),
  /** {@link Confusion#specificity}. */
  SPECIFICITY("Specificity: passed, of those to pass"),
  /** {@link Confusion#f1}. */
  F1("F1"),
  /** {@link Confusion#accuracy}. */
  ACCURACY("Accuracy: decided rightly, of all"),
  /** {@link Measures#brier}. */
  BRIER("Brier score (0 is best)"),
  /** {@link Measures#calibrationError}. */
  ECE("Expected calibration error (0 is best)");

  private final String title;

  Measure(String title) {
    this.title = title;
  }

  /** The measure in words. */
  public String title() {
    return title;
  }

  /** The measure of this name in tables. */
  public static Measure of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }

  /** The name in tables, for example {@code pr_auc}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
