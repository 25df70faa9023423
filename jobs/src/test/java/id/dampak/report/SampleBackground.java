package id.dampak.report;

import id.dampak.policy.Displacement;
import id.dampak.policy.PolicyFrontier;
import id.dampak.policy.PolicyOption;
import id.dampak.policy.Session;
import id.dampak.policy.Session.Timing;
import id.dampak.report.Anomalies.Status;
import id.dampak.report.Anomalies.Verdict;
import id.dampak.report.ContentScores.Metric;
import id.dampak.report.DataAccount.Input;
import id.dampak.report.DataAccount.Reason;
import id.dampak.report.Provenance.InputFile;
import id.dampak.report.Provenance.TableVersion;
import id.dampak.report.Suspensions.Episode;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** The parts of {@link SampleReport} that stand behind its estimates. */
final class SampleBackground {
  private SampleBackground() {}

  static Suspensions suspensions() {
    ZoneId jakarta = ZoneId.of("Asia/Jakarta");
    ZonedDateTime start = ZonedDateTime.of(2025, 8, 30, 20, 40, 0, 0, jakarta);
    Episode live =
        new Episode("TikTok", "LIVE", "Indonesia", start, Optional.of(start.plusHours(62)), 2);
    Episode open = new Episode("*", "*", "Elsewhere", start, Optional.empty(), 1);
    return new Suspensions(List.of(live, open), 40, "");
  }

  static Policies policies() {
    List<Session> sessions =
        IntStream.range(0, 600)
            .mapToObj(
                index ->
                    new Session(
                        Math.min(1, (index * 37 % 600) / 900.0 + (index % 23 == 0 ? 0.3 : 0)),
                        OptionalInt.of(index % 23 == 0 ? 4 : index % 4),
                        3_100_000 + 1000L * index,
                        Timing.DURING_SUSPENSION))
            .toList();
    PolicyFrontier frontier =
        new PolicyFrontier(
            List.of(0.5, 0.8, 0.95), new Displacement(0.35, "the planted displacement"));
    List<PolicyOption> options = frontier.compare(sessions);
    return new Policies(
        options,
        Set.of(options.get(3)),
        SampleReport.RUPIAH,
        Optional.of(SampleReport.money(1_234_567_890, 221_000_000)));
  }

  static ContentScores contentScores() {
    List<Metric> metrics = new ArrayList<>();
    for (String evaluation : List.of("Held-out texts, split by template", "Functional tests")) {
      for (String model : List.of("Classifier", "Regexp baseline")) {
        double quality = model.equals("Classifier") ? 0.71 : 0.44;
        for (String slice : List.of("all", "protest without violence")) {
          metrics.add(
              new Metric(model, evaluation, slice, "recall", "Recall", Optional.of(quality), 112));
          metrics.add(
              new Metric(
                  model,
                  evaluation,
                  slice,
                  "precision",
                  "Precision",
                  Optional.of(quality - 0.2),
                  112));
        }
        metrics.add(
            new Metric(model, evaluation, "slang", "recall", "Recall", Optional.empty(), 0));
      }
    }
    return new ContentScores(
        metrics,
        List.of(
            "Trained on 400 texts written for this project.",
            "The failures are shown as they are."));
  }

  static DataAccount dataAccount() {
    return new DataAccount(
        List.of(
            new Input("suspensions", "silver.suspension", 43, 41, 1, 1, List.of()),
            new Input(
                "transactions",
                "silver.transaction",
                1_049_000,
                1_048_312,
                488,
                200,
                List.of(
                    new Reason("amount is negative", 300),
                    new Reason("province is not known: Atlantis", 188))),
            new Input("merchants", "silver.merchant", 1190, 1184, 4, 1, List.of())));
  }

  static Anomalies anomalies() {
    return new Anomalies(
        List.of(
            new Verdict(
                "silver.transaction",
                "release_of_one_period",
                "all 16,679 rows that count from release 2017-08 carry the period 2017-07",
                Status.WARN),
            new Verdict(
                "silver.transaction",
                "volume",
                "2017-10 has 14,753 rows where about 15,742 are usual; accepted: still on its way",
                Status.ACCEPT),
            new Verdict(
                "silver.transaction",
                "unique",
                "no key repeats among 591,678 rows",
                Status.PASSED)));
  }

  static Provenance provenance() {
    return new Provenance(
        "Dampak, study “TikTok LIVE off”, run 01JD3K, code b872cac, 24 November 2026.",
        List.of("git checkout b872cac", "jobs/bin/dampak run --study jobs/studies/indonesia.yaml"),
        "9f2c4e1a7b3d5f60812c4e1a7b3d5f60812c4e1a7b3d5f60812c4e1a7b3d5f60",
        "01JD3K7Q",
        "b872cac",
        20250830,
        List.of(new TableVersion("silver.transaction", "3"), new TableVersion("gold.panel", "1")),
        List.of(
            new InputFile(
                "transactions.csv.gz",
                "b5d4045c3f466fa91fe2cc6abe79232a1a57cdf104f7a26e716e0a1e2789df78")));
  }
}
