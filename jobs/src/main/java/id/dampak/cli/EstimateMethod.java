package id.dampak.cli;

import java.util.List;
import java.util.Locale;

/** The estimators that work on a file. */
enum EstimateMethod {
  /** Least squares with an intercept. */
  OLS(Flags.LINEAR),
  /** Least squares with fixed effects. */
  FEOLS(Flags.LINEAR),
  /** Event study in the intensity of exposure. */
  EVENT_STUDY(
      Flags.LINEAR
          + " --effect --honest --magnitudes --smoothness --trend-power --leave-one-out --donut --placebo-dates --permute"
          + " --verdict"),
  /** Poisson pseudo maximum likelihood, with fixed effects or without. */
  PPML("--regressors --fe --weights --offset --singletons " + Flags.ERRORS),
  /** An event study that another program has estimated, for intervals without parallel trends. */
  HONEST_DID("--time --event-period --effect --covariance --magnitudes --smoothness"),
  /** Event study of what is expected, in logarithms, zeros included. */
  POISSON_EVENT_STUDY(Flags.REGRESSION),
  /** Effects by bins of exposure, beside the never-exposed. */
  DOSE_BINS(
      "--unit --time --exposure --event-period --reference --groups --cluster --cuts --quantiles"
          + " --stayers-up-to"),
  /** The suspended channel of a merchant against the merchant's others. */
  TRIPLE_DIFFERENCES(
      "--unit --time --exposure --groups --channel --suspended --event --singletons "
          + Flags.ERRORS),
  /** One path over several events with clean windows. */
  STACKED_EVENTS(
      "--unit --time --exposure --reference --groups --by --regressors --weights --events --window"
          + " --singletons "
          + Flags.ERRORS),
  /** One series before, during and after an event. */
  INTERRUPTED_SERIES("--time --event --regressors --slope --seasons --errors --lags"),
  /** Effects by cohort and period of a treatment that stays, and their averages. */
  CALLAWAY_SANTANNA(
      "--unit --time --cohort --regressors --cluster --compare --base --anticipation --adjust"
          + " --incomplete --balance"),
  /** What the untreated say the treated would have been. */
  IMPUTATION(
      "--unit --time --cohort --regressors --fe --weights --cluster --singletons --effects-by"
          + " --leads"),
  /** An event study whose cohorts do not mix. */
  SUN_ABRAHAM(
      "--unit --time --cohort --regressors --fe --weights --singletons --effects-by --against"
          + " --reference "
          + Flags.ERRORS),
  /** What a two-way coefficient is made of. */
  BACON("--unit --time --treatment " + Flags.ERRORS),
  /** Two groups before and after, alike in covariates. */
  DID_2X2("--before --treatment --regressors --adjust --cluster"),
  /** Effects of switches of a treatment that comes and goes, by periods since the first. */
  DID_L(
      "--unit --time --treatment --cluster --weights --effects --placebos --scale --switchers"
          + " --composition --treatment-gaps --within"),
  /** Effects of switches between two periods in a row. */
  DID_M("--unit --time --treatment --cluster --weights --placebos --scale --within --by-period"),
  /** What lasts once a treatment has gone. */
  CARRY_OVER("--unit --time --treatment --cluster --weights --periods --treatment-gaps --within"),
  /** Synthetic difference in differences. */
  SYNTHETIC_DID(Flags.SYNTHETIC),
  /** Synthetic control, by the outcomes before treatment or by predictors. */
  SYNTHETIC_CONTROL(Flags.SYNTHETIC + " --ridge --predictor --fit-over"),
  /** The treated against the plain average of the others. */
  AVERAGE_DID(Flags.SYNTHETIC);

  private final String flags;

  EstimateMethod(String flags) {
    this.flags = Flags.COMMON + " " + flags;
  }

  /** Whether a flag means something to the method. */
  boolean takes(String flag) {
    return List.of(flags.split(" ")).contains(flag);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Flags that several methods take; a class of its own, for constants come first in an enum. */
  private static final class Flags {
    static final String COMMON = "--method --outcome --level --delimiter --format";
    static final String ERRORS = "--se --cluster --ssc-k --ssc-g";
    static final String REGRESSION =
        "--regressors --fe --unit --time --treatment --weights --exposure --event-period"
            + " --reference --bins --groups --by --singletons "
            + ERRORS;
    static final String LINEAR =
        REGRESSION + " --place --cutoff --kernel --crossing --all-terms --draws --seed";
    static final String SYNTHETIC =
        "--unit --time --treatment --treated-from --solver --inference --draws --seed";
  }
}
