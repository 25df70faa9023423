package id.dampak.job;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.StudyText;
import id.dampak.contract.EstimateRow;
import id.dampak.contract.Field;
import id.dampak.contract.PublishedLoss;
import id.dampak.contract.PublishedSales;
import id.dampak.contract.Table;
import id.dampak.contract.VerdictRow;
import id.dampak.method.Analysis;
import id.dampak.report.Answer;
import id.dampak.report.Credibility;
import id.dampak.report.KeyFigures;
import id.dampak.report.NoAnswer;
import id.dampak.report.Withheld;
import id.dampak.study.Study;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.junit.jupiter.api.Test;

/** What a report may tell of results, beside what has been released. */
class FindingsTest {
  private static final Study STUDY =
      StudyText.daily()
          .with(
              "specifications",
              """
              [{name: headline, method: exposure_event_study, outcome: {scale: relative_to_baseline},
                leads: 4, lags: 5, fixed_effects: [unit, period], clusters: [unit]}]
              """)
          .read();

  @Test
  void whereAllMerchantsTogetherAreTooFewNoEstimateIsTold() {
    Findings findings = findings("run-1", "run-1", true).released(List.of(total(false)));

    assertThat(findings.estimates()).isEmpty();
    assertThat(findings.losses()).isEmpty();
    assertThat(new FindingSections(findings).answer())
        .isInstanceOfSatisfying(
            Withheld.class, told -> assertThat(told.reason()).contains("Too few merchants"));
    assertThat(new FindingSections(findings).keyFigures().figures()).isEmpty();
  }

  @Test
  void whereNothingHasBeenReleasedNoEstimateIsTold() {
    Findings findings = findings("run-1", "run-1", true).released(List.of());

    assertThat(findings.estimates()).isEmpty();
    assertThat(new FindingSections(findings).answer()).isInstanceOf(Withheld.class);
  }

  @Test
  void anEstimateThatFewMerchantsStandBehindIsNotToldThoughAllTogetherAreMany() {
    Findings findings = findings("run-1", "run-1", false).released(List.of(total(true)));

    assertThat(findings.estimates()).isEmpty();
    assertThat(new FindingSections(findings).answer())
        .isInstanceOfSatisfying(
            Withheld.class, told -> assertThat(told.reason()).contains("Fewer merchants"));
  }

  @Test
  void anOlderReleaseIsNamedWhereItsLossesStandBesideNewerEstimates() {
    Findings older = findings("run-2", "run-1", true).released(List.of(total(true)));
    Findings fresh = findings("run-2", "run-2", true).released(List.of(total(true)));

    assertThat(notes(older)).anyMatch(note -> note.contains("as run run-1 released it"));
    assertThat(new LossSection(STUDY, older).section().note()).contains("run run-1");
    assertThat(notes(fresh)).noneMatch(note -> note.contains("released"));
    assertThat(new LossSection(STUDY, fresh).section().note()).doesNotContain("released");
  }

  private static List<String> notes(Findings findings) {
    return ((Answer) new FindingSections(findings).answer()).notes();
  }

  private static Findings findings(String estimatedBy, String releasedBy, boolean published) {
    return new Findings(
        STUDY,
        List.of(
            row(
                EstimateRow.TABLE,
                Map.of(
                    EstimateRow.SPECIFICATION,
                    "headline",
                    EstimateRow.TERM,
                    "another",
                    EstimateRow.OBSERVATIONS,
                    900L,
                    EstimateRow.CLUSTERS,
                    90L,
                    EstimateRow.RUN_ID,
                    estimatedBy))),
        List.of(),
        List.of(
            row(
                PublishedLoss.TABLE,
                published
                    ? Map.of(
                        PublishedLoss.SPECIFICATION,
                        "headline",
                        PublishedLoss.DIMENSION,
                        Analysis.TOTAL,
                        PublishedLoss.PUBLISHED,
                        true,
                        PublishedLoss.UNITS,
                        90L,
                        PublishedLoss.ESTIMATE,
                        50.0,
                        PublishedLoss.RUN_ID,
                        releasedBy)
                    : Map.of(
                        PublishedLoss.SPECIFICATION,
                        "headline",
                        PublishedLoss.DIMENSION,
                        Analysis.TOTAL,
                        PublishedLoss.PUBLISHED,
                        false,
                        PublishedLoss.RUN_ID,
                        releasedBy))),
        List.of(),
        Judgement.NONE,
        Optional.empty());
  }

  @Test
  void whatTheDataDoNotIdentifyHasNoNumber() {
    Findings findings = judged("not_identified", "Trends differed.");

    assertThat(new FindingSections(findings).answer())
        .isInstanceOfSatisfying(
            NoAnswer.class, told -> assertThat(told.reason()).startsWith("Trends differed."));
    assertThat(findings.totalLoss("headline")).isEmpty();
    assertThat(new FindingSections(findings).keyFigures().figures())
        .extracting(KeyFigures.KeyFigure::label)
        .containsExactly("Observations");
    assertThat(new CredibilitySection(findings).section().standing())
        .contains(Credibility.Standing.NOT_IDENTIFIED);
  }

  @Test
  void aFragileAnswerSaysSo() {
    Findings findings = judged("fragile", "One event.");

    assertThat(notes(findings)).contains("The answer is fragile. One event.");
    assertThat(findings.totalLoss("headline")).isPresent();
  }

  private static Findings judged(String standing, String reason) {
    Findings found = findings("run-1", "run-1", true);
    return new Findings(
            found.study(),
            found.estimates(),
            found.path(),
            found.losses(),
            found.refusals(),
            new Judgement(List.of(overall(standing, reason)), List.of()),
            Optional.empty())
        .judged();
  }

  private static FieldReader overall(String standing, String reason) {
    return row(
        VerdictRow.TABLE,
        Map.of(
            VerdictRow.TOPIC, VerdictRow.OVERALL,
            VerdictRow.STANDING, standing,
            VerdictRow.REASON, reason));
  }

  private static FieldReader total(boolean published) {
    return row(
        PublishedSales.TABLE,
        Map.of(
            PublishedSales.REGION_CODE, PublishedSales.ALL,
            PublishedSales.SIZE_CLASS, PublishedSales.ALL,
            PublishedSales.SECTOR, PublishedSales.ALL,
            PublishedSales.PUBLISHED, published));
  }

  private static FieldReader row(Table table, Map<Field, Object> values) {
    return new FieldReader(
        new GenericRowWithSchema(
            table.fields().stream().map(values::get).toArray(), table.schema()));
  }
}
