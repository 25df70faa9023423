package id.dampak.job;

import id.dampak.contract.Attribution;
import id.dampak.contract.CleanedFile;
import id.dampak.contract.Content;
import id.dampak.contract.ContentScore;
import id.dampak.contract.Episode;
import id.dampak.contract.EstimateRow;
import id.dampak.contract.EvaluationText;
import id.dampak.contract.EventStudy;
import id.dampak.contract.Exposure;
import id.dampak.contract.HiddenCell;
import id.dampak.contract.Landed;
import id.dampak.contract.LandedFile;
import id.dampak.contract.LiveSession;
import id.dampak.contract.Loss;
import id.dampak.contract.LossAccount;
import id.dampak.contract.LossEquality;
import id.dampak.contract.Merchant;
import id.dampak.contract.ModelMetric;
import id.dampak.contract.PanelCell;
import id.dampak.contract.PolicyOption;
import id.dampak.contract.Power;
import id.dampak.contract.Profile;
import id.dampak.contract.PublishedAccount;
import id.dampak.contract.PublishedLoss;
import id.dampak.contract.PublishedSales;
import id.dampak.contract.Quality;
import id.dampak.contract.Quarantine;
import id.dampak.contract.Refusal;
import id.dampak.contract.Release;
import id.dampak.contract.ReleasedSales;
import id.dampak.contract.Robustness;
import id.dampak.contract.Suspension;
import id.dampak.contract.Transaction;
import id.dampak.contract.Unit;
import id.dampak.contract.VerdictRow;
import id.dampak.contract.Watermark;
import id.dampak.error.DataErrors;
import java.util.List;
import java.util.stream.Collectors;

/** Every job, in the order in which they run: the table of contents of the program. */
public final class Pipeline {
  static final String CLEAN = "clean";
  static final String BUILD_PANEL = "build-panel";
  static final String ESTIMATE = "estimate";
  static final String ACCOUNT = "account";
  static final String TRAIN = "train";
  static final String SCORE = "score";
  static final String COMPARE_POLICIES = "compare-policies";

  static final Job REPORT =
      new Job(
          "report",
          "Writes the report of the study.",
          List.of(
              EstimateRow.TABLE,
              EventStudy.TABLE,
              PublishedSales.TABLE,
              PublishedLoss.TABLE,
              PublishedAccount.TABLE,
              LossEquality.TABLE,
              Refusal.TABLE,
              Robustness.TABLE,
              VerdictRow.TABLE,
              PolicyOption.TABLE,
              ModelMetric.TABLE,
              Episode.TABLE,
              Quarantine.TABLE,
              Quality.TABLE),
          List.of(),
          WriteReport::run);

