package id.dampak.error;

import id.dampak.error.DampakException.Kind;
import java.util.List;

/** Errors of estimation: the data at hand do not allow the number that was asked for. */
public final class EstimationErrors {

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

  /** A column of categories where numbers are needed. */
  public static DampakException notNumeric(String column) {
    return new DampakException(
        Kind.USER,
        "Column \"" + column + "\" is not numeric.",
        "It holds texts, and an outcome, regressor, weight, exposure or time must be a number.",
        "Name a numeric column, or absorb this one as a fixed effect.");
  }

  /** A term that a fit does not hold. */
  public static DampakException noSuchTerm(String term, Iterable<String> terms) {
    return new DampakException(
        Kind.DATA,
        "The fit has no term \"" + term + "\".",
        "It estimated " + String.join(", ", terms) + "; what is collinear is left out.",
        "Ask for one of these, or change the specification so that the term can be estimated.");
  }

  /** An infinite value, on the {@code row}th row from 1. */
  public static DampakException infinite(String column, int row) {
    return new DampakException(
        Kind.DATA,
        "Column \"" + column + "\" is infinite in row " + row + ".",
        "A division by zero or a logarithm of zero before this point is the usual cause.",
        "Leave the value empty to drop the row, or repair the column.");
  }

  /** A negative weight, on the {@code row}th row from 1. */
  public static DampakException negativeWeight(String column, double weight, int row) {
    return new DampakException(
        Kind.DATA,
        "Weight \"" + column + "\" is " + weight + " in row " + row + ".",
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
}
