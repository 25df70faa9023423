package id.dampak.cli;

import java.util.List;
import java.util.Locale;

/** The estimators that work on a file. */
enum EstimateMethod {
  /** Least squares with an intercept. */
  OLS(Flags.REGRESSION),
  /** Least squares with fixed effects. */
  FEOLS(Flags.REGRESSION),
  /** Event study in the intensity of exposure. */
  EVENT_STUDY(Flags.REGRESSION),
  /** Effects by cohort and period of a treatment that stays, and their averages. */
  CALLAWAY_SANTANNA(
      "--unit --time --cohort --regressors --cluster --compare --base --anticipation --adjust"
          + " --incomplete --balance"),
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
    static final String REGRESSION =
        "--regressors --fe --unit --time --treatment --weights --exposure --event-period"
            + " --reference --bins --groups --by --se --cluster --ssc-k --ssc-g --singletons";
    static final String SYNTHETIC =
        "--unit --time --treatment --treated-from --solver --inference --draws --seed";
  }
}
