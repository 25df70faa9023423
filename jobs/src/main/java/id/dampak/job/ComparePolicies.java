package id.dampak.job;

import id.dampak.contract.ContentScore;
import id.dampak.contract.LiveSession;
import id.dampak.gold.SilencedScores;
import id.dampak.policy.Displacement;
import id.dampak.policy.PolicyFrontier;
import id.dampak.policy.PolicyOption;
import id.dampak.policy.Session;
import id.dampak.policy.Session.Timing;
import id.dampak.study.Study;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;

/** Puts the blanket suspension beside stopping only the sessions that score above a threshold. */
final class ComparePolicies {
  private static final String BASIS = "declared in the study";

  private ComparePolicies() {}

  static void run(RunContext run) {
    List<Row> rows = run.study().policy().map(policy -> rows(run, policy)).orElse(List.of());
    run.write(id.dampak.contract.PolicyOption.TABLE, rows);
    run.tally(Tally.of(id.dampak.contract.PolicyOption.TABLE.id(), rows.size(), rows.size()));
  }

  static PolicyFrontier frontier(Study.Policy policy) {
    return new PolicyFrontier(
        policy.thresholds(), new Displacement(policy.displacedShare(), BASIS));
  }

  private static List<Row> rows(RunContext run, Study.Policy policy) {
    List<FieldReader> sessions =
        SilencedScores.of(run.read(ContentScore.TABLE), run.read(LiveSession.TABLE))
            .collectAsList()
            .stream()
            .map(FieldReader::new)
            .toList();
    if (sessions.isEmpty()) {
      return List.of();
    }
    PolicyFrontier frontier = frontier(policy);
    List<PolicyOption> options =
        frontier.compare(sessions.stream().map(ComparePolicies::session).toList());
    List<Boolean> published =
        PolicyDisclosure.published(
            PublishTables.rules(run.study()), frontier.thresholds(), sessions);
    return IntStream.range(0, options.size())
        .mapToObj(i -> row(run, options.get(i), published.get(i)))
        .toList();
  }

  private static Session session(FieldReader row) {
    return new Session(
        row.number(ContentScore.SCORE),
        row.optionalInteger(ContentScore.LEVEL),
        row.whole(LiveSession.AMOUNT),
        Timing.DURING_SUSPENSION);
  }

  private static Row row(RunContext run, PolicyOption option, boolean published) {
    return new TableRow(id.dampak.contract.PolicyOption.TABLE)
        .with(id.dampak.contract.PolicyOption.STUDY, run.study().id())
        .with(id.dampak.contract.PolicyOption.POLICY, option.policy().id())
        .withNumber(id.dampak.contract.PolicyOption.THRESHOLD, option.threshold())
        .with(id.dampak.contract.PolicyOption.SESSIONS, option.sessions())
        .with(id.dampak.contract.PolicyOption.STOPPED_RIGHTLY, option.stoppedRightly())
        .with(id.dampak.contract.PolicyOption.STOPPED_WRONGLY, option.stoppedWrongly())
        .with(id.dampak.contract.PolicyOption.STOPPED_UNLABELLED, option.stoppedUnlabelled())
        .with(id.dampak.contract.PolicyOption.MISSED, option.missed())
        .withNumber(id.dampak.contract.PolicyOption.LOSS, option.loss())
        .with(id.dampak.contract.PolicyOption.PUBLISHED, published)
        .with(id.dampak.contract.PolicyOption.ASSUMPTION, String.join(" ", option.assumptions()))
        .row();
  }
}
