package id.dampak.job;

import static id.dampak.Conformance.assertConforms;
import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.Repository;
import id.dampak.Rows;
import id.dampak.SharedSpark;
import id.dampak.StudyText;
import id.dampak.contract.Content;
import id.dampak.contract.JobRun;
import id.dampak.contract.Quarantine;
import id.dampak.contract.Suspension;
import id.dampak.contract.Table;
import id.dampak.contract.Transaction;
import id.dampak.lake.Lake;
import id.dampak.privacy.DecodedFiles;
import id.dampak.privacy.PseudonymKey;
import id.dampak.privacy.Pseudonyms;
import id.dampak.privacy.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What services answer in JSON, tables of any source, and the core of the STOP registry, with their
 * quirks. What the figures are made of stands in the fixtures, a row a case.
 */
@Tag("spark")
class JsonFormatsTest {
  private static final Path PAGE = Repository.path("jobs/docs/formats.md");

  private static final PseudonymKey KEY = PseudonymKey.random();
  private static final String G100 = new Pseudonyms(KEY).of(Subject.MERCHANT, "G100");

  @TempDir static Path folder;

  private static Lake lake() {
    return new Lake(SharedSpark.session(), folder.resolve("lake"));
  }

  @BeforeAll
  static void landAndClean() {
    StudyText study =
        StudyText.daily()
            .with("regions", "as_is")
            .with("identifiers", "pseudonyms")
            .with(
                "inputs",
                "{"
                    + input("midtrans", "midtrans/payments.json")
                    + input("cloudflare_radar", "cloudflare_radar/outages.json")
                    + input("texts", "texts/texts.jsonl")
                    + input("json_lines", "json_lines/orders.jsonl, table: transaction")
                    + input("stop", "stop/core.csv")
                    + input("csv", "csv/orders.csv, table: transaction")
                    + input("parquet", "parquet/orders.parquet, table: transaction")
                    + "}");
    new Runner(lake(), Progress.silent(), Derivation.OF_WHAT_CHANGED, Optional.of(KEY))
        .run(study.read(), List.of(Pipeline.named("land"), Pipeline.named("clean")))
        .requireWhole();
  }

  private static String input(String format, String file) {
    Path path = Repository.path("jobs/src/test/resources/formats");
    return "%s: {format: %s, files: %s/%s},".formatted(format, format, path, file);
  }

  @Test
  void everyRowIsOutQuarantinedOrARepeatAsTheDocumentSays() throws IOException {
    List<String> page = Files.readAllLines(PAGE);
    List<String> counts =
        Rows.texts(
            lake().read(JobRun.TABLE).filter(JobRun.JOB.col().equalTo("clean")),
            "subject",
            "rows_in",
            "rows_out",
            "rows_quarantined",
            "rows_duplicate");
    assertThat(counts)
        .containsExactly(
            "cloudflare_radar | 6 | 3 | 2 | 1",
            "csv | 6 | 2 | 2 | 2",
            "json_lines | 5 | 2 | 2 | 1",
            "midtrans | 11 | 8 | 2 | 1",
            "parquet | 4 | 2 | 1 | 1",
            "stop | 4 | 2 | 1 | 1",
            "texts | 7 | 3 | 3 | 1");
    for (String line : counts) {
      List<Long> rows = Arrays.stream(line.split(" \\| ", -1)).skip(1).map(Long::valueOf).toList();
      assertThat(rows.get(0)).isEqualTo(rows.get(1) + rows.get(2) + rows.get(3));
      assertThat(page).as(line).contains("| `" + line.replaceFirst(" ", "` ") + " |");
    }
  }

  @Test
  void aPaymentIsASaleOnceItIsSettledAndNoFraud() {
    assertThat(
            rows(
                Transaction.TABLE,
                "midtrans",
                "transaction_id",
                "merchant_id",
                "occurred_at",
                "channel",
                "amount",
                "refund_amount",
                "status"))
        .containsExactly(
            "a1 | " + G100 + " | 2025-08-30 13:40:00 | qris | 23000 | null | completed",
            "a2 | " + G100 + " | 2025-08-30 14:00:00 | credit_card | 50000 | null | pending",
            "a3 | " + G100 + " | 2025-08-31 02:00:00 | gopay | 40000 | null | completed",
            "a4 | " + G100 + " | 2025-08-31 03:00:00 | bank_transfer | 10000 | null | cancelled",
            "a5 | " + G100 + " | 2025-08-31 04:00:00 | qris | 45000 | 15000 | completed",
            "a6 | " + G100 + " | 2025-08-31 05:00:00 | qris | 0 | 70000 | returned",
            "a7 | " + G100 + " | 2025-08-31 06:00:00 | qris | 80000 | null | returned",
            "a8 | " + G100 + " | 2025-08-31 07:00:00 | qris | 80000 | null | cancelled");
  }

