package id.dampak.method;

import id.dampak.estimate.Estimate;
import java.util.Locale;

/**
 * One number of the account of a loss.
 *
 * @param basis what it rests on
 * @param dimension total, or the column that the groups come from
 * @param group the group; all for the total, the name of a comparison
 * @param measure part of the loss, or the divert ratio
 * @param units whom it is about; 0 where that is nobody in the data
 * @param estimate the number, in units of the currency or as a share
 * @param note how it was come by, as words; may be empty
 */
public record AccountEntry(
    Basis basis,
    String dimension,
    String group,
    String measure,
    double units,
    Estimate estimate,
    String note) {
  /** Dimension and group of a number about all. */
  public static final String TOTAL = "total";

  public static final String ALL = "all";

  /** Measures: parts of a loss in money, and the share of the gross loss that was displaced. */
  public static final String GROSS = "gross";

  public static final String DISPLACED = "displaced";
  public static final String RECOVERED = "recovered";
  public static final String NET = "net";
  public static final String DIVERT_RATIO = "divert_ratio";

  /** What a number rests on. */
  public enum Basis {
    /** The merchants in the data. */
    LOSS,
    /** What the groups of a dimension together differ from the total by. */
    DISCREPANCY,
    /** The merchants in the data, had the never-exposed gained the declared share. */
    SPILLOVER_GAIN,
    /** The same, had they lost it. */
    SPILLOVER_LOSS,
    /** Whom the merchants in the data stand for by the declared survey weights. */
    EXTRAPOLATION,
    /** Declared activity, hours and shares: not causal. */
    ACCOUNTING,
    /** Nothing: the data do not allow it. */
    REFUSAL;

    /** Its name in tables. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
