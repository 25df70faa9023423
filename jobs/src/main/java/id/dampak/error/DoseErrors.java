package id.dampak.error;

/** Errors of effects by bins of exposure. */
public final class DoseErrors {

  private DoseErrors() {}

  /** A negative or infinite exposure. */
  public static DampakException notADose(String exposure, String unit, double dose) {
    return EstimationErrors.cannotEstimate(
        "effects by bins of " + exposure,
        "It is " + dose + " for unit " + unit + ", and an exposure is a number from 0.",
        "Repair the column, or leave it empty to drop the unit.");
  }

  /** Fewer than two units that were not exposed. */
  public static DampakException noComparison(
      String exposure, double bound, int units, double least) {
    return EstimationErrors.cannotEstimate(
        "effects by bins of " + exposure,
        units
            + " units have "
            + exposure
            + " up to "
            + bound
            + " and two are needed as the comparison; the least exposure is "
            + least
            + ".",
        "Add units that were not exposed, or declare quasi-stayers by an upper bound of exposure"
            + " below which an effect can be ruled out.");
  }

  /** No unit above the bound. */
  public static DampakException nobodyExposed(String exposure, double bound) {
    return EstimationErrors.cannotEstimate(
        "effects by bins of " + exposure,
        "No unit has " + exposure + " above " + bound + ".",
        "Lower the bound of quasi-stayers, or use another measure of exposure.");
  }

  /** A bin with fewer than two units. */
  public static DampakException emptyBin(String exposure, String bin, int units) {
    return EstimationErrors.cannotEstimate(
        "effects by bins of " + exposure,
        "The bin " + bin + " holds " + units + " units, and two are needed.",
        "Choose other ends, or bins by quantiles.");
  }

  /** No bin has units that are observed in the reference period and in another one. */
  public static DampakException neverSeenTogether(String exposure) {
    return EstimationErrors.cannotEstimate(
        "effects by bins of " + exposure,
        "No bin has two units that are observed in the reference period and another one, with a"
            + " comparison beside them.",
        "Choose another reference period, or wider groups.");
  }
}
