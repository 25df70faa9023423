package id.dampak.study;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.contract.Rule;
import id.dampak.contract.Severity;
import id.dampak.contract.Transaction;
import id.dampak.format.Mapping;
import id.dampak.format.Mapping.Arithmetic;
import id.dampak.format.Mapping.BlankParts;
import id.dampak.format.Mapping.RowNumber;
import id.dampak.format.NumberStyle;
import id.dampak.study.Input.Notation;
import id.dampak.study.Specification.Aggregation;
import id.dampak.study.Specification.Clip;
import id.dampak.study.Specification.FixedEffectDegrees;
import id.dampak.study.Specification.Outcome;
import id.dampak.study.Specification.Role;
import id.dampak.study.Specification.Weights;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyFileTest {
  @TempDir Path folder;

  @Test
  void aFileWithEveryKeyBecomesTheStudyItDeclares() {
    Study study = StudyExample.read(folder, StudyExample.TEXT);

    assertThat(study)
        .isEqualTo(
            new Study(
                "example",
                "An example",
                "What did it cost?",
                "market",
                Study.Origin.REAL,
                Study.Identifiers.PSEUDONYMS,
                new Study.Money("IDR", 0),
                7,
                Study.Regions.AS_IS,
                "Asia/Jakarta",
                List.of(orders()),
                Period.DAY,
                days("2025-01-01", "2025-03-01"),
                new SuspensionFilter(
                    List.of("TikTok"),
                    List.of("LIVE"),
                    List.of("Indonesia"),
                    List.of("confirmed"),
                    days("2025-02-01", "2025-02-10")),
                new Exposure.FeatureShare("live", days("2025-01-01", "2025-02-01")),
                List.of(Study.Dimension.SIZE_CLASS, Study.Dimension.REGION),
                5,
                Study.Disclosure.STRICT,
                0.9,
                Optional.of(new Study.Policy(List.of(0.2, 0.6), 0.25)),
                study.accounting(),
                new QualityRules(List.of(fewer(), accepted())),
                List.of(headline(), placebo()),
                study.canonical(),
                Optional.empty()));
    assertThat(study.hash()).matches("[0-9a-f]{64}");
  }

  private static QualityRules.Change fewer() {
    return new QualityRules.Change(
        Transaction.TABLE,
        rule("volume"),
        Optional.empty(),
        Optional.of(Severity.STOP),
        OptionalDouble.of(9),
        "The shop closes on holidays.");
  }

  private static QualityRules.Change accepted() {
    return new QualityRules.Change(
        Transaction.TABLE,
        rule("set_aside"),
        Optional.of("orders: total is missing"),
        Optional.of(Severity.ACCEPT),
        OptionalDouble.empty(),
        "Gifts have no price.");
  }

  private static Rule rule(String name) {
    return Transaction.TABLE.rules().stream()
        .filter(rule -> rule.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Input orders() {
    return new Input(
        "orders",
        Input.Target.TRANSACTION,
        Input.Format.CSV,
        List.of(folder.resolve("orders.csv"), folder.resolve("more/*.csv")),
        "Asia/Makassar",
        Map.of("Indonesia", "Asia/Jayapura"),
        new Notation(Optional.of("dd/MM/yyyy"), Optional.of(NumberStyle.INDONESIAN)),
        Map.of(
            "merchant_id",
            Mapping.column("shop"),
            "channel",
            Mapping.constant("live"),
            "transaction_id",
            new Mapping(
                List.of("order", "line"),
                BlankParts.KEPT,
                RowNumber.APPENDED,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Arithmetic.NONE,
                List.of()),
            "amount",
            new Mapping(
                List.of("total"),
                BlankParts.MISSING,
                RowNumber.LEFT_OUT,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                new Arithmetic(
                    Optional.of("pieces"),
                    Optional.of("packs"),
                    new BigDecimal("0.5"),
                    List.of("refund_amount")),
                List.of()),
            "region",
            new Mapping(
                List.of(),
                BlankParts.MISSING,
                RowNumber.LEFT_OUT,
                Optional.empty(),
                Optional.of("(.+)-orders.*"),
                Map.of(),
                Arithmetic.NONE,
                List.of()),
            "status",
            Mapping.column("state").recoded(Map.of("Batal*", "cancelled"))),
        Input.Delivery.INCREMENTS,
        Optional.of(days("2025-01-01", "2025-02-01")),
        Optional.empty(),
        new Persons(List.of("Nama Penerima"), List.of("creator")));
  }

  private static Specification headline() {
    return new Specification(
        "headline",
        Method.EXPOSURE_EVENT_STUDY,
        Role.RESULT,
        Aggregation.UNIT,
        new Outcome.RelativeToBaseline(),
        Optional.empty(),
        List.of(),
        0,
        3,
        2,
        List.of("unit", "region^period"),
        List.of("unit"),
        FixedEffectDegrees.NESTED,
        MethodOptions.defaults());
  }

  private static Specification placebo() {
    return new Specification(
        "placebo",
        Method.DIFFERENCE_IN_DIFFERENCES,
        Role.PLACEBO,
        Aggregation.UNIT,
        new Outcome.LogRatio(7, Weights.LAGGED_OUTCOME),
        Optional.of(new Clip(0.1, 0.9)),
        List.of(LocalDate.of(2025, 1, 20).atStartOfDay(), LocalDate.of(2025, 1, 21).atStartOfDay()),
        -14,
        0,
        0,
        List.of("unit", "period"),
        List.of("region", "period"),
        FixedEffectDegrees.ALL,
        MethodOptions.defaults());
  }

  @Test
  void whatIsLeftOutHasItsDocumentedDefault() {
    Study study =
        StudyExample.read(
            folder,
            """
            study: small
            title: T
            question: Q
            origin: synthetic
            currency: {code: USD, minor_digits: 2}
            seed: 1
            regions: indonesia
            time_zone: UTC
            inputs:
              shops: {table: merchant, format: parquet}
            period: month
            window: {from: 2025-01-01, until: 2025-03-01}
            suspensions: {from: 2025-02-01, until: 2025-02-10}
            exposure: {by: region_membership, baseline: {from: 2025-01-01, until: 2025-02-01}}
            specifications:
              - {name: only, method: difference_in_differences, outcome: {scale: level}}
            """);

    assertThat(study.dataset()).isEqualTo("small");
    assertThat(study.identifiers()).isEqualTo(Study.Identifiers.AS_THEY_ARE);
    assertThat(study.dimensions()).isEmpty();
    assertThat(study.minimumUnits()).isEqualTo(10);
    assertThat(study.confidenceLevel()).isEqualTo(0.95);
    assertThat(study.policy()).isEmpty();
    assertThat(study.accounting()).isEqualTo(Accounting.USUAL);
    assertThat(study.suspensions().platforms()).isEmpty();
    assertThat(study.suspensions().statuses()).isEmpty();
    assertThat(study.inputs())
        .containsExactly(
            new Input(
                "shops",
                Input.Target.MERCHANT,
                Input.Format.PARQUET,
                List.of(),
                "UTC",
                Map.of(),
                new Notation(Optional.empty(), Optional.empty()),
                Map.of(),
                Input.Delivery.SNAPSHOT,
                Optional.empty(),
                Optional.empty(),
                Persons.NONE));
    assertThat(study.specifications())
        .containsExactly(
            new Specification(
                "only",
                Method.DIFFERENCE_IN_DIFFERENCES,
                Role.RESULT,
                Aggregation.UNIT,
                new Outcome.Level(),
                Optional.empty(),
                List.of(),
                0,
                0,
                0,
                List.of(),
                List.of(),
                FixedEffectDegrees.NESTED,
                MethodOptions.defaults()));
  }

  @Test
  void aSingleValueStandsForAListOfOne() {
    Study study =
        StudyExample.read(folder, StudyExample.with("platforms: [TikTok]", "platforms: TikTok"));

    assertThat(study.suspensions().platforms()).containsExactly("TikTok");
  }

  @Test
  void monthsMayBeWrittenWithoutTheirDay() {
    String text =
        StudyExample.with("period: day", "period: month")
            .replace("sample: [2025-01-20, 2025-01-21]", "sample: [2025-01, 2025-02-01]");

    assertThat(StudyExample.read(folder, text).specifications().get(1).sample())
        .containsExactly(
            LocalDate.of(2025, 1, 1).atStartOfDay(), LocalDate.of(2025, 2, 1).atStartOfDay());
  }

  @Test
  void anAnchorMayBeUsedAgain() {
    String text =
        StudyExample.with("clusters: [unit]", "clusters: &c [unit]")
            .replace("clusters: [region, period]", "clusters: *c");

    assertThat(StudyExample.read(folder, text).specifications().get(1).clusters())
        .containsExactly("unit");
  }

  private static Window days(String from, String until) {
    return new Window(LocalDate.parse(from), LocalDate.parse(until));
  }
}
