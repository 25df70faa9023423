package id.dampak.quality;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.StudyText;
import id.dampak.contract.Attribution;
import id.dampak.contract.LiveSession;
import id.dampak.contract.Merchant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules of tables other than transactions, and of columns, with their faults planted. */
class JudgeOfOtherTablesTest {
  private static final StudyText DAILY = StudyText.daily();
  private static final LocalDate FIRST = LocalDate.of(2025, 8, 1);
  private static final int DAYS = 41;

  @Test
  void attributionsOfOrdersThatNobodyHasAreFoundWhereAFewAreUsual() {
    StudyText study =
        DAILY.with(
            "inputs",
            "{orders: {table: transaction, format: csv, files: []},"
                + " affiliates: {table: attribution, format: csv, files: []}}");
    assertThat(attributions(100).found("order_listed", study))
        .containsExactly(
            "affiliates | 100 rows of affiliates (100.0 %): their order_id is not in"
                + " silver.transaction");
    assertThat(attributions(5).found("order_listed", study)).isEmpty();
  }

  @Test
  void aSingleListThatLacksAColumnInPartIsFoundAndOneThatNeverHadItIsNot() {
    StudyText study =
        DAILY.with(
            "inputs",
            "{orders: {table: transaction, format: csv, files: []},"
                + " merchants: {table: merchant, format: csv, files: []}}");
    ProfileText list =
        new ProfileText(Merchant.TABLE, "merchants")
            .rows("list.csv", "", "", 100)
            .count("list.csv", "", "", Counted.MISSING, "sector", 100)
            .count("list.csv", "", "", Counted.MISSING, "size_class", 11)
            .count("list.csv", "", "", Counted.MISSING, "region_code", 10);
    assertThat(list.found("size_class_complete", study))
        .containsExactly(
            "merchants list.csv | merchants list.csv: size_class is missing in 11.0 % of the rows"
                + " (there is no other to compare it with)");
    assertThat(list.found("sector_complete", study)).isEmpty();
    assertThat(list.found("region_complete", study)).isEmpty();
  }

  @Test
  void sessionsThatStopBeforeTheWindowAreBehindAndADayWithoutAnyIsFound() {
    StudyText study =
        DAILY.with(
            "inputs",
            "{orders: {table: transaction, format: csv, files: []},"
                + " sessions: {table: live_session, format: csv, files: []}}");
    ProfileText sessions = new ProfileText(LiveSession.TABLE, "sessions");
    for (int day = 0; day < DAYS - 5; day++) {
      if (day != 12) {
        sessions.rows("live.csv", "", FIRST.plusDays(day).toString(), 100);
      }
    }
    assertThat(sessions.found("up_to_date", study))
        .containsExactly(
            "2025-09-05 | the latest rows are of 2025-09-05, 5 periods before 2025-09-10");
    assertThat(sessions.found("volume", study))
        .containsExactly(
            "2025-08-13 | 2025-08-13 has no rows where about 100 are usual (-100.0 %)");
  }

  @Test
  void columnsThatAFormatDoesNotKnowAreFoundByInput() {
    StudyText study =
        DAILY.with(
            "inputs",
            "{orders: {format: tiktok_orders, files: [], columns: {merchant_id:"
                + " {constant: m}}}, shop: {table:"
                + " transaction, format: csv, files: []}}");
    Map<String, List<String>> landed =
        Map.of("orders", List.of("Platform fee", "Order ID"), "shop", List.of("amount", "note"));
    ProfileText profile = new ProfileText().and(UnknownColumns.of(study.read(), landed));
    assertThat(profile.found("known_columns", study))
        .containsExactly("orders | orders: columns that its format does not know: Platform fee");
    assertThat(new ProfileText().verdicts("known_columns", DAILY.read()))
        .singleElement()
        .matches(verdict -> verdict.passed() && !verdict.isMeasured());
  }

  /** A hundred attributions, some of them of orders that are not listed. */
  private static ProfileText attributions(long lost) {
    return new ProfileText(Attribution.TABLE, "affiliates")
        .rows("affiliates.csv", "", "", 100)
        .count("affiliates.csv", "", "", Counted.ORPHANS, "order_listed", lost);
  }
}
