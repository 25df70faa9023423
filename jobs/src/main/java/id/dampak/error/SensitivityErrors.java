package id.dampak.error;

import java.util.List;
import java.util.Locale;

/** Errors of sensitivity analysis: what an event study must bring, and what may be asked of it. */
public final class SensitivityErrors {

  private SensitivityErrors() {}

  /** No period on one side of the event. */
  public static DampakException noPeriods(int before, int after) {
    return EstimationErrors.cannotEstimate(
        "what a violation of parallel trends would change",
        "The event study has "
            + before
            + " coefficients before and "
            + after
            + " after the event, and each side needs at least one beside the reference period.",
        "Use an event study with more periods on both sides.");
  }

  /** Number of estimates and size of the covariance differ. */
  public static DampakException sizesDiffer(int estimates, int rows, int columns) {
    return EstimationErrors.cannotEstimate(
        "from this event study",
        estimates + " estimates do not go with a covariance of " + rows + " x " + columns + ".",
        "Give one row and one column of the covariance for each estimate.");
  }

  /** A period between periods. */
  public static DampakException noWholePeriod(String time, double period) {
    return EstimationErrors.cannotEstimate(
        "from this event study",
        "The column " + time + " has " + period + ", which is no whole period.",
        "Number the periods, one after the other.");
  }

  /** A coefficient or a variance of it is not usable. */
  public static DampakException notUsable(int place, double estimate, double variance) {
    return EstimationErrors.cannotEstimate(
        "from this event study",
        "Coefficient "
            + place
            + " (from 1, oldest first) is "
            + estimate
            + " with variance "
            + variance
            + "; the estimate must be finite and the variance positive.",
        "Leave out the period, or use a variance that is defined for every coefficient.");
  }

  /** The covariance differs from its transpose. */
  public static DampakException notSymmetric(int row, int column, double one, double other) {
    return EstimationErrors.cannotEstimate(
        "from this event study",
        "The covariance is not symmetric: row "
            + row
            + ", column "
            + column
            + " has "
            + one
            + " and its mirror image "
            + other
            + ".",
        "Give the covariance of the coefficients, row by row.");
  }

  /** The covariance has a negative eigenvalue. */
  public static DampakException notPositive(int place, int of, double value, double largest) {
    return EstimationErrors.cannotEstimate(
        "from this event study",
        "The covariance is not positive semi-definite: eigenvalue "
            + place
            + " of "
            + of
            + ", in descending order, is "
            + value
            + ", the largest "
            + largest
            + ".",
        "Cluster in one dimension: two-way clustered covariances need not be positive.");
  }

  /** Periods without a coefficient between the first and the last. */
  public static DampakException periodsMissing(List<Integer> missing) {
    return EstimationErrors.cannotEstimate(
        "what a violation of parallel trends would change",
        "The event study has no coefficient for the relative periods "
            + missing
            + ", and trends are measured from one period to the next.",
        "Use consecutive periods, each with its own coefficient.");
  }

  /** A group that an event study has no coefficients for. */
  public static DampakException noSuchGroup(String group, List<String> groups) {
    return new DampakException(
        DampakException.Kind.USER,
        "The event study has no coefficients of the group \"" + group + "\".",
        "It has those of " + String.join(", ", groups) + ".",
        "Name one of them.");
  }

  /** A number that must lie in a range. */
  public static DampakException outOfRange(String what, double value, String range) {
    return new DampakException(
        DampakException.Kind.USER,
        what + " is " + value + ".",
        "It must be " + range + ".",
        "Choose another value.");
  }

  /** Weights of the target do not fit the periods after the event. */
  public static DampakException badTarget(List<Double> weights, int after) {
    return new DampakException(
        DampakException.Kind.USER,
        "The target has the weights " + weights + ".",
        "There are "
            + after
            + " coefficients after the event, and each needs a finite weight, not all of them 0.",
        "Give one weight for each coefficient after the event, earliest first.");
  }

  /** A combination of coefficients that seems to be known without error. */
  public static DampakException singular(int rank, int coefficients) {
    return EstimationErrors.cannotEstimate(
        "the shortest interval under bounds on second differences",
        "The covariance of "
            + coefficients
            + " coefficients has rank "
            + rank
            + ": some combination of them seems to be known without error, and the interval would"
            + " be built on it.",
        "Use more clusters than coefficients, or fewer periods.");
  }

  /** A bound whose estimate does not vary, so that nothing can be tested by it. */
  public static DampakException boundDoesNotVary(int row) {
    return EstimationErrors.cannotEstimate(
        "under bounds of relative magnitude",
        "The covariance says that bound "
            + row
            + " is known without error: the coefficients are collinear.",
        "Use more clusters than coefficients, or fewer periods.");
  }

  /** Nothing to leave out. */
  public static DampakException tooFewGroups(String column, int groups) {
    return EstimationErrors.cannotEstimate(
        "without each group of " + column,
        "The column has " + groups + " groups, and something must be left when one goes.",
        "Name a column with at least two groups.");
  }

  /** A span that ends before it starts. */
  public static DampakException emptySpan(double from, double to) {
    return new DampakException(
        DampakException.Kind.USER,
        "The span from " + from + " to " + to + " is empty.",
        "It ends before it starts, or an end is missing.",
        "Give the first period, then the last.");
  }

  /** An iterative program did not come to an end. */
  public static DampakException programDidNotEnd(int rows, int columns) {
    return EstimationErrors.cannotEstimate(
        "under these bounds",
        String.format(
            Locale.ROOT,
            "A program of %d rows and %d columns did not come to its end: the covariance is"
                + " singular to rounding.",
            rows,
            columns),
        "Use fewer periods, or a covariance of more clusters.");
  }
}
