package id.dampak.silver;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.Rows;
import id.dampak.StudyText;
import id.dampak.study.Input.Target;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spark")
class TransactionsTest {
  private static final String NOON = " | a | 2025-08-30T12:00:00Z | ";

  @Test
  void whatNoSaleCanBeIsSetAsideWithEveryReason() {
    TypedRows typed =
        typed(
            StudyText.daily(),
            orders(
                "transaction_id | merchant_id | occurred_at | amount | region",
                "1 |   | 2025-08-30 | -5  | Jawa Barat",
                "  | a | 2025-08-30 | 10  | Jawa Barat",
                "3 | a | 2025-08-30 | ten | Atlantis",
                "4 | a |            |     | ",
                "5 | a | 2025-08-30 | 7   | Jawa Barat"));
    assertThat(Rows.texts(typed.accepted(), "transaction_id", "amount"))
        .isEqualTo(List.of("5 | 7"));
    assertThat(Rows.texts(typed.quarantined(), "source_row", "reasons"))
        .isEqualTo(
            List.of(
                "1 | [merchant_id is missing, amount -5 is negative]",
                "2 | [transaction_id is missing]",
                "3 | [region \"Atlantis\" is no province of Indonesia,"
                    + " amount \"ten\" is not a number, or too large a one]",
                "4 | [occurred_at is missing, amount is missing]"));
  }

  @Test
  void aRowInQuarantineIsKeptAsItLanded() {
    TypedRows typed =
        typed(
            StudyText.daily(),
            orders(
                "transaction_id | merchant_id | occurred_at | amount | colour",
                "1 | a | yesterday | 10 | red"));
    assertThat(Rows.texts(typed.quarantined(), "target", "input", "source_file", "fields"))
        .isEqualTo(
            List.of(
                "transaction | orders | orders.csv | {transaction_id -> 1, merchant_id -> a,"
                    + " occurred_at -> yesterday, amount -> 10, colour -> red}"));
  }

  @Test
  void provincesGoByTheirAliasesWhateverTheSpelling() {
    // Kemendagri codes: Jawa Barat 32, Yogyakarta 34, NTB 52, Papua Barat Daya 96.
    TypedRows typed =
        typed(
            StudyText.daily(),
            orders(
                "transaction_id | merchant_id | occurred_at | amount | region",
                "1" + NOON + "1 | JAWA BARAT",
                "2" + NOON + "1 | Provinsi Jawa-Barat",
                "3" + NOON + "1 | West Java",
                "4" + NOON + "1 | D.I. Yogyakarta",
                "5" + NOON + "1 | Nusa Tenggara Barat (NTB)",
                "6" + NOON + "1 | Papua Barat Daya",
                "7" + NOON + "1 | "));
    assertThat(Rows.texts(typed.accepted(), "transaction_id", "region_code"))
        .isEqualTo(
            List.of("1 | 32", "2 | 32", "3 | 32", "4 | 34", "5 | 52", "6 | 96", "7 | unknown"));
  }

  @Test
  void statusesAreRecodedByTheLongestPrefixThatMatches() {
    StudyText study =
        StudyText.daily()
            .orders(
                "columns: {status: {column: status, values: {Selesai: completed, Batal*: cancelled,"
                    + " 'Batal karena retur*': returned, 'Batal karena retur palsu': completed}}}");
    TypedRows typed =
        typed(
            study,
            orders(
                "transaction_id | merchant_id | occurred_at | amount | status",
                "1" + NOON + "1 | Selesai",
                "2" + NOON + "1 | Batal oleh pembeli",
                "3" + NOON + "1 | Batal karena retur barang",
                "4" + NOON + "1 | Batal karena retur palsu",
                "5" + NOON + "1 | ",
                "6" + NOON + "1 | Hilang"));
    assertThat(Rows.texts(typed.accepted(), "transaction_id", "status"))
        .isEqualTo(
            List.of(
                "1 | completed",
                "2 | cancelled",
                "3 | returned",
                "4 | completed",
                "5 | completed"));
    assertThat(Rows.texts(typed.quarantined(), "source_row", "reasons"))
        .isEqualTo(
            List.of(
                "6 | [status \"Hilang\" is none of [completed, cancelled, returned, pending]]"));
  }

  @Test
  void amountsAreDividedAndRoundedHalfUpWithoutError() {
    // tax / 0.067 in cents: 67 / 0.067 = 1000; 0.10 / 0.067 = 1.49253… = 149 cents; 13.47 / 0.067 =
    // 201.04477… = 20104 cents.
    assertThat(
            amounts("{code: USD, minor_digits: 2}", "0.067", "67", "0.10", "13.47", "1234567.89"))
        .isEqualTo(List.of("1 | 100000", "2 | 149", "3 | 20104", "4 | 1842638642"));
    // 0.9999999 / 2 = 0.49999995 is below a half; a quotient first rounded to six digits would not
    // be.
    assertThat(amounts("{code: IDR, minor_digits: 0}", "2", "0.9999999", "1", "3", "5"))
        .isEqualTo(List.of("1 | 0", "2 | 1", "3 | 2", "4 | 3"));
    assertThat(amounts("{code: IDR, minor_digits: 0}", "1", "150000.50", "150000.49", "1.5E+7"))
        .isEqualTo(List.of("1 | 150001", "2 | 150000", "3 | 15000000"));
  }

