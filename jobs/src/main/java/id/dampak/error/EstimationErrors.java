package id.dampak.error;

import id.dampak.error.DampakException.Kind;

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
}
