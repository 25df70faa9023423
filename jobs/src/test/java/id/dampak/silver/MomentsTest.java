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
class MomentsTest {
  private static final String HEADER =
      "transaction_id | merchant_id | occurred_at | amount | region";

  @Test
  void anIsoTimeWithAnOffsetStandsForItself() {
    // 20:40 at +07:00, 21:40 at +08:00 and 13:40 at Z are the same moment.
    assertThat(
            moments(
                StudyText.daily(),
                "2025-08-30T20:40:00+07:00",
                "2025-08-30 21:40+0800",
                "2025-08-30T13:40:00.000Z",
                "2025-08-30T20:40+07"))
        .isEqualTo(
            List.of(
                "1 | 2025-08-30 13:40:00",
                "2 | 2025-08-30 13:40:00",
                "3 | 2025-08-30 13:40:00",
                "4 | 2025-08-30 13:40:00"));
  }

  @Test
  void aTimeWithoutAnOffsetIsOnTheWallClockOfTheDeclaredZone() {
    // The zone of the study (WIB, +7) where the input declares none, else that of the input (WIT,
    // +9).
    assertThat(moments(StudyText.daily(), "2025-08-30 20:40", "2025-08-30T20:40:15", "2025-08-30"))
        .isEqualTo(
            List.of(
                "1 | 2025-08-30 13:40:00", "2 | 2025-08-30 13:40:15", "3 | 2025-08-29 17:00:00"));
    assertThat(moments(StudyText.daily().orders("time_zone: Asia/Jayapura"), "2025-08-30 20:40"))
        .isEqualTo(List.of("1 | 2025-08-30 11:40:00"));
  }

  @Test
  void aPatternReadsDatesTheIndonesianWay() {
    assertThat(
            moments(
                StudyText.daily().orders("date_format: 'dd/MM/yyyy HH:mm'"),
                "02/09/2025 13:00",
                "30/08/2025 20:40"))
        .isEqualTo(List.of("1 | 2025-09-02 06:00:00", "2 | 2025-08-30 13:40:00"));
  }

  @Test
  void aPatternWithAnOffsetIsNotShiftedAgain() {
    assertThat(
            moments(
                StudyText.daily().orders("date_format: 'dd/MM/yyyy HH:mm XXX'"),
                "02/09/2025 13:00 +08:00"))
        .isEqualTo(List.of("1 | 2025-09-02 05:00:00"));
  }

  @Test
  void aMonthStandsForItsFirstMomentOnTheWallClock() {
    // Chicago is five hours behind UTC in summer and six in winter.
    StudyText texas =
        StudyText.daily()
            .with("regions", "as_is")
            .orders("date_format: yyyy-MM, time_zone: America/Chicago");
    assertThat(moments(texas, "2017-08", "2017-12"))
        .isEqualTo(List.of("1 | 2017-08-01 05:00:00", "2 | 2017-12-01 06:00:00"));
  }

  @Test
  void whatIsNoTimeIsSetAsideWithItsValue() {
    assertThat(
            reasons(
                StudyText.daily(),
                "30/08/2025 20:40",
                "20:40",
                "2025",
                "2025-02-30",
                "2025-08-30 20:40 Asia/Jakarta"))
        .isEqualTo(
            List.of(
                "[occurred_at \"2025\" is not an ISO date or time]",
                "[occurred_at \"2025-02-30\" is not an ISO date or time]",
                "[occurred_at \"2025-08-30 20:40 Asia/Jakarta\" is not an ISO date or time]",
                "[occurred_at \"20:40\" is not an ISO date or time]",
                "[occurred_at \"30/08/2025 20:40\" is not an ISO date or time]"));
    assertThat(
            reasons(
                StudyText.daily().orders("date_format: dd/MM/yyyy"), "2025/08/30", "31/02/2025"))
        .isEqualTo(
            List.of(
                "[occurred_at \"2025/08/30\" is not a time of the form dd/MM/yyyy]",
                "[occurred_at \"31/02/2025\" is not a time of the form dd/MM/yyyy]"));
  }

  @Test
  void ordersAfterMidnightInJakartaFallOnTheNextDay() {
    // 17:30 UTC on the 30th is 00:30 on the 31st in Jakarta, but 16:59 UTC is still the 30th.
    assertThat(locals("2025-08-30T17:30:00Z | DKI Jakarta", "2025-08-30T16:59:59Z | DKI Jakarta"))
        .isEqualTo(List.of("1 | 2025-08-31 00:30:00", "2 | 2025-08-30 23:59:59"));
  }

  @Test
  void theSameMomentIsAnotherLocalDayInPapuaThanInJavaOrBali() {
    // 15:30 UTC: 22:30 WIB, 23:30 WITA, 00:30 WIT.
    assertThat(
            locals(
                "2025-08-30T15:30:00Z | Jawa Barat",
                "2025-08-30T15:30:00Z | Bali",
                "2025-08-30T15:30:00Z | Papua",
                "2025-08-30T15:30:00Z | "))
        .isEqualTo(
            List.of(
                "1 | 2025-08-30 22:30:00",
                "2 | 2025-08-30 23:30:00",
                "3 | 2025-08-31 00:30:00",
                "4 | 2025-08-30 22:30:00"));
  }

  private static TypedRows typed(StudyText study, Dataset<Row> bronze) {
    return Silver.typed(study, Target.TRANSACTION, bronze);
  }

  private static List<String> moments(StudyText study, String... times) {
    return Rows.texts(typed(study, orders(times)).accepted(), "transaction_id", "occurred_at");
  }

  private static List<String> reasons(StudyText study, String... times) {
    TypedRows typed = typed(study, orders(times));
    assertThat(typed.accepted().collectAsList()).isEmpty();
    return Rows.texts(typed.quarantined(), "reasons");
  }

  private static List<String> locals(String... timesAndRegions) {
    String[] lines = new String[timesAndRegions.length];
    for (int i = 0; i < lines.length; i++) {
      String[] parts = timesAndRegions[i].split("\\|", -1);
      lines[i] = (i + 1) + " | a | " + parts[0] + " | 1 |" + parts[1];
    }
    return Rows.texts(
        typed(StudyText.daily(), Rows.landed("orders", HEADER, lines)).accepted(),
        "transaction_id",
        "local_at");
  }

  private static Dataset<Row> orders(String... times) {
    String[] lines = new String[times.length];
    for (int i = 0; i < times.length; i++) {
      lines[i] = (i + 1) + " | a | " + times[i] + " | 1 | ";
    }
    return Rows.landed("orders", HEADER, lines);
  }
}
