package id.dampak.job;

import id.dampak.contract.PolicyOption;
import id.dampak.policy.Policy;
import id.dampak.report.Policies;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The section of the report that puts moderation beside the blanket suspension. */
final class ModerationSections {
  private ModerationSections() {}

  static Policies policies(RunContext run, Findings findings) {
    List<FieldReader> rows =
        run
            .read(PolicyOption.TABLE)
            .orderBy(PolicyOption.POLICY.col(), PolicyOption.THRESHOLD.col())
            .collectAsList()
            .stream()
            .map(FieldReader::new)
            .toList();
    return new Policies(
        rows.stream().map(ModerationSections::option).toList(),
        rows.stream()
            .filter(row -> !row.isSaid(PolicyOption.PUBLISHED))
            .map(ModerationSections::option)
            .collect(Collectors.toSet()),
        findings.currency(),
        findings.study().headline().flatMap(headline -> findings.totalLoss(headline.name())));
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
}
