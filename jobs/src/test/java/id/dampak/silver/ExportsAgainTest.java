package id.dampak.silver;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;
import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.Rows;
import id.dampak.StudyText;
import id.dampak.contract.Landed;
import id.dampak.study.Input.Target;
import java.sql.Timestamp;
import java.time.Instant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Sellers export the same orders again and again: which row of a line counts, and what a line is.
 */
@Tag("spark")
class ExportsAgainTest {
  private static final StudyText TIKTOK =
      study(
          "tiktok_orders, date_format: 'dd/MM/yyyy HH:mm:ss',"
              + " columns: {merchant_id: {constant: a}}");
  private static final String ORDERS =
      "Order ID | Order Status | SKU ID | Quantity | SKU Subtotal Before Discount"
          + " | SKU Platform Discount | SKU Seller Discount | SKU Subtotal After Discount"
          + " | Created Time | Cancelled Time | Package ID";
  private static final String CREATED = " | 30/08/2025 19:05:11 | ";
  private static final String CANCELLED = CREATED + "02/09/2025 09:00:00";

  @Test
  void theRowThatTellsOfTheLatestMomentCountsWhateverItsFileIsCalled() {
    Dataset<Row> earlier =
        file(
            "export (9).csv",
            1,
            ORDERS,
            "7 | Perlu dikirim | 1 | 1 | 9 | 0 | 0 | 9" + CREATED + " | ");
    Dataset<Row> later =
        file(
            "export (10).csv",
            1,
            ORDERS,
            "7 | Dibatalkan | 1 | 1 | 9 | 0 | 0 | 9" + CANCELLED + " | ");
    assertThat(Rows.texts(typed(TIKTOK, earlier.union(later)).accepted(), "status", "updated_at"))
        .containsExactly("cancelled | 2025-09-02 02:00:00");
  }

  @Test
  void anOlderExportThatComesLaterDoesNotUndoANewerOne() {
    Dataset<Row> older =
        file("old.csv", 2, ORDERS, "7 | Perlu dikirim | 1 | 1 | 9 | 0 | 0 | 9" + CREATED + " | ");
    Dataset<Row> newer =
        file("new.csv", 1, ORDERS, "7 | Dibatalkan | 1 | 1 | 9 | 0 | 0 | 9" + CANCELLED + " | ");
    assertThat(Rows.texts(typed(TIKTOK, older.union(newer)).accepted(), "status"))
        .containsExactly("cancelled");
  }

  @Test
  void rowsThatOnlyTheNamesOfTheirFilesTellApartAreFound() {
    // Returned since, of which the export has no moment: nothing tells which of the two is later.
    String line = "7 | Selesai | 1 | 2 | 9 | 0 | 0 | 9" + CREATED + " | ";
    String header = ORDERS + " | Sku Quantity of return";
    Dataset<Row> nine =
        file("export (9).csv", 1, header, line + " | 0", "8" + line.substring(1) + " | 0");
    Dataset<Row> ten =
        file("export (10).csv", 1, header, line + " | 1", "8" + line.substring(1) + " | 0");
    Dataset<Row> dayAfter = file("export (10).csv", 2, header, line + " | 1");
    assertThat(Rows.texts(typed(TIKTOK, nine.union(ten)).undecided(), "transaction_id"))
        .containsExactly("7/1");
    assertThat(typed(TIKTOK, nine.union(dayAfter)).undecided().isEmpty()).isTrue();
  }

  @Test
  void whatStandsForAStepThatWasNotTakenIsNoMoment() {
    Dataset<Row> rows =
        file("a.csv", 1, ORDERS, "7 | Selesai | 1 | 1 | 9 | 0 | 0 | 9" + CREATED + "- | ");
    assertThat(Rows.texts(typed(TIKTOK, rows).accepted(), "updated_at"))
        .containsExactly("2025-08-30 12:05:11");
  }

  @Test
  void aLateNotificationOfAnEarlierStateDoesNotUndoAPayment() {
    String header =
        "transaction_id | order_id | merchant_id | gross_amount | currency | transaction_time"
            + " | settlement_time | transaction_status | refund_amount";
    String paid = "| o | m | 100.00 | IDR | 2025-08-31 09:00:00 | ";
    Dataset<Row> rows =
        file(
            "a.json",
            1,
            header,
            "1" + paid + "2025-08-31 09:05:00 | settlement | ",
            "1" + paid + " | pending | ",
            "2" + paid + " | refund | 100.00",
            "2" + paid + "2025-08-31 09:05:00 | settlement | ",
            "3" + paid + " | expire | ",
            "3" + paid + " | pending | ",
            "4" + paid + " | pending | ",
            "4" + paid + " | settlement | ");
    assertThat(Rows.texts(typed(study("midtrans"), rows).accepted(), "transaction_id", "status"))
        .containsExactly("1 | completed", "2 | returned", "3 | cancelled", "4 | completed");
  }

