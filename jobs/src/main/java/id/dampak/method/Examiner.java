package id.dampak.method;

import id.dampak.estimate.Estimate;
import id.dampak.estimate.sensitivity.VerdictRules;
import java.util.function.Supplier;

/**
 * Looks at an estimate from every side that its method has, and judges what it shows. What a method
 * does not allow to look at counts against it ({@code docs/methods/verdict.md}).
 */
public final class Examiner {

  private Examiner() {}

  /**
   * Examines an analysis.
   *
   * @param question what it answers
   * @param before the same with every period before the event, for dates on which nothing happened
   */
  public static Examination examine(
      Question question, Analysis analysis, Supplier<Question> before) {
    Dossier dossier = new Dossier(headline(analysis));
    switch (question.specification().method()) {
      case EXPOSURE_EVENT_STUDY ->
          new EventStudyExamination(question, analysis, dossier).run(before);
      case DIFFERENCE_IN_DIFFERENCES ->
          new RegressionExamination(question, analysis, dossier).run();
      default ->
          dossier.add(
              Look.refused(
                  "all",
                  question.specification().method().toString(),
                  "Only exposure_event_study and difference_in_differences are examined."));
    }
    return new Examination(
        question.specification(), VerdictRules.usual().judge(dossier.evidence()), dossier.looks());
  }

  /** The effect that a study is about: the mean while the feature was off, or the first term. */
  private static Estimate headline(Analysis analysis) {
    return analysis.estimates().stream()
        .filter(estimate -> estimate.term().equals(Analysis.MEAN))
        .findFirst()
        .orElse(analysis.estimates().get(0));
  }
}
