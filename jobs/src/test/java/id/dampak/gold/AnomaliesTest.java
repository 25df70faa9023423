package id.dampak.gold;

import static id.dampak.Conformance.assertConforms;
import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.Rows;
import id.dampak.SharedSpark;
import id.dampak.StudyText;
import id.dampak.contract.Quality;
import id.dampak.contract.Quarantine;
import id.dampak.contract.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spark")
class AnomaliesTest {
  private static final StudyText MONTHLY = StudyText.daily().by("month");
  private static final int RELEASES = 7;
  private static final int STAMPED = 4;
  private static final int ROWS = 20;

  @Test
  void aReleaseWhoseRowsAllCarryOnePeriodIsFoundWhereOthersBringLateRows() {
    // Each release has 20 rows, 2 of them late, but the fourth claims to have none.
    assertThat(found(releases(2)))
        .containsExactly(
            "release stamped with one period | filings r4 | all 20 rows that count from release r4 of"
                + " filings carry the period 2025-04-01; usually 10.0 % of a release are late rows of"
                + " other periods");
  }

  @Test
  void aReleaseOfOnePeriodIsUsualWhereLateRowsAreUnusual() {
    assertThat(found(releases(0))).isEmpty();
  }

  @Test
  void fewReleasesAreNoEvidence() {
    List<String> few =
        releases(2).stream().filter(line -> !line.endsWith("r7") && !line.endsWith("r6")).toList();
    assertThat(found(few)).isEmpty();
  }

  @Test
  void rowsInQuarantineAreCountedByKindOfReason() {
    Dataset<Row> quarantine =
        SharedSpark.session()
            .createDataFrame(
                List.of(
                    refused(1, "amount -5 is negative"),
                    refused(2, "amount -70.5 is negative"),
                    refused(3, "region \"Atlantis\" is no province of Indonesia")),
                Quarantine.TABLE.schema());
    assertThat(found(Rows.of(Transaction.TABLE, "transaction_id", "1"), quarantine))
        .containsExactly(
            "rows in quarantine | orders: amount … is negative | 2 rows of orders set aside: amount …"
                + " is negative",
            "rows in quarantine | orders: region … is no province of Indonesia | 1 rows of orders set"
                + " aside: region … is no province of Indonesia");
  }

  /**
   * Seven monthly releases of twenty filings each, of which {@code late} are of the month before.
   */
  private static List<String> releases(int late) {
    List<String> lines = new ArrayList<>();
    for (int release = 1; release <= RELEASES; release++) {
      for (int row = 0; row < ROWS; row++) {
        int month = release == STAMPED || row >= late ? release : release - 1;
        int year = month == 0 ? 2024 : 2025;
        lines.add(
            "%d-%d | %d-%02d-01T00:00:00 | filings | r%d"
                .formatted(release, row, year, month == 0 ? 12 : month, release));
      }
    }
    return lines;
  }

  private static List<String> found(List<String> lines) {
    return found(
        Rows.of(
            Transaction.TABLE,
            "transaction_id | local_at | input | release",
            lines.toArray(String[]::new)),
        SharedSpark.session().createDataFrame(List.of(), Quarantine.TABLE.schema()));
  }

  private static List<String> found(Dataset<Row> transactions, Dataset<Row> quarantine) {
    Dataset<Row> anomalies = Anomalies.of(transactions, quarantine, MONTHLY.read());
    assertConforms(Quality.TABLE, anomalies);
    return Rows.texts(anomalies, "rule", "subject", "finding");
  }

  private static Row refused(long row, String reason) {
    return RowFactory.create(
        "test-study",
        "transaction",
        "orders",
        "orders.csv",
        row,
        scala.jdk.javaapi.CollectionConverters.asScala(List.of(reason)),
        scala.jdk.javaapi.CollectionConverters.asScala(Map.of("amount", "…")));
  }
}