  @Test
  void anAmountThatIsNegativeByLessThanHalfAUnitIsStillNegative() {
    TypedRows typed =
        typed(
            StudyText.daily(),
            orders(
                "transaction_id | merchant_id | occurred_at | amount",
                "1" + NOON + "-0.3",
                "2" + NOON + "0"));
    assertThat(Rows.texts(typed.accepted(), "transaction_id")).isEqualTo(List.of("2"));
    assertThat(Rows.texts(typed.quarantined(), "reasons"))
        .isEqualTo(List.of("[amount -0.3 is negative]"));
  }

  @Test
  void anAmountThatNoLongHoldsIsSetAside() {
    StudyText study =
        StudyText.daily().orders("columns: {amount: {column: amount, divide_by: 0.001}}");
    TypedRows typed =
        typed(
            study,
            orders(
                "transaction_id | merchant_id | occurred_at | amount",
                "1" + NOON + "123456789012345678",
                "2" + NOON + "99999999999999999999999999999",
                "3" + NOON + "5"));
    assertThat(Rows.texts(typed.accepted(), "transaction_id", "amount"))
        .isEqualTo(List.of("3 | 5000"));
    assertThat(Rows.texts(typed.quarantined(), "source_row")).isEqualTo(List.of("1", "2"));
  }

  @Test
  void theLatestReleaseCountsAndWithinItTheLastInFileOrder() {
    StudyText study = StudyText.daily().orders("columns: {release: released}");
    TypedRows typed =
        typed(
            study,
            orders(
                "transaction_id | merchant_id | occurred_at | amount | released",
                "x" + NOON + "1 | 2025-09",
                "x" + NOON + "2 | 2025-10",
                "x" + NOON + "3 | 2025-10",
                "x" + NOON + "4 | 2025-08",
                "x" + NOON + "5 | ",
                "y" + NOON + "6 | ",
                "y" + NOON + "7 | ",
                "y" + NOON + "-8 | 2025-11"));
    assertThat(Rows.texts(typed.accepted(), "transaction_id", "amount"))
        .isEqualTo(List.of("x | 3", "y | 7"));
    assertThat(typed.superseded().count()).isEqualTo(5);
    assertThat(typed.quarantined().count()).isEqualTo(1);
    assertThat(typed.rows().count()).isEqualTo(2 + 5 + 1);
  }

  @Test
  void aKeyOfSeveralColumnsNeedsEachOfThem() {
    StudyText study =
        StudyText.daily()
            .orders("columns: {transaction_id: {column: [shop, number], row_number: appended}}");
    TypedRows typed =
        typed(
            study,
            orders(
                "shop | number | merchant_id | occurred_at | amount",
                "s | 7" + NOON + "1",
                "s | " + NOON + "1",
                " | " + NOON + "1"));
    assertThat(Rows.texts(typed.accepted(), "transaction_id"))
        .isEqualTo(List.of("s/7/orders.csv/1"));
    assertThat(Rows.texts(typed.quarantined(), "reasons"))
        .isEqualTo(List.of("[transaction_id is missing]", "[transaction_id is missing]"));
  }

  @Test
  void severalInputsForOneTableShareItsKeys() {
    StudyText study =
        StudyText.daily()
            .with(
                "inputs",
                "{a: {table: transaction, format: csv, files: []},"
                    + " b: {table: transaction, format: csv, files: [], columns: {amount: value}}}");
    Dataset<Row> both =
        Rows.landed("a", "transaction_id | merchant_id | occurred_at | amount", "1" + NOON + "10")
            .unionByName(
                Rows.landed(
                    "b",
                    "transaction_id | merchant_id | occurred_at | value",
                    "1" + NOON + "20",
                    "2" + NOON + "30"));
    TypedRows typed = typed(study, both);
    assertThat(Rows.texts(typed.accepted(), "transaction_id", "amount", "input"))
        .isEqualTo(List.of("1 | 20 | b", "2 | 30 | b"));
    assertThat(Rows.texts(typed.superseded(), "input")).isEqualTo(List.of("a"));
  }

  private static List<String> amounts(String currency, String divisor, String... amounts) {
    String[] lines = new String[amounts.length];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = (i + 1) + NOON + amounts[i];
    }
    StudyText study =
        StudyText.daily()
            .with("currency", currency)
            .orders("columns: {amount: {column: tax, divide_by: " + divisor + "}}");
    return Rows.texts(
        typed(study, orders("transaction_id | merchant_id | occurred_at | tax", lines)).accepted(),
        "transaction_id",
        "amount");
  }

  private static TypedRows typed(StudyText study, Dataset<Row> bronze) {
    return Silver.typed(study, Target.TRANSACTION, bronze);
  }

  private static Dataset<Row> orders(String header, String... lines) {
    return Rows.landed("orders", header, lines);
  }
}
