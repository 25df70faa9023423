package id.dampak.quality;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.Rows;
import id.dampak.SharedSpark;
import id.dampak.contract.Attribution;
import id.dampak.contract.LiveSession;
import id.dampak.contract.Merchant;
import id.dampak.contract.Quarantine;
import id.dampak.contract.Table;
import id.dampak.contract.Transaction;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

@Tag("spark")
class ProfilesTest {
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  private static final Dataset<Row> SALES =
      Rows.of(
          Transaction.TABLE,
          "transaction_id | merchant_id | occurred_at | local_at | channel | amount | known_at |"
              + " input | source_file | source_row",
          "1 | m | 2025-08-01T01:00:00Z | 2025-08-01T08:00:00 | live | 10 | 2025-08-02T00:00:00Z |"
              + " orders | a.csv | 1",
          "2 | m | 2025-08-01T02:00:00Z | 2025-08-01T09:00:00 | unknown | 20 | 2025-08-02T00:00:00Z"
              + " | orders | a.csv | 2",
          "3 | n | 2025-08-02T03:00:00Z | 2025-08-02T10:00:00 | live | 40 | 2025-08-02T02:59:00Z |"
              + " orders | a.csv | 3",
          "3 | m | 2025-08-02T03:00:00Z | 2025-08-02T10:00:00 | live | 80 | 2025-08-02T03:00:00Z |"
              + " orders | b.csv | 1");

  @Test
  void aTableIsSummedUpByFileAndDay() {
    Map<Table, Dataset<Row>> merchants =
        Map.of(Merchant.TABLE, Rows.of(Merchant.TABLE, "merchant_id", "m"));

    assertThat(
            Rows.texts(
                new Profiles(Transaction.TABLE, merchants, JAKARTA)
                    .of(SALES)
                    .filter("measure <> 'value' AND item <> 'region_code'"),
                "source_file",
                "day",
                "measure",
                "item",
                "measured"))
        .isEqualTo(
            List.of(
                "a.csv | 2025-08-01 | missing | channel | 1",
                "a.csv | 2025-08-01 | rows |  | 2",
                "a.csv | 2025-08-01 | sum | amount | 30",
                // Merchant n is not listed, and its sale was known a minute before it happened.
                "a.csv | 2025-08-02 | broken | known_after_it_happened | 1",
                "a.csv | 2025-08-02 | first_broken | known_after_it_happened | 3",
                "a.csv | 2025-08-02 | orphans | merchant_listed | 1",
                "a.csv | 2025-08-02 | rows |  | 1",
                "a.csv | 2025-08-02 | sum | amount | 40",
                "b.csv | 2025-08-02 | rows |  | 1",
                "b.csv | 2025-08-02 | sum | amount | 80"));
  }

  @Test
  void valuesAreCountedByDayWhateverTheFile() {
    assertThat(
            Rows.texts(
                new Profiles(Transaction.TABLE, Map.of(), JAKARTA)
                    .of(SALES)
                    .filter("item LIKE 'channel=%'"),
                "source_file",
                "day",
                "item",
                "measured"))
        .isEqualTo(
            List.of(
                " | 2025-08-01 | channel=live | 1",
                " | 2025-08-01 | channel=unknown | 1",
                " | 2025-08-02 | channel=live | 2"));
  }

  @Test
  void anAttributionCountsOnceHoweverManyLinesItsOrderHas() {
    Dataset<Row> attributions =
        Rows.of(
            Attribution.TABLE,
            "attribution_id | order_id | input | source_file",
            "a | 576460000000000001 | affiliates | a.csv",
            "b | 5.76E+17 | affiliates | a.csv");
    Dataset<Row> orders =
        Rows.of(
            Transaction.TABLE,
            "transaction_id | order_id",
            "1 | 576460000000000001",
            "2 | 576460000000000001",
            "3 |");

    assertThat(
            Rows.texts(
                new Profiles(Attribution.TABLE, Map.of(Transaction.TABLE, orders), JAKARTA)
                    .of(attributions),
                "source_file",
                "measure",
                "item",
                "measured"))
        .isEqualTo(List.of("a.csv | orphans | order_listed | 1", "a.csv | rows |  | 2"));
  }

  @Test
  void aSessionBelongsToTheDayOnTheClockOfTheStudy() {
    Dataset<Row> sessions =
        Rows.of(
            LiveSession.TABLE,
            "session_id | platform | started_at | ended_at | known_at | input | source_file",
            // 01:30 of the second in Jakarta.
            "s | TikTok | 2025-08-01T18:30:00Z | 2025-08-01T19:30:00Z | 2025-08-03T00:00:00Z |"
                + " sessions | live.csv");

    assertThat(
            Rows.texts(
                new Profiles(LiveSession.TABLE, Map.of(), JAKARTA).of(sessions), "day", "measure"))
        .isEqualTo(List.of("2025-08-02 | rows", "2025-08-02 | value"));
  }

  @Test
  void rowsThatShareTheirKeyAreCounted() {
    assertThat(
            Rows.texts(
                new Profiles(Transaction.TABLE, Map.of(), JAKARTA).repeatedKeys(SALES),
                "measure",
                "measured"))
        .containsExactly("repeated_keys | 2");
  }

  @Test
  void consecutiveRowsThatWereSetAsideAreABlockWithTheValuesThatTheyShare() {
    List<Row> rows = new ArrayList<>();
    for (long number = 1; number <= 25; number++) {
      // Row 21 was fine, so that rows 1 to 20 are the only block.
      if (number != 21) {
        rows.add(
            RowFactory.create(
                "test-study",
                "transaction",
                "orders",
                "orders.csv",
                "0".repeat(64),
                number,
                CollectionConverters.asScala(List.of("amount -" + number + " is negative")),
                CollectionConverters.asScala(
                    Map.of("sheet", "May", "amount", "-" + number, "note", ""))));
      }
    }

    assertThat(
            Rows.texts(
                SetAsideCounts.of(
                    SharedSpark.session().createDataFrame(rows, Quarantine.TABLE.schema())),
                "source_file",
                "measure",
                "item",
                "measured"))
        .isEqualTo(
            List.of(
                "orders.csv | block | 1\t20\tamount … is negative\tsheet = May | 20",
                "orders.csv | set_aside | amount … is negative | 24"));
  }
}
