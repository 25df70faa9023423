package id.dampak.gold;

import static id.dampak.Conformance.assertConforms;
import static id.dampak.Conformance.assertUnique;
import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.Rows;
import id.dampak.SharedSpark;
import id.dampak.StudyText;
import id.dampak.contract.Episode;
import id.dampak.contract.Merchant;
import id.dampak.contract.Transaction;
import id.dampak.contract.Unit;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spark")
class UnitsTest {
  /** The window is 1 August to 10 September 2025, the baseline 1 to 10 August: ten days. */
  private static final StudyText STUDY = StudyText.daily();

  private static final Dataset<Row> MERCHANTS =
      Rows.of(
          Merchant.TABLE,
          "merchant_id | region_code | sector | size_class | opened_at",
          "quiet  | 31 | G | mikro | 2024-01-01",
          "shop   | 31 | G | kecil | 2024-01-01",
          "new    | 51 | I | mikro | 2025-08-08",
          "future | 51 | I | mikro | 2025-09-11");

  private static final Dataset<Row> SALES =
      Rows.of(
          Transaction.TABLE,
          "transaction_id | merchant_id | local_at | channel | region_code | amount | status",
          "1 | shop     | 2025-08-02T10:00:00 | live  | 31 | 30   | completed",
          "2 | shop     | 2025-08-10T23:59:59 | shop  | 31 | 90   | completed",
          "3 | shop     | 2025-08-11T00:00:00 | live  | 31 | 1000 | completed",
          "4 | shop     | 2025-08-03T10:00:00 | live  | 31 | 5000 | cancelled",
          "5 | shop     | 2025-07-31T23:59:59 | live  | 31 | 7000 | completed",
          "6 | new      | 2025-08-09T09:00:00 | live  | 51 | 40   | completed",
          "7 | unlisted | 2025-08-20T09:00:00 | shop  | 32 | 50   | completed",
          "8 | unlisted | 2025-08-21T09:00:00 | shop  | 33 | 50   | completed",
          "9 | unlisted | 2025-08-21T09:00:00 | shop  | 34 | 50   | completed");

  @Test
  void everyMerchantThatIsListedOrSellsIsAUnitFromWhenItIsAtRisk() {
    assertThat(Rows.texts(units(STUDY, ""), "unit_id", "first_period", "last_period"))
        .isEqualTo(
            List.of(
                "new | 2025-08-08 00:00:00 | 2025-09-10 00:00:00",
                "quiet | 2025-08-01 00:00:00 | 2025-09-10 00:00:00",
                "shop | 2025-08-01 00:00:00 | 2025-09-10 00:00:00",
                "unlisted | 2025-08-20 00:00:00 | 2025-09-10 00:00:00"));
  }

  @Test
  void theDoseIsTheShareOfBaselineSalesThroughTheFeature() {
    // shop: 30 of 30 + 90, cancelled sales and those outside the ten days left out. No baseline
    // sales, no dose.
    assertThat(
            Rows.texts(
                units(STUDY, ""),
                "unit_id",
                "baseline_feature_amount",
                "baseline_amount",
                "baseline_periods",
                "exposure"))
        .isEqualTo(
            List.of(
                "new | 40 | 40 | 3 | 1.0",
                "quiet | 0 | 0 | 10 | null",
                "shop | 30 | 120 | 10 | 0.25",
                "unlisted | 0 | 0 | 0 | null"));
  }

  @Test
  void aUnitThatIsNotListedIsWhereItSoldLast() {
    // Two sales in the same second: the higher code, whatever order Spark reads them in.
    assertThat(Rows.texts(units(STUDY, ""), "unit_id", "region_code", "sector", "size_class"))
        .isEqualTo(
            List.of(
                "new | 51 | I | mikro",
                "quiet | 31 | G | mikro",
                "shop | 31 | G | kecil",
                "unlisted | 34 | unknown | unknown"));
  }

  @Test
  void byRegionTheDoseIsOneWhereAnEpisodeNamesTheRegion() {
    StudyText study =
        STUDY.with(
            "exposure", "{by: region_membership, baseline: {from: 2025-08-01, until: 2025-08-11}}");
    assertThat(Rows.texts(units(study, "51"), "unit_id", "exposure"))
        .isEqualTo(List.of("new | 1.0", "quiet | 0.0", "shop | 0.0", "unlisted | 0.0"));
    assertThat(Rows.texts(units(study, "*", "51"), "unit_id", "exposure"))
        .isEqualTo(List.of("new | 1.0", "quiet | 1.0", "shop | 1.0", "unlisted | 1.0"));
  }

  @Test
  void monthsOfTheBaselineAreCounted() {
    StudyText study =
        STUDY
            .with("period", "month")
            .with("window", "{from: 2025-05-01, until: 2025-10-01}")
            .with(
                "exposure",
                "{by: feature_share, channel: live, baseline: {from: 2025-05-01, until: 2025-08-01}}");
    // May, June and July; those who open in August or first sell then have none of them.
    assertThat(Rows.texts(units(study, ""), "unit_id", "first_period", "baseline_periods"))
        .isEqualTo(
            List.of(
                    "new | 2025-08-01 00:00:00 | 0",
                    "future | 2025-09-01 00:00:00 | 0",
                    "quiet | 2025-05-01 00:00:00 | 3",
                    "shop | 2025-05-01 00:00:00 | 3",
                    "unlisted | 2025-08-01 00:00:00 | 0")
                .stream()
                .sorted()
                .toList());
  }

  private static Dataset<Row> units(StudyText study, String... regions) {
    String[] lines = new String[regions.length];
    for (int i = 0; i < regions.length; i++) {
      lines[i] = "e" + i + " | " + regions[i];
    }
    Dataset<Row> episodes =
        regions[0].isEmpty()
            ? SharedSpark.session().createDataFrame(List.of(), Episode.TABLE.schema())
            : Rows.of(Episode.TABLE, "episode_id | region_code", lines);
    assertUnique(MERCHANTS, Merchant.MERCHANT_ID);
    Dataset<Row> units =
        Units.of(MERCHANTS, PanelCells.of(SALES, study.read()), episodes, study.read());
    assertConforms(Unit.TABLE, units);
    return units;
  }
}
