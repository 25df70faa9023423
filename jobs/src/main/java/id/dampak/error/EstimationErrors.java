package id.dampak.error;

import id.dampak.error.DampakException.Kind;
import java.util.List;

/** Errors of estimation: the data at hand do not allow the number that was asked for. */
public final class EstimationErrors {

  private static final int MOST_TERMS = 8;

  private EstimationErrors() {}

  /**
   * The estimator refuses: {@code reason} says which need is not met, {@code remedy} what would
   * meet it.
   */
  public static DampakException cannotEstimate(String what, String reason, String remedy) {
    return new DampakException(Kind.DATA, "Cannot estimate " + what + ".", reason, remedy);
  }

  /** A column that an estimator was told to use is not in the data. */
  public static DampakException noSuchColumn(String column, Iterable<String> present) {
    return new DampakException(
        Kind.USER,
        "No column \"" + column + "\".",
        "The data have the columns " + String.join(", ", present) + ".",
        "Name one of them.");
  }

  /** A column of categories, {@code example} among them, where numbers are needed. */
  public static DampakException notNumeric(String column, String example) {
    return new DampakException(
        Kind.USER,
        "Column \"" + column + "\" is not numeric.",
        "It holds the text \""
            + example
            + "\", and an outcome, regressor, weight, exposure or time must be a number.",
        "Name a numeric column, absorb this one as a fixed effect, or leave the field empty where"
            + " the value is missing.");
  }

  /** A term that a fit does not hold. */
  public static DampakException noSuchTerm(String term, List<String> terms) {
    return new DampakException(
        Kind.DATA,
        "The fit has no term \"" + term + "\".",
        "It estimated " + someOf(terms) + "; what is collinear is left out.",
        "Ask for one of these, or change the specification so that the term can be estimated.");
  }

  /** An infinite value, on the {@code row}th row from 1. */
  public static DampakException infinite(String column, int row) {
    return infinite(column, "row " + row);
  }

  /** An infinite value in {@code place}. */
  public static DampakException infinite(String column, String place) {
    return new DampakException(
        Kind.DATA,
        "Column \"" + column + "\" is infinite in " + place + ".",
        "A division by zero or a logarithm of zero before this point is the usual cause.",
        "Leave the value empty to drop the row, or repair the column.");
  }

  /** A negative weight in {@code place}. */
  public static DampakException negativeWeight(String column, double weight, String place) {
    return new DampakException(
        Kind.DATA,
        "Weight \"" + column + "\" is " + weight + " in " + place + ".",
        "Weights are inverse variances or amounts and cannot be negative.",
        "Repair the column or choose another weight.");
  }

  /** The zero-filled panel has more cells than an array can hold. */
  public static DampakException tooLargeForMemory(int units, int periods) {
    return new DampakException(
        Kind.DATA,
        "The panel of " + units + " units and " + periods + " periods does not fit in memory.",
        "Filled with zeros it has more than two thousand million cells.",
        "Use a longer period, a shorter window, or a sample of units.");
  }

  /** No row is left; {@code reasons} says how many went and why. */
  public static DampakException noObservations(Iterable<String> reasons) {
    String went = String.join("; ", reasons);
    return cannotEstimate(
        "anything",
        "No observation is left" + (went.isEmpty() ? ": the data are empty." : ": " + went + "."),
        "Check the columns that are missing, or leave out the one that drops every row.");
  }

  /** More parameters than observations. */
  public static DampakException noDegreesOfFreedom(int observations, int parameters) {
    return cannotEstimate(
        "a variance",
        observations
            + " observations cannot carry "
            + parameters
            + " parameters, the levels of the fixed effects among them.",
        "Use more observations, or fewer regressors and fixed effects.");
  }

  /** All observations lie in one cluster. */
  public static DampakException oneCluster(String column) {
    return cannotEstimate(
        "standard errors clustered by " + column,
        "All observations lie in one cluster, and a variance needs at least two.",
        "Cluster by a column with more values, or ask for --se hc1.");
  }

  /** The outcome is constant within the fixed effects. */
  public static DampakException noVariation(String outcome, List<String> effects) {
    return cannotEstimate(
        "effects on " + outcome,
        effects.isEmpty()
            ? "It is the same in every observation."
            : "It does not vary once " + String.join(" and ", effects) + " are taken out.",
        "Choose an outcome that varies, or fewer fixed effects.");
  }

