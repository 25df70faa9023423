package id.dampak.error;

import static id.dampak.error.EstimationErrors.cannotEstimate;

import id.dampak.error.DampakException.Kind;
import java.util.List;
import java.util.Locale;

/** Errors of inference: bootstraps, randomisation, corrections for few clusters. */
public final class InferenceErrors {

  private InferenceErrors() {}

  /** Clusters in one dimension are needed; {@code variance} is something else. */
  public static DampakException needsOneWayClusters(Object variance) {
    return new DampakException(
        Kind.USER,
        "Inference by clusters needs clusters in one dimension.",
        "The variance is " + variance + ".",
        "Cluster by one column, or by the cells of two, as in region^sector.");
  }

  /** Some term is explained by the others but for rounding. */
  public static DampakException nearlyCollinear(List<String> terms) {
    return cannotEstimate(
        "from the moments of clusters",
        "One of " + String.join(", ", terms) + " is nearly explained by the others.",
        "Subtract a constant from a column whose mean is large, or leave the column out.");
  }

  /** The moments of all clusters have more entries than memory should hold. */
  public static DampakException tooLargeForMoments(int clusters, int columns, long most) {
    return cannotEstimate(
        "from the moments of clusters",
        "For each of %d clusters the products of %d columns would be kept, more than %d numbers."
            .formatted(clusters, columns, most),
        "Hold the effects that cross clusters instead of carrying them, use fewer terms, or cluster"
            + " by something wider.");
  }

  /** The columns of an event study would have to be held at once, and are too large. */
  public static DampakException tooLargeForColumns(int terms, int observations, long most) {
    return cannotEstimate(
        "from the moments of clusters",
        "%d terms times %d observations are more than %d numbers."
            .formatted(terms, observations, most),
        "Bin the end points of the event study, use a shorter window, or a sample of units.");
  }

  /** A bootstrap of fewer draws than tails can be read from. */
  public static DampakException tooFewDraws(int draws, int fewest) {
    return new DampakException(
        Kind.USER,
        draws + " draws are too few.",
        "The tails of a distribution cannot be read from fewer than " + fewest + ".",
        "Ask for 999 or more.");
  }

  /** In too many draws of a bootstrap a number is not defined. */
  public static DampakException lostDraws(String what, int lost, int draws) {
    return cannotEstimate(
        "the bootstrap distribution of " + what,
        "In %d of %d draws it is not defined.".formatted(lost, draws),
        "Too few clusters tell it: use the wild cluster bootstrap or randomisation inference.");
  }

  /** A function of coefficients that has no value at the estimates. */
  public static DampakException undefinedFunction(String name, double value) {
    return cannotEstimate(
        name,
        "At the estimates it is " + value + ".",
        "Choose a function that is defined and smooth there.");
  }

  /** Too few clusters carry a term for the short cut of held effects. */
  public static DampakException fewEffectiveClusters(String term, double effective, double fewest) {
    return cannotEstimate(
        "draws of " + term + " with fixed effects held",
        String.format(
            Locale.ROOT,
            "It rests on %.1f effective clusters, and that is exact only for many: %.0f or more.",
            effective,
            fewest),
        "Carry the effects that cross clusters, or use the wild cluster bootstrap.");
  }

  /** A window without periods before or of the event. */
  public static DampakException emptyWindow(int before, int length) {
    return new DampakException(
        Kind.USER,
        "The window has %d periods before the event and %d of it.".formatted(before, length),
        "An effect is the difference between the two.",
        "Give one or more of each.");
  }

  /** A placebo whose window the event lies in, or the other way round. */
  public static DampakException placeboTouchesEvent(
      int placebo, int event, int before, int length) {
    return cannotEstimate(
        "a placebo in period " + placebo,
        "Its window, %d periods before it and %d of it, touches that of the event in %d."
            .formatted(before, length, event),
        "Leave out placebos that are less than a window away from the event.");
  }

