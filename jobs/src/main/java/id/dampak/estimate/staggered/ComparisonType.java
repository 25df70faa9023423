package id.dampak.estimate.staggered;

/** Who is compared with whom in a 2×2 comparison of a {@link BaconDecomposition}. */
public enum ComparisonType {
  /** A cohort with units that are never treated. */
  TREATED_VS_UNTREATED("Treated vs Untreated"),
  /** A cohort with one that starts later, before that one does. */
  EARLIER_VS_LATER("Earlier vs Later Treated"),
  /** A cohort with one that is treated already: biased where that one's effect changes. */
  LATER_VS_EARLIER("Later vs Earlier Treated"),
  /** A cohort with units that are treated in every period: biased in the same way. */
  LATER_VS_ALWAYS("Later vs Always Treated");

  private final String label;

  ComparisonType(String label) {
    this.label = label;
  }

  /** The name that the literature uses. */
  public String label() {
    return label;
  }

  /** Whether the units to compare with are treated already while they serve as comparison. */
  public boolean isForbidden() {
    return switch (this) {
      case TREATED_VS_UNTREATED, EARLIER_VS_LATER -> false;
      case LATER_VS_EARLIER, LATER_VS_ALWAYS -> true;
    };
  }
}