  public static final List<Job> JOBS =
      List.of(
          new Job(
              "load-reference",
              "Brings provinces, size classes, sectors and holidays into the lake where they are new.",
              List.of(),
              LoadReference.WRITES,
              LoadReference::run),
          new Job(
              "land",
              "Brings the input files into the lake, every field as its source said it.",
              List.of(),
              List.of(
                  Landed.SUSPENSION,
                  Landed.TRANSACTION,
                  Landed.ATTRIBUTION,
                  Landed.MERCHANT,
                  Landed.LIVE_SESSION,
                  Landed.CONTENT,
                  Landed.EVALUATION_TEXT,
                  LandedFile.TABLE),
              LandFiles::run),
          new Job(
              CLEAN,
              "Types, deduplicates and brings to UTC what landed; sets aside what cannot be typed.",
              List.of(
                  Landed.SUSPENSION,
                  Landed.TRANSACTION,
                  Landed.ATTRIBUTION,
                  Landed.MERCHANT,
                  Landed.LIVE_SESSION,
                  Landed.CONTENT,
                  Landed.EVALUATION_TEXT,
                  LandedFile.TABLE),
              List.of(
                  Suspension.TABLE,
                  Transaction.TABLE,
                  Attribution.TABLE,
                  Merchant.TABLE,
                  LiveSession.TABLE,
                  Content.TABLE,
                  EvaluationText.TABLE,
                  Quarantine.TABLE,
                  CleanedFile.TABLE),
              CleanRows::run),
          new Job(
              "check",
              "Measures the quality rules of the cleaned tables.",
              List.of(
                  Landed.TRANSACTION,
                  LandedFile.TABLE,
                  Suspension.TABLE,
                  Transaction.TABLE,
                  Attribution.TABLE,
                  Merchant.TABLE,
                  LiveSession.TABLE,
                  Content.TABLE,
                  EvaluationText.TABLE,
                  Quarantine.TABLE),
              List.of(Profile.TABLE, Quality.TABLE, Watermark.TABLE),
              CheckQuality::run),
          new Job(
              BUILD_PANEL,
              "Joins suspensions with sales: episodes, exposed units, suspended periods, sparse"
                  + " cells.",
              List.of(Suspension.TABLE, Transaction.TABLE, Attribution.TABLE, Merchant.TABLE),
              List.of(PanelCell.TABLE, Episode.TABLE, Unit.TABLE, Exposure.TABLE, Watermark.TABLE),
              BuildPanel::run),
          new Job(
              ESTIMATE,
              "Estimates every specification of the study, with losses in money and their"
                  + " intervals, and judges whether the headline can be believed.",
              List.of(Unit.TABLE, PanelCell.TABLE, Exposure.TABLE),
              List.of(
                  EstimateRow.TABLE,
                  EventStudy.TABLE,
                  Loss.TABLE,
                  Refusal.TABLE,
                  Robustness.TABLE,
                  VerdictRow.TABLE),
              EstimateStudy::run),
          new Job(
              ACCOUNT,
              "Splits the loss of the headline into gross, displaced, recovered and net, in all and"
                  + " by group.",
              List.of(Unit.TABLE, PanelCell.TABLE, Exposure.TABLE),
              List.of(LossAccount.TABLE, LossEquality.TABLE),
              AccountLosses::run),
          new Job(
              TRAIN,
              "Trains the classifier of inciting texts and measures it on texts it has not seen.",
              List.of(Content.TABLE, EvaluationText.TABLE),
              List.of(ModelMetric.TABLE),
              TrainClassifier::run),
          new Job(
              SCORE,
              "Scores the text of every live session.",
              List.of(LiveSession.TABLE, Episode.TABLE),
              List.of(ContentScore.TABLE),
              ScoreSessions::run),
          new Job(
              COMPARE_POLICIES,
              "Puts the blanket suspension beside stopping only sessions that score above a"
                  + " threshold.",
              List.of(ContentScore.TABLE, LiveSession.TABLE),
              List.of(PolicyOption.TABLE),
              ComparePolicies::run),
          new Job(
              "publish",
              "Releases what may be shown of sales and losses without telling of single merchants.",
              List.of(
                  Unit.TABLE,
                  PanelCell.TABLE,
                  Exposure.TABLE,
                  EventStudy.TABLE,
                  Loss.TABLE,
                  LossAccount.TABLE),
              List.of(
                  HiddenCell.TABLE,
                  ReleasedSales.TABLE,
                  Release.TABLE,
                  PublishedSales.TABLE,
                  PublishedLoss.TABLE,
                  PublishedAccount.TABLE),
              PublishTables::run),
          REPORT);

  private Pipeline() {}

  /** The job of this name. */
  public static Job named(String name) {
    return JOBS.stream()
        .filter(job -> job.name().equals(name))
        .findFirst()
        .orElseThrow(() -> DataErrors.noSuchJob(name, names()));
  }

  /** The job of this name and all after it. */
  public static List<Job> from(String name) {
    return JOBS.subList(JOBS.indexOf(named(name)), JOBS.size());
  }

  /** No part of a run: a command asks for it, with a question of its own. */
  static Job power(Job.Action action) {
    return new Job(
        "power",
        "Tells from the data before the suspension what loss the study could detect.",
        List.of(Unit.TABLE, PanelCell.TABLE, Exposure.TABLE),
        List.of(Power.TABLE),
        action);
  }

  private static String names() {
    return JOBS.stream().map(Job::name).collect(Collectors.joining(", "));
  }
}
