package id.dampak.job;

import static id.dampak.Conformance.assertConforms;
import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.Repository;
import id.dampak.Rows;
import id.dampak.SharedSpark;
import id.dampak.contract.Attribution;
import id.dampak.contract.JobRun;
import id.dampak.contract.Landed;
import id.dampak.contract.PanelCell;
import id.dampak.contract.Quarantine;
import id.dampak.contract.Table;
import id.dampak.contract.Transaction;
import id.dampak.lake.Lake;
import id.dampak.privacy.DecodedFiles;
import id.dampak.privacy.PseudonymKey;
import id.dampak.privacy.Pseudonyms;
import id.dampak.privacy.Subject;
import id.dampak.study.Input;
import id.dampak.study.Inputs;
import id.dampak.study.Study;
import id.dampak.study.StudyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The exports of sellers, with their quirks, through the study that is bundled for them. What the
 * figures are made of stands in the fixtures, a row a case.
 */
@Tag("spark")
class FormatsTest {
  private static final Path FIXTURES = Repository.path("jobs/src/test/resources/formats");
  private static final Path PAGE = Repository.path("jobs/docs/formats.md");

  private static final PseudonymKey KEY = PseudonymKey.random();
  private static final String MELATI =
      new Pseudonyms(KEY).of(Subject.MERCHANT, "toko-melati"); // as the names of files say

  @TempDir static Path folder;

  private static Lake lake() {
    return new Lake(SharedSpark.session(), folder.resolve("lake"));
  }

  @BeforeAll
  static void landAndClean() {
    Study study =
        Inputs.overridden(
            StudyFile.read(Repository.path("jobs/studies/seller-exports.yaml")),
            List.of(
                "tiktok=" + FIXTURES.resolve("tiktok_orders/*.csv"),
                "tiktok_affiliate=" + FIXTURES.resolve("tiktok_affiliate/*.csv"),
                "shopee=" + FIXTURES.resolve("shopee_orders/*.csv"),
                "shopee_english=" + FIXTURES.resolve("shopee_orders/english/*.csv"),
                "shopee_affiliate=" + FIXTURES.resolve("shopee_affiliate/*.csv"),
                "tokopedia=" + FIXTURES.resolve("tokopedia_orders/*.csv")));
    Runner.Outcome outcome =
        new Runner(lake(), Progress.silent(), Derivation.OF_WHAT_CHANGED, Optional.of(KEY))
            .run(
                study,
                List.of(
                    Pipeline.named("land"),
                    Pipeline.named("clean"),
                    Pipeline.named("build-panel")));
    outcome.requireWhole();
  }

  @Test
  void everyRowIsOutQuarantinedOrARepeatAsTheDocumentSays() throws IOException {
    List<String> page = Files.readAllLines(PAGE);
    List<String> counts =
        Rows.texts(
            lake()
                .read(JobRun.TABLE)
                .filter(JobRun.JOB.col().equalTo("clean"))
                .filter(JobRun.SUBJECT.col().notEqual("registry")),
            "subject",
            "rows_in",
            "rows_out",
            "rows_quarantined",
            "rows_duplicate");

    assertThat(counts).hasSize(6);
    assertThat(counts)
        .allSatisfy(
            line -> {
              List<Long> rows =
                  Arrays.stream(line.split(" \\| ", -1)).skip(1).map(Long::valueOf).toList();
              assertThat(rows.get(0)).isEqualTo(rows.get(1) + rows.get(2) + rows.get(3));
              assertThat(page)
                  .as("row of %s", PAGE)
                  .contains("| `" + line.replaceFirst(" ", "` ") + " |");
            });
  }

  @Test
  void aSaleIsALineOfAnOrderWithItsOwnNetValue() {
    // Line 1: 2 × 75,000 − 10,000 − 15,000. Order 2: (2 × 40,000 − 8,000), one of two returned.
    assertThat(
            sales(
                "tiktok",
                "order_id",
                "amount",
                "gross_amount",
                "discount_amount",
                "refund_amount",
                "status"))
        .containsExactly(
            "576460000000000001 | 125000 | 150000 | 25000 | 0 | completed",
            "576460000000000001 | 50000 | 50000 | 0 | 0 | completed",
            "576460000000000002 | 36000 | 80000 | 8000 | 36000 | completed",
            "576460000000000003 | 30000 | 30000 | 0 | 0 | cancelled",
            "576460000000000004 | 40000 | 40000 | 0 | 0 | completed",
            "576460000000000005 | 50000 | 50000 | 0 | 0 | pending");
    assertThat(sales("tiktok", "merchant_id", "occurred_at").get(0))
        .isEqualTo(MELATI + " | 2025-08-30 12:05:11"); // 19:05:11 in Jakarta
  }

