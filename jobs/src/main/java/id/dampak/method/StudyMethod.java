package id.dampak.method;

import id.dampak.study.Method;

/** A method as a study file names it: what it estimates, and what of it a study publishes. */
@FunctionalInterface
public interface StudyMethod {

  /**
   * What comes of a question.
   *
   * @throws id.dampak.error.DampakException where the data do not allow an answer
   */
  Analysis analyse(Question question);

  /** The method of a name. */
  static StudyMethod of(Method method) {
    return switch (method) {
      case EXPOSURE_EVENT_STUDY -> new ExposureEventStudyMethod();
      case POISSON_EVENT_STUDY -> new PoissonEventStudyMethod();
      case DIFFERENCE_IN_DIFFERENCES -> RegressionMethods::differenceInDifferences;
      case PPML -> RegressionMethods::poisson;
      case DOSE_BINS -> SuspensionMethods::doseBins;
      case TRIPLE_DIFFERENCES -> SuspensionMethods::tripleDifferences;
      case STACKED_EVENTS -> SuspensionMethods::stackedEvents;
      case INTERRUPTED_SERIES -> SuspensionMethods::interruptedSeries;
      case CALLAWAY_SANTANNA -> StaggeredMethods::callawaySantAnna;
      case IMPUTATION -> StaggeredMethods::imputation;
      case SUN_ABRAHAM -> StaggeredMethods::sunAbraham;
      case BACON -> StaggeredMethods::bacon;
      case DID_2X2 -> StaggeredMethods::twoByTwo;
      case DID_L -> ReversibleMethods::intertemporal;
      case DID_M -> ReversibleMethods::switches;
      case CARRY_OVER -> ReversibleMethods::carryOver;
      case SYNTHETIC_DID -> SyntheticMethods::differenceInDifferences;
      case SYNTHETIC_CONTROL -> SyntheticMethods::control;
      case AVERAGE_DID -> SyntheticMethods::averages;
    };
  }
}
