package id.dampak.method;

import id.dampak.error.DampakException;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.sensitivity.Evidence;
import id.dampak.estimate.sensitivity.VerdictRules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Looks at an estimate from every side that its method has, and judges what it shows. What a method
 * does not allow to look at counts against it ({@code docs/methods/verdict.md}).
 */
public final class Examiner {
  private final List<Look> looks = new ArrayList<>();
  private Evidence evidence;

  private Examiner(Estimate effect) {
    this.evidence = Evidence.of(effect);
  }

  /**
   * Examines an analysis.
   *
   * @param question what it answers
   * @param before the same with every period before the event, for dates on which nothing happened
   */
  public static Examination examine(
      Question question, Analysis analysis, Supplier<Question> before) {
    Examiner examiner = new Examiner(headline(analysis));
    switch (question.specification().method()) {
      case EXPOSURE_EVENT_STUDY ->
          new EventStudyExamination(question, analysis, examiner).run(before);
      case DIFFERENCE_IN_DIFFERENCES ->
          new RegressionExamination(question, analysis, examiner).run();
      default ->
          examiner.look(
              Look.refused(
                  "all",
                  analysis.specification().method().toString(),
                  "Only exposure_event_study and difference_in_differences are examined."));
    }
    return new Examination(
        question.specification(),
        VerdictRules.usual().judge(examiner.evidence),
        examiner.looks);
  }

  /** The effect that a study is about: the mean while the feature was off, or the first term. */
  private static Estimate headline(Analysis analysis) {
    return analysis.estimates().stream()
        .filter(estimate -> estimate.term().equals(Analysis.MEAN))
        .findFirst()
        .orElse(analysis.estimates().get(0));
  }

  Evidence evidence() {
    return evidence;
  }

  void learn(Evidence more) {
    evidence = more;
  }

  void look(Look look) {
    looks.add(look);
  }

  /** Does something that the data may not allow, which is a finding and no fault. */
  void attempt(String examination, Runnable action) {
    try {
      action.run();
    } catch (DampakException refused) {
      look(Look.refused(examination, "", refused.problem() + " " + refused.reason()));
    }
  }
}