  @Test
  void anAmountInAnotherCurrencyIsSetAside() {
    String header =
        "transaction_id | order_id | merchant_id | gross_amount | currency | transaction_time"
            + " | transaction_status";
    String rest = " | 2025-08-31 09:00:00 | settlement";
    TypedRows typed =
        typed(
            study("midtrans"),
            file(
                "a.json",
                1,
                header,
                "1 | o | m | 100.00 | USD" + rest,
                "2 | o | m | 100.00 | idr" + rest,
                "3 | o | m | 100.00 | " + rest));
    assertThat(Rows.texts(typed.accepted(), "transaction_id")).containsExactly("2", "3");
    assertThat(Rows.texts(typed.quarantined(), "reasons"))
        .containsExactly("[currency \"USD\" is not that of the study, IDR]");
  }

  @Test
  void linesOfOneProductInOneOrderAreKeptApartAndExportedAgainTheyAreTheSame() {
    // Five pieces: three in one parcel, two in another; one order more of a single line.
    Dataset<Row> before =
        file(
            "a.csv",
            1,
            ORDERS,
            "7 | Perlu dikirim | 1 | 3 | 30 | 0 | 0 | 30" + CREATED + " | ",
            "7 | Perlu dikirim | 1 | 2 | 20 | 0 | 0 | 20" + CREATED + " | ",
            "8 | Perlu dikirim | 1 | 1 | 10 | 0 | 0 | 10" + CREATED + " | ",
            // The file has the row twice: it says the same, and is a repeat.
            "8 | Perlu dikirim | 1 | 1 | 10 | 0 | 0 | 10" + CREATED + " | ");
    Dataset<Row> after =
        file(
            "b.csv",
            2,
            ORDERS,
            "8 | Selesai | 1 | 1 | 10 | 0 | 0 | 10" + CREATED + " | P9",
            "7 | Selesai | 1 | 2 | 20 | 0 | 0 | 20" + CREATED + " | P1",
            "7 | Dibatalkan | 1 | 3 | 30 | 0 | 0 | 30" + CANCELLED + " | P2");
    TypedRows once = typed(TIKTOK, before);
    assertThat(Rows.texts(once.accepted(), "transaction_id", "amount", "status"))
        .containsExactly("7/1 | 20 | completed", "7/1#2 | 30 | completed", "8/1 | 10 | completed");
    assertThat(once.superseded().count()).isEqualTo(1);
    assertThat(
            Rows.texts(
                typed(TIKTOK, before.union(after)).accepted(),
                "transaction_id",
                "amount",
                "status"))
        .containsExactly("7/1 | 20 | completed", "7/1#2 | 30 | cancelled", "8/1 | 10 | completed");
  }

  @Test
  void equalLinesInTwoParcelsAreTwoAndALineWhoseParcelIsFilledInIsOne() {
    Dataset<Row> rows =
        file(
            "a.csv",
            1,
            ORDERS,
            "7 | Selesai | 1 | 1 | 10 | 0 | 0 | 10" + CREATED + " | P1",
            "7 | Selesai | 1 | 1 | 10 | 0 | 0 | 10" + CREATED + " | P2",
            "8 | Perlu dikirim | 1 | 1 | 10 | 0 | 0 | 10" + CREATED + " | ",
            "8 | Dibatalkan | 1 | 1 | 10 | 0 | 0 | 10" + CANCELLED + " | P3");
    assertThat(Rows.texts(typed(TIKTOK, rows).accepted(), "transaction_id", "status"))
        .containsExactly("7/1 | completed", "7/1#2 | completed", "8/1 | cancelled");
  }

  private static TypedRows typed(StudyText study, Dataset<Row> rows) {
    return Silver.typed(study, Target.TRANSACTION, rows);
  }

  private static StudyText study(String format) {
    return StudyText.daily()
        .with("inputs", "{orders: {table: transaction, format: " + format + ", files: []}}");
  }

  /** Rows of a file of this name that landed on a day of January 2026. */
  private static Dataset<Row> file(String name, int day, String header, String... lines) {
    Instant landed = Instant.parse("2026-01-0" + day + "T00:00:00Z");
    return Rows.landed("orders", header, lines)
        .withColumn(Landed.SOURCE_FILE.name(), lit(name))
        .withColumn(Landed.SOURCE_SHA256.name(), sha2(lit(name), 256))
        .withColumn(Landed.INGESTED_AT.name(), lit(Timestamp.from(landed)));
  }
}
