package id.dampak.error;

import static id.dampak.error.EstimationErrors.cannotEstimate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/** Errors of power: a study whose data before the event do not tell what it could detect. */
public final class PowerErrors {

  private PowerErrors() {}

  /** Fewer placebos than a randomisation test needs to reject at {@code size}. */
  public static DampakException tooFewPlacebos(int placebos, int fewest, double size) {
    return cannotEstimate(
        "power by placebo dates",
        String.format(
            Locale.ROOT,
            "With %d placebo dates the p value of a randomisation test is never below %.3f, so that"
                + " it can never reject at %s; that takes %d.",
            placebos,
            1.0 / (1 + placebos),
            percent(size),
            fewest),
        "Use data that begin earlier.");
  }

  /**
   * The same for a study, which can be told how much earlier.
   *
   * @param period what a period is called, such as day
   * @param present periods before the suspension
   * @param needed periods before it that would do
   */
  public static DampakException tooFewDates(
      int placebos, int fewest, double size, String period, int present, int needed) {
    return cannotEstimate(
        "power by placebo dates",
        String.format(
            Locale.ROOT,
            "The %d %ss before the suspension hold %d placebo dates; with so few the p value of a"
                + " randomisation test is never below %.3f, and it can never reject at %s. That"
                + " takes %d dates.",
            present,
            period,
            placebos,
            1.0 / (1 + placebos),
            percent(size),
            fewest),
        beginEarlier(period, present, needed));
  }

  /** Not one placebo suspension fits in before the event. */
  public static DampakException noDates(
      String specification, String period, int present, int leads, int length, int needed) {
    return cannotEstimate(
        "the power of " + specification,
        String.format(
            Locale.ROOT,
            "There are %d %ss before the suspension, and one placebo of it takes %d: %d leads and"
                + " the suspension's %d, over before it begins.",
            present,
            period,
            leads + length,
            leads,
            length),
        beginEarlier(period, present, needed));
  }

  /** No specification has an exposure design in which an effect shifts a coefficient. */
  public static DampakException noExposureDesign(List<String> present) {
    return cannotEstimate(
        "the power of this study",
        "No result of it is an exposure_event_study, in which a loss shifts the coefficients by"
            + " exactly as much; it has "
            + (present.isEmpty() ? "no specification" : String.join(", ", present))
            + ".",
        "Add a specification with \"method: exposure_event_study\".");
  }

  /** A specification by a name that the study does not know as an exposure design. */
  public static DampakException noSuchSpecification(String name, List<String> known) {
    return new DampakException(
        DampakException.Kind.USER,
        "The study has no specification \"" + name + "\" whose power can be told.",
        "Those of the method exposure_event_study are " + String.join(", ", known) + ".",
        "Name one of them with --specification.");
  }

  /** Neither placebos nor a standard error tell what the estimate's noise is. */
  public static DampakException noStandardError() {
    return cannotEstimate(
        "the power of this study",
        "On no placebo date does the estimate have a positive standard error.",
        "Cluster in one dimension, by a column of many values.");
  }

  /** Losing all sales through the feature would not lower the coefficient. */
  public static DampakException noScale(double whole) {
    return cannotEstimate(
        "losses as a share of sales",
        "If all sales through the feature were lost, the coefficient would change by "
            + -whole
            + ": those who sell more through it sell so much less.",
        "Write \"scale: relative_to_baseline\", which weighs sales and exposure alike.");
  }

  private static String beginEarlier(String period, int present, int needed) {
    return "Let \"window:\" in the study file begin %d %ss earlier, with data from then on, or use fewer leads."
        .formatted(needed - present, period);
  }

  private static String percent(double share) {
    return new BigDecimal(100 * share)
            .round(new MathContext(4))
            .stripTrailingZeros()
            .toPlainString()
        + " %";
  }
}
