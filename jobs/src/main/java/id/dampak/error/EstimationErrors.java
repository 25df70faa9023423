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
}