  @Test
  void theNotationOfEachFileIsReadAsDeclared() {
    assertThat(
            sales("shopee", "transaction_id", "amount", "gross_amount", "refund_amount", "status"))
        .containsExactly(
            "2508300000000A/KB-1/Kemeja batik/Merah | 180000 | 200000 | 0 | completed",
            "2508310000000B//Peci/ | 25000 | 25000 | 0 | completed",
            "2508310000000B/KB-1/Kemeja batik/Biru | 50000 | 50000 | 0 | completed",
            "2509010000000C//Peci/ | 0 | 75000 | 0 | cancelled",
            "2509020000000D/SR-1/Sarung/ | 55000 | 120000 | 55000 | completed");
    assertThat(sales("shopee_english", "order_id", "amount", "discount_amount", "status"))
        .containsExactly(
            "2508300000000F | 100000 | 20000 | completed", "2508310000000G | 120000 | 0 | pending");
  }

  @Test
  void aReportWithLinesAboveItsHeaderIsRead() {
    assertThat(
            sales("tokopedia", "transaction_id", "amount", "gross_amount", "status", "occurred_at"))
        .containsExactly(
            "INV/20250705/MPL/1//Peci | 15000 | 15000 | completed | 2025-07-05 03:11:12",
            "INV/20250705/MPL/1/TM-1/Kemeja batik | 60000 | 75000 | completed | 2025-07-05 03:11:12",
            "INV/20250706/MPL/2/TM-1/Kemeja batik | 20000 | 25000 | cancelled | 2025-07-06 02:00:00");
  }

  @Test
  void whatCannotBeUsedIsSetAsideWithItsReason() {
    assertThat(Rows.texts(lake().read(Quarantine.TABLE), "input", "reasons"))
        .containsExactly(
            "shopee | [occurred_at is missing]",
            "tiktok | [status \"Sedang ditinjau\" is none of [completed, cancelled, returned, pending]]",
            "tiktok_affiliate | [attribution_id is missing, order_id is missing]",
            "tokopedia | [the row has 20 fields, but the header has 19; its cells are not kept, because some"
                + " are personal, transaction_id is missing, occurred_at is missing, amount is missing]");
  }

  @Test
  void anOrderThatAPlatformCreditsToASessionIsASaleOfItsLiveChannel() {
    Dataset<Row> attributions = lake().read(Attribution.TABLE);
    assertConforms(Attribution.TABLE, attributions);
    assertThat(Rows.texts(attributions, "order_id", "platform", "content_kind"))
        .containsExactly(
            "2508300000000A | shopee | live",
            "2508310000000B | shopee | video",
            "2509020000000D | shopee | other",
            "576460000000000001 | tiktok | live",
            "576460000000000001 | tiktok | video",
            "576460000000000002 | tiktok | video",
            "576460000000000004 | tiktok | other",
            "576460000000000009 | tiktok | live");
    // Only order 1 is credited to TikTok LIVE, with both its lines: 125,000 + 50,000.
    assertThat(
            Rows.texts(
                lake().read(PanelCell.TABLE).filter(PanelCell.FEATURE_AMOUNT.col().gt(0)),
                "unit_id",
                "period_start",
                "feature_amount"))
        .containsExactly(MELATI + " | 2025-08-30 00:00:00 | 175000");
    assertThat(sales("tiktok", "channel")).containsOnlyOnce("tokopedia");
  }

  /** The fixtures have planted values in the columns of persons, and merchants in their names. */
  @Test
  void noFileOfTheLakeHoldsWhatIsPlantedNorTheNameOfAMerchant() {
    String known = MELATI + "_2025-08.csv"; // found by the same search, or it proves nothing
    assertThat(
            new DecodedFiles(folder.resolve("lake"))
                .holding(List.of("RAHASIA", "PLANTED-", "toko-melati", "toko-kenanga", known)))
        .containsOnlyKeys(known);
  }

  @Test
  void tabsAndRepeatedHeadersAreNoData() {
    assertThat(Rows.texts(lake().read(Landed.TRANSACTION), "fields"))
        .noneMatch(fields -> fields.contains("\t") || fields.contains("Platform unique order ID"));
  }

  @Test
  void everyFormatHasItsFixtureAndItsPlaceInTheDocument() throws IOException {
    String page = Files.readString(PAGE);
    for (Input.Format format : Input.Format.values()) {
      assertThat(page).contains("`" + format.id() + "`");
    }
    assertThat(Input.Format.values())
        .allSatisfy(format -> assertThat(fixtures(format)).isNotEmpty());
  }

  private static List<Path> fixtures(Input.Format format) {
    try (Stream<Path> files = Files.walk(FIXTURES.resolve(format.id()))) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> sales(String input, String... columns) {
    Table table = Transaction.TABLE;
    assertConforms(table, lake().read(table));
    return Rows.texts(lake().read(table).filter(Transaction.INPUT.col().equalTo(input)), columns);
  }
}
