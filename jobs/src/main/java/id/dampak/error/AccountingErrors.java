package id.dampak.error;

import static id.dampak.error.EstimationErrors.cannotEstimate;

import java.util.List;
import java.util.Set;

/** Errors of the account of a loss: its parts, its groups, what it stands for. */
public final class AccountingErrors {
  private static final String WHAT = "what was lost, displaced and recovered";

  private AccountingErrors() {}

  /** No unit is exposed, or within every cell all are exposed alike. */
  public static DampakException nothingToCompare(String exposure, List<String> cells) {
    return cannotEstimate(
        WHAT,
        "Nobody has "
            + exposure
            + " above 0, or everybody has the same"
            + (cells.isEmpty() ? "" : " within each cell of " + String.join("^", cells))
            + ".",
        "Compare over wider cells, or add units that are exposed more or less.");
  }

  /** Clusters in two dimensions, or none. */
  public static DampakException needsOneCluster(List<String> clusters) {
    return cannotEstimate(
        WHAT,
        "Whole clusters are drawn, and the specification has "
            + (clusters.isEmpty() ? "none" : "those of " + String.join(" and ", clusters))
            + ".",
        "Cluster it by one column, or by the cells of two, such as region^sector.");
  }

  /** A headline that is no event study of sales. */
  public static DampakException needsEventStudy(String specification) {
    return cannotEstimate(
        WHAT,
        "The specification \""
            + specification
            + "\" is no event study of sales in money or relative to a baseline, by merchant.",
        "Declare one as the first that is no placebo.");
  }

  /** No period before the event that a change could be measured from. */
  public static DampakException nothingBefore(String specification) {
    return cannotEstimate(
        WHAT,
        "No period before the suspension lies within the window and the leads of \""
            + specification
            + "\", so that there are no usual sales.",
        "Widen the window of the study.");
  }

  /** A horizon that reaches beyond the data. */
  public static DampakException horizonTooLong(int declared, int there) {
    return cannotEstimate(
        WHAT,
        "The study declares %d periods after the end to look for recovered sales in, and its window holds %d."
            .formatted(declared, there),
        "Write \"rebound_periods: %d\" or less, or widen the window.".formatted(there));
  }

  /** A group of the sample for which no survey weight is declared. */
  public static DampakException noWeight(String dimension, String group, Set<String> declared) {
    return cannotEstimate(
        "the loss beyond the units in the data",
        "The group \""
            + group
            + "\" of "
            + dimension
            + " has no survey weight; there are weights for "
            + String.join(", ", declared)
            + ".",
        "Declare how many merchants each of the group stands for.");
  }

  /** A group whose own loss cannot be told. */
  public static DampakException groupNotTold(String dimension, String group) {
    return cannotEstimate(
        "the loss beyond the units in the data",
        "The units of the group \""
            + group
            + "\" of "
            + dimension
            + " differ too little in exposure to tell their loss.",
        "Weight by a dimension with wider groups.");
  }
}