  /** Every regressor is collinear. */
  public static DampakException nothingLeft(List<String> regressors) {
    return cannotEstimate(
        "the effect of " + String.join(", ", regressors),
        regressors.isEmpty()
            ? "No regressor was named."
            : "Once the fixed effects are taken out, no regressor varies.",
        "Name a regressor that varies within the fixed effects.");
  }

  /** A time that is no whole number, on the {@code row}th row from 1. */
  public static DampakException notWholePeriods(String column, double value, int row) {
    return notWholePeriods(column, value, "row " + row);
  }

  /** A time that is no whole number in {@code place}. */
  public static DampakException notWholePeriods(String column, double value, String place) {
    return cannotEstimate(
        "over " + column,
        "It is " + value + " in " + place + ", and periods are counted in whole numbers.",
        "Number the periods 1, 2, 3, …");
  }

  /** All periods lie on one side of the event. */
  public static DampakException noBeforeOrAfter(int first, int last) {
    return cannotEstimate(
        "an event study",
        "The relative periods run from "
            + first
            + " to "
            + last
            + ", and both sides of the event, which is period 0, are needed.",
        "Check the event period, or use data from before and after it.");
  }

  /** The reference period is not in the data. */
  public static DampakException noReferencePeriod(int reference, int first, int last) {
    return cannotEstimate(
        "an event study",
        "No row lies in the reference period "
            + reference
            + "; the relative periods run from "
            + first
            + " to "
            + last
            + ".",
        "Choose a reference period that is observed and lies within the bins.");
  }

  /** Two rows of one unit in one period. */
  public static DampakException duplicate(String unit, String label, String time, int period) {
    return cannotEstimate(
        "an event study",
        "There are two rows with " + unit + " = " + label + " and " + time + " = " + period + ".",
        "Sum them up first: a panel has one row for a unit and period.");
  }

  /** Two rows of one unit in one period, whatever the method. */
  public static DampakException twice(String unit, String label, String time, int period) {
    return cannotEstimate(
        "anything from this panel",
        "There are two rows with " + unit + " = " + label + " and " + time + " = " + period + ".",
        "Sum them up first: a panel has one row for a unit and period.");
  }

  /** A number that must be the same in all rows of a unit. */
  public static DampakException varies(String column, String unit, double one, double other) {
    return cannotEstimate(
        "with " + column,
        "It is " + one + " and " + other + " for the same unit " + unit + ".",
        "Use a column that has one value for each unit.");
  }

  /** A category that must be known and the same in all rows of a unit. */
  public static DampakException groupVaries(String column, String unit) {
    return cannotEstimate(
        "by " + column,
        "It is missing or differs between rows of the same unit " + unit + ".",
        "Use a column that has one value for each unit.");
  }

  /** The exposure changes over time. */
  public static DampakException exposureVaries(
      String exposure, String unit, double before, double after) {
    return cannotEstimate(
        "an event study in " + exposure,
        "It is " + before + " and " + after + " for the same unit " + unit + ".",
        "Fix the exposure of a unit before the event, over a window that ends before it.");
  }

  /** The exposure does not vary where it would have to. */
  public static DampakException exposureAbsorbed(String exposure, List<String> effects) {
    return cannotEstimate(
        "the effect of " + exposure,
        "Within " + String.join(" and ", effects) + " all units are exposed alike.",
        "Use period effects of wider groups, or units whose exposure differs.");
  }

  /** Robust standard errors would need every column at once. */
  public static DampakException tooLargeForHc1(int terms, int observations) {
    return cannotEstimate(
        "HC1 standard errors",
        terms + " terms times " + observations + " observations do not fit in memory.",
        "Cluster by the unit, which needs one column at a time, or bin the end points.");
  }

  /** The iterative removal of three or more fixed effects did not come to an end. */
  public static DampakException effectsDidNotConverge(int iterations) {
    return cannotEstimate(
        "with these fixed effects",
        "They are so entangled that " + iterations + " iterations did not separate them.",
        "Leave out one of them, or cross two of them into one, as in region^sector.");
  }

  /** Two fixed effects that weights of very unequal size leave indistinguishable. */
  public static DampakException effectsNotSeparable() {
    return cannotEstimate(
        "with these fixed effects",
        "Weights, or in a Poisson regression expected outcomes, are so unequal that some levels are"
            + " joined by next to nothing.",
        "Leave out one of the effects, or the observations that alone join their levels.");
  }

  private static String someOf(List<String> terms) {
    int shown = Math.min(MOST_TERMS, terms.size());
    String named = String.join(", ", terms.subList(0, shown));
    return shown == terms.size() ? named : named + " and " + (terms.size() - shown) + " more";
  }
}