  /** No placebo has a statistic, or the observed one is not defined. */
  public static DampakException noPlacebos(String name, double observed, int placebos) {
    return cannotEstimate(
        "a randomisation test of " + name,
        "It is %s where it happened, and %d placebos leave none with a value."
            .formatted(observed, placebos),
        "Use a longer window of data, or wider rules for what is admissible.");
  }

  /** Exposure is the same for all units of each stratum. */
  public static DampakException nothingToPermute(String exposure) {
    return cannotEstimate(
        "a permutation test of " + exposure,
        "Within each stratum all units are exposed alike, so that no other order exists.",
        "Use wider strata.");
  }

  /** A number whose draws do not vary, or are not defined in all of them. */
  public static DampakException noStatistic(String name, double stdError) {
    return cannotEstimate(
        "a test of " + name + " among others",
        "It is not defined in every draw, or does not vary: its standard error is %s."
            .formatted(stdError),
        "Leave it out.");
  }

  /** A cut-off that is no distance. */
  public static DampakException noCutoff(double cutoff) {
    return new DampakException(
        Kind.USER,
        "The cut-off of spatial dependence is " + cutoff + " km.",
        "Beyond it units count as independent, so that it must be positive and finite.",
        "Give a distance such as 100.");
  }

  /** Two coordinates of one unit. */
  public static DampakException placeVaries(String column, String unit, double one, double other) {
    return cannotEstimate(
        "spatial standard errors",
        column + " is " + one + " and " + other + " for the same unit " + unit + ".",
        "Give each unit one place, such as where it was at the event.");
  }

  /** A unit without a coordinate, or with one that is no degrees. */
  public static DampakException noPlace(String column, String unit, double value, double most) {
    return cannotEstimate(
        "spatial standard errors",
        String.format(
            Locale.ROOT,
            "%s is %s for unit %s; it must lie between -%.0f and %.0f degrees.",
            column,
            Double.isNaN(value) ? "missing" : value,
            unit,
            most,
            most),
        "Give every unit a place, for instance the centre of its city, or leave its rows out.");
  }

  /** A panel of groups in which a value is missing. */
  public static DampakException notBalanced(String group, int period, String column) {
    return cannotEstimate(
        "effects on few treated groups",
        "%s is missing for group %s in period %d, and every group is needed in every period."
            .formatted(column, group, period),
        "Fill the value in, or leave out the group or the period.");
  }

  /** No group is treated, or none is not. */
  public static DampakException noGroups(int treated, int controls, String treatment) {
    return cannotEstimate(
        "effects on few treated groups",
        "%s changes over time in %d groups and does not in %d; both kinds are needed, and of the"
                .formatted(treatment, treated, controls)
            + " latter two.",
        "Use more groups, or another treatment.");
  }

  /** Treatment that does not start in one period for all treated groups and stay. */
  public static DampakException noCommonStart(String treatment, String group) {
    return cannotEstimate(
        "effects on few treated groups by size",
        "%s of group %s is not 0 before one period that all treated groups share, and 1 from it on."
            .formatted(treatment, group),
        "Use the method of Conley and Taber, which allows for other treatments.");
  }

  /** The treatment is explained by controls and effects. */
  public static DampakException treatmentExplained(String treatment) {
    return cannotEstimate(
        "the effect of " + treatment,
        "The controls, groups and periods explain it.",
        "Leave out a control.");
  }

  /** A size that is no positive number. */
  public static DampakException noSize(String column, String group, double size) {
    return cannotEstimate(
        "effects on few treated groups by size",
        "The size " + column + " of group " + group + " is " + size + ".",
        "Give the number of observations behind each value of a group, which is positive.");
  }

  /** Shares that cannot be told apart. */
  public static DampakException sharesCollinear(List<String> shares, int rows) {
    return cannotEstimate(
        "by shocks to shares",
        "The %d shares %s of %d units are none, collinear or as many as the units."
            .formatted(shares.size(), shares, rows),
        "Merge shares, or leave out those that are 0 for all units.");
  }

  /** Fewer rows than a regression needs. */
  public static DampakException fewRows(int rows) {
    return cannotEstimate(
        "by shocks to shares",
        rows + " rows have a value in every column.",
        "Give the columns that are missing, or more units.");
  }
}
