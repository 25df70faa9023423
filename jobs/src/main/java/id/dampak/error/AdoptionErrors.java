package id.dampak.error;

import java.util.List;

/** Errors of estimators for treatments that units adopt at different times and keep. */
public final class AdoptionErrors {
  private static final int MOST_NAMES = 8;
  private static final String EFFECTS = "effects by adoption";

  private AdoptionErrors() {}

  /** No unit is treated within the data. */
  public static DampakException nobodyTreated(String column, int units) {
    return EstimationErrors.cannotEstimate(
        EFFECTS,
        "None of the "
            + units
            + " units is treated within the periods of the data, according to "
            + column
            + ".",
        "Check the column, or use data that reach beyond the first treatment.");
  }

  /** Every observation is treated. */
  public static DampakException everythingTreated(String column, int observations) {
    return EstimationErrors.cannotEstimate(
        "what would have been without treatment",
        "All " + observations + " observations are treated, according to " + column + ".",
        "Use data from before the treatment, or units that were not treated.");
  }

  /** No treated observation can be imputed; {@code reasons} says how many cannot and why. */
  public static DampakException nothingImputable(int treated, Iterable<String> reasons) {
    return EstimationErrors.cannotEstimate(
        "what would have been without treatment",
        "None of the "
            + treated
            + " treated observations can be imputed: "
            + String.join("; ", reasons)
            + ".",
        "Use data in which units are also seen untreated, in periods that others also pass through"
            + " untreated, or fewer fixed effects.");
  }

  /** An observation of a treated unit has no weight, or a negative one. */
  public static DampakException badEffectWeight(String column, double weight, String unit) {
    return EstimationErrors.cannotEstimate(
        "an effect weighted by " + column,
        "A treated observation of unit " + unit + " has the weight " + weight + ".",
        "Give every treated observation a weight of 0 or more; differences of effects are"
            + " combinations of terms.");
  }

  /** Weights of treated observations that are all 0. */
  public static DampakException noEffectWeight(String column) {
    return EstimationErrors.cannotEstimate(
        "an effect weighted by " + column,
        "It is 0 for every treated observation that can be imputed.",
        "Give some of them a positive weight.");
  }

  /** A test of leads that were not asked for, or of which none could be estimated. */
  public static DampakException noLeads(int leads) {
    return EstimationErrors.cannotEstimate(
        "a test of pre-trends",
        leads <= 0
            ? "No periods before the treatment were asked for: the number of leads is "
                + leads
                + "."
            : "None of the " + leads + " leads could be estimated.",
        "Ask for at least one lead of which untreated observations exist.");
  }

  /** No unit stays untreated. */
  public static DampakException nobodyNeverTreated(String column, int last) {
    return EstimationErrors.cannotEstimate(
        EFFECTS + " against units that are never treated",
        "Every unit is treated within the data, according to " + column + ".",
        "Compare with the last treated instead, those of " + last + ", or add untreated units.");
  }

  /** Only one cohort, and nothing to compare it with. */
  public static DampakException oneCohort(int start) {
    return EstimationErrors.cannotEstimate(
        EFFECTS + " against the last treated",
        "All treated units start in " + start + ", so that no other cohort is left to compare.",
        "Use data with cohorts that start earlier, or compare with units never treated.");
  }

  /** No cohort is left; {@code reasons} says why they went. */
  public static DampakException noCohortLeft(int reference, Iterable<String> reasons) {
    return EstimationErrors.cannotEstimate(
        EFFECTS,
        "No cohort is left that is observed in its reference period "
            + reference
            + ": "
            + String.join("; ", reasons)
            + ".",
        "Choose a reference period before treatment in which cohorts are observed.");
  }

  /** A reference period that is not before treatment. */
  public static DampakException referenceNotBefore(int reference) {
    return EstimationErrors.cannotEstimate(
        EFFECTS,
        "The reference period " + reference + " is not before treatment, which starts in 0.",
        "Choose a negative one, usually -1.");
  }

  /** Effects of cells that the data do not tell apart. */
  public static DampakException cellsNotIdentified(List<String> cells) {
    return EstimationErrors.cannotEstimate(
        EFFECTS,
        "The fixed effects, the covariates and the other cells explain "
            + someOf(cells)
            + ", and setting these to 0 would shift all others.",
        "Use fewer fixed effects, drop singletons, or leave out these cohorts or periods.");
  }

  /** A panel with holes. */
  public static DampakException unbalanced(int observed, int units, int periods) {
    return EstimationErrors.cannotEstimate(
        "a decomposition",
        "It holds for balanced panels, and of "
            + units
            + " units times "
            + periods
            + " periods only "
            + observed
            + " observations are complete.",
        "Use the units and periods without holes.");
  }

  /** A treatment that is neither on nor off. */
  public static DampakException notOnOrOff(String column, String unit, int period, double value) {
    return EstimationErrors.cannotEstimate(
        "with the treatment " + column,
        "Unit " + unit + " has " + column + " = " + value + " in " + period + ".",
        "Give 1 while a unit is treated and 0 while it is not.");
  }

  /** A treatment that ends. */
  public static DampakException switchedOff(String column, String unit, int period) {
    return EstimationErrors.cannotEstimate(
        "with the treatment " + column,
        "It ends for unit " + unit + " in " + period + ", and here a treatment stays.",
        "Use a method for treatments that are switched on and off.");
  }

  /** No two groups of units whose treatment differs over time. */
  public static DampakException nothingToCompare(String column, int cohorts, int untreated) {
    return EstimationErrors.cannotEstimate(
        "a decomposition",
        "According to "
            + column
            + " there are "
            + cohorts
            + " cohorts treated after the first period and "
            + untreated
            + " units whose treatment never changes, so that no two groups can be compared.",
        "Use units that are treated at different times, or some that are not.");
  }

  private static String someOf(List<String> names) {
    int shown = Math.min(MOST_NAMES, names.size());
    String named = String.join(", ", names.subList(0, shown));
    return shown == names.size() ? named : named + " and " + (names.size() - shown) + " more";
  }
}
