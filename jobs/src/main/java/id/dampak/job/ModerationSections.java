package id.dampak.job;

import id.dampak.contract.ModelMetric;
import id.dampak.contract.PolicyOption;
import id.dampak.policy.Policy;
import id.dampak.report.ContentScores;
import id.dampak.report.Policies;
import java.util.List;
import java.util.Locale;

/**
 * The sections of the report about content: what moderation would have done instead, and how good
 * the classifier is.
 */
final class ModerationSections {
  private static final String NOTE =
      "The classifier learns from texts written for this project; it was checked on texts of families"
          + " that it had not seen. A word list stands beside it. A score is a reason to look, never"
          + " a verdict.";

  private ModerationSections() {}

  static Policies policies(RunContext run, Findings findings) {
    List<id.dampak.policy.PolicyOption> options =
        run
            .read(PolicyOption.TABLE)
            .orderBy(PolicyOption.POLICY.col(), PolicyOption.THRESHOLD.col())
            .collectAsList()
            .stream()
            .map(FieldReader::new)
            .map(ModerationSections::option)
            .toList();
    return new Policies(
        options,
        findings.currency(),
        findings.headline().flatMap(headline -> findings.totalLoss(headline.name())));
  }

  private static id.dampak.policy.PolicyOption option(FieldReader row) {
    return new id.dampak.policy.PolicyOption(
        Policy.valueOf(row.text(PolicyOption.POLICY).toUpperCase(Locale.ROOT)),
        row.number(PolicyOption.THRESHOLD),
        row.whole(PolicyOption.SESSIONS),
        row.whole(PolicyOption.STOPPED_RIGHTLY),
        row.whole(PolicyOption.STOPPED_WRONGLY),
        row.whole(PolicyOption.STOPPED_UNLABELLED),
        row.whole(PolicyOption.MISSED),
        row.number(PolicyOption.LOSS),
        List.of(row.text(PolicyOption.ASSUMPTION)));
  }

  static ContentScores scores(RunContext run) {
    return new ContentScores(
        run.read(ModelMetric.TABLE).collectAsList().stream()
            .map(FieldReader::new)
            .map(ModerationSections::metric)
            .toList(),
        NOTE);
  }

  private static ContentScores.Metric metric(FieldReader row) {
    return new ContentScores.Metric(
        row.text(ModelMetric.MODEL_ID),
        row.text(ModelMetric.EVALUATION),
        row.text(ModelMetric.SLICE),
        row.text(ModelMetric.METRIC),
        row.optionalNumber(ModelMetric.MEASURED).stream().boxed().findFirst(),
        row.whole(ModelMetric.TEXTS));
  }
}
