package id.dampak.gold;

import static id.dampak.Conformance.assertConforms;
import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.Rows;
import id.dampak.StudyText;
import id.dampak.contract.PanelCell;
import id.dampak.contract.Transaction;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spark")
class PanelCellsTest {
  private static final String HEADER =
      "transaction_id | merchant_id | local_at | channel | amount | status | input";

  @Test
  void onlyDaysWithASaleAreStoredAndOnlyCompletedSalesCount() {
    assertThat(
            cells(
                StudyText.daily(),
                "1 | b | 2025-08-02T00:00:00 | live | 10  | completed | orders",
                "2 | b | 2025-08-02T23:59:59 | shop | 5   | completed | orders",
                "3 | b | 2025-08-02T12:00:00 | live | 100 | cancelled | orders",
                "4 | b | 2025-08-02T12:00:00 | live | 100 | returned  | orders",
                "5 | b | 2025-08-04T12:00:00 | shop | 7   | completed | orders",
                "6 | a | 2025-09-10T12:00:00 | live | 0   | completed | orders",
                "7 | a | 2025-09-11T00:00:00 | live | 1   | completed | orders",
                "8 | a | 2025-07-31T23:59:59 | live | 1   | completed | orders"))
        .isEqualTo(
            List.of(
                "a | 2025-09-10 00:00:00 | 0 | 0 | 1",
                "b | 2025-08-02 00:00:00 | 15 | 10 | 2",
                "b | 2025-08-04 00:00:00 | 7 | 0 | 1"));
  }

  @Test
  void anInputCountsOnlyWhereTheStudyUsesIt() {
    StudyText study =
        StudyText.daily()
            .with(
                "inputs",
                """
                {old: {table: transaction, format: csv, files: [],
                       use: {from: 2025-08-01, until: 2025-08-10}},
                 new: {table: transaction, format: csv, files: [],
                       use: {from: 2025-08-10, until: 2025-10-01}}}
                """);
    assertThat(
            cells(
                study,
                "1 | a | 2025-08-09T12:00:00 | live | 1  | completed | old",
                "2 | a | 2025-08-09T12:00:00 | live | 2  | completed | new",
                "3 | a | 2025-08-10T12:00:00 | live | 4  | completed | old",
                "4 | a | 2025-08-10T12:00:00 | live | 8  | completed | new",
                "5 | a | 2025-09-11T12:00:00 | live | 16 | completed | new"))
        .isEqualTo(
            List.of("a | 2025-08-09 00:00:00 | 1 | 1 | 1", "a | 2025-08-10 00:00:00 | 8 | 8 | 1"));
  }

  @Test
  void cellsAreHoursWeeksMonthsOrQuarters() {
    String sale = "1 | a | 2025-08-31T20:40:00 | live | 1 | completed | orders";
    assertThat(start("hour", sale)).isEqualTo("2025-08-31 20:00:00");
    assertThat(start("week", sale)).isEqualTo("2025-08-25 00:00:00");
    assertThat(start("month", sale)).isEqualTo("2025-08-01 00:00:00");
    assertThat(start("quarter", sale)).isEqualTo("2025-07-01 00:00:00");
  }

  private static String start(String period, String sale) {
    StudyText study = StudyText.daily().by(period);
    return cells(study, sale).get(0).split(" \\| ", -1)[1];
  }

  private static List<String> cells(StudyText study, String... lines) {
    Dataset<Row> cells = PanelCells.of(Rows.of(Transaction.TABLE, HEADER, lines), study.read());
    assertConforms(PanelCell.TABLE, cells);
    return Rows.texts(cells, "unit_id", "period_start", "amount", "feature_amount", "transactions");
  }
}