  @Test
  void anOutageIsASuspensionOfEveryPlatformThatGoesOnUntilItsEnd() {
    assertThat(
            rows(
                Suspension.TABLE,
                "cloudflare_radar",
                "suspension_id",
                "platform",
                "feature",
                "country",
                "region_code",
                "started_at",
                "ended_at",
                "end_status",
                "reason",
                "note"))
        .containsExactly(
            "radar-11 | * | * | ID | Papua | 2025-08-30 13:40:00 | 2025-09-02 04:00:00 | ended"
                + " | GOVERNMENT_DIRECTED: REGIONAL"
                + " | Mobile data off after a protest; only the networks 7713, 23693",
            "radar-12 | * | * | NP, IN | * | 2025-09-04 12:00:00 | 2025-09-09 03:00:00 | ended"
                + " | CABLE_CUT: NATIONWIDE | null",
            "radar-13 | * | * | KE | * | 2025-09-05 00:00:00 | null | ongoing"
                + " | POWER_OUTAGE: NETWORK | null");
  }

  @Test
  void theCoreOfTheRegistryIsTypedAsTheCombinedSheetIs() {
    assertThat(
            rows(Suspension.TABLE, "stop", "platform", "feature", "ended_precision", "end_status"))
        .containsExactly("TikTok | * | null | ongoing", "TikTok | LIVE | minute | ended");
  }

  @Test
  void textsWithoutALevelAreKeptAndAFamilyOfTheirOwn() {
    assertThat(
            rows(
                Content.TABLE,
                "texts",
                "content_id",
                "platform",
                "published_at",
                "level",
                "family"))
        .containsExactly(
            "t1 | TikTok | 2025-08-30 13:41:00 | 1 | f1",
            "t2 | TikTok | 2025-08-30 13:42:00 | 0 | t2",
            "t3 | null | null | null | t3");
  }

  @Test
  void aLineOfJsonIsARowLikeAnyOther() {
    assertThat(
            rows(Transaction.TABLE, "json_lines", "transaction_id", "amount", "channel", "status"))
        .containsExactly("1 | 25000 | live | returned", "2 | 12500 | unknown | cancelled");
  }

  @Test
  void anyTableOfCanonicalNamesIsReadAsItIs() {
    String[] columns = {"transaction_id", "amount", "channel", "status", "updated_at"};
    // The return tells of the latest moment, though another row of the order stands below it.
    assertThat(rows(Transaction.TABLE, "csv", columns))
        .containsExactly(
            "c1 | 25000 | live | returned | 2025-09-02 09:00:00",
            "c2 | 12500 | unknown | completed | null");
    assertThat(rows(Transaction.TABLE, "parquet", columns))
        .containsExactly(
            "p1 | 1500 | live | completed | null", "p2 | 12500 | unknown | cancelled | null");
  }

  @Test
  void whatCannotBeUsedIsSetAsideWithItsReason() {
    assertThat(Rows.texts(lake().read(Quarantine.TABLE), "input", "source_row", "reasons"))
        .containsExactly(
            "cloudflare_radar | 5 | [eventType TRAFFIC_ANOMALY is no outage]",
            "cloudflare_radar | 6 | [locations is missing,"
                + " endDate 2025-09-06T00:00:00Z is not after startDate 2025-09-07T00:00:00Z]",
            "csv | 5 | [currency \"USD\" is not that of the study, IDR]",
            "csv | 6 | [the row has 7 fields, but the header has 9; what it holds is not kept,"
                + " because personal fields may be among it, transaction_id is missing,"
                + " merchant_id is missing, occurred_at is missing, amount is missing]",
            "json_lines | 3 | [amount is missing]",
            "json_lines | 5 | [the line is no valid JSON from character 41; what it holds is not"
                + " kept, because personal fields may be among it, transaction_id is missing,"
                + " merchant_id is missing, occurred_at is missing, amount is missing]",
            "midtrans | 10 | [occurred_at \"31/08/2025 15:00\" is not an ISO date or time, status"
                + " \"settled//\" is none of [completed, cancelled, returned, pending], amount \"Rp"
                + " 90.000\" is not a number, or too large a one, gross_amount \"Rp 90.000\" is not"
                + " a number, or too large a one]",
            "midtrans | 11 | [the row is no JSON object, transaction_id is missing,"
                + " merchant_id is missing, occurred_at is missing, amount is missing]",
            "parquet | 4 | [occurred_at is missing]",
            "stop | 4 | [end_date 2025-03-04 is before start_date 2025-03-05]",
            "texts | 4 | [level \"9\" is not a level from 0 to 4]",
            "texts | 5 | [text is missing]",
            "texts | 6 | [the line is no valid JSON from character 35; what it holds is not kept,"
                + " because personal fields may be among it, content_id is missing, text is"
                + " missing]");
  }

  @Test
  void noFileOfTheLakeHoldsWhatIsPlantedNorTheNumberOfAMerchant() {
    // The pseudonym is found by the same search, or it would prove nothing.
    assertThat(
            new DecodedFiles(folder.resolve("lake"))
                .holding(List.of("RAHASIA", "PLANTED-", "G100", G100)))
        .containsOnlyKeys(G100);
  }

  private static List<String> rows(Table table, String input, String... columns) {
    Dataset<Row> rows = lake().read(table);
    assertConforms(table, rows);
    return Rows.texts(rows.filter(id.dampak.contract.Landed.INPUT.col().equalTo(input)), columns);
  }
}
