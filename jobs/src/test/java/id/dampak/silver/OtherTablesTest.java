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
class OtherTablesTest {

  @Test
  void merchantsHaveAKnownSizeClassAndADayOfOpening() {
    TypedRows typed =
        typed(
            "merchant",
            Target.MERCHANT,
            Rows.landed(
                "rows",
                "merchant_id | region | sector | size_class | opened_on",
                "a | Bali | G | mikro | 2025-08-15",
                "b | Bali |   |       | ",
                "c | Bali | G | huge  | 15/08/2025"));
    assertThat(Rows.texts(typed.accepted(), "merchant_id", "sector", "size_class", "opened_at"))
        .isEqualTo(List.of("a | G | mikro | 2025-08-15", "b | unknown | unknown | null"));
    assertThat(Rows.texts(typed.quarantined(), "reasons"))
        .isEqualTo(
            List.of(
                "[size_class \"huge\" is none of [mikro, kecil, menengah, besar, unknown],"
                    + " opened_on \"15/08/2025\" is not an ISO date or time]"));
  }

  @Test
  void aDayOfOpeningIsReadAsTheInputDeclaresDates() {
    TypedRows typed =
        typed(
            "merchant, date_format: dd/MM/yyyy",
            Target.MERCHANT,
            Rows.landed(
                "rows",
                "merchant_id | region | opened_on",
                "a | Bali | 03/04/2020",
                "b | Bali | 2020-04-03",
                "c | Bali | 2020"));
    assertThat(Rows.texts(typed.accepted(), "merchant_id", "opened_at"))
        .containsExactly("a | 2020-04-03", "b | 2020-04-03", "c | 2020-01-01");
  }

  @Test
  void liveSessionsEndAfterTheyStart() {
    TypedRows typed =
        typed(
            "live_session",
            Target.LIVE_SESSION,
            Rows.landed(
                "rows",
                "session_id | merchant_id | platform | started_at | ended_at | amount | views | text | level",
                "1 | a | TikTok | 2025-08-30 19:00 | 2025-08-30 20:40 | 10 | 5   | halo | 0",
                "2 | a | TikTok | 2025-08-30 19:00 | 2025-08-30 19:00 | 10 | 5   | halo | ",
                "3 | a | TikTok | 2025-08-30 19:00 | 2025-08-30 20:00 | 10 | 5.5 | halo | 7"));
    assertThat(Rows.texts(typed.accepted(), "session_id", "ended_at", "views", "level"))
        .isEqualTo(List.of("1 | 2025-08-30 13:40:00 | 5 | 0"));
    assertThat(Rows.texts(typed.quarantined(), "reasons"))
        .isEqualTo(
            List.of(
                "[ended_at 2025-08-30 19:00 is not after started_at 2025-08-30 19:00]",
                "[views \"5.5\" is not a number, or too large a one,"
                    + " level \"7\" is not a level from 0 to 4]"));
  }

  @Test
  void labelledTextsNeedTheirLabel() {
    TypedRows typed =
        typed(
            "content",
            Target.CONTENT,
            Rows.landed(
                "rows",
                "content_id | text | level | family | register",
                "1 | halo | 4 | f1 | caption",
                "2 | halo |   | f1 | ",
                "3 |      | 0 |    | "));
    assertThat(Rows.texts(typed.accepted(), "content_id", "level", "register"))
        .isEqualTo(List.of("1 | 4 | caption"));
    assertThat(Rows.texts(typed.quarantined(), "reasons"))
        .isEqualTo(List.of("[level is missing]", "[text is missing, family is missing]"));
  }

  @Test
  void textsForEvaluationAreToBeFlaggedOrNot() {
    TypedRows typed =
        typed(
            "evaluation_text",
            Target.EVALUATION_TEXT,
            Rows.landed(
                "rows",
                "content_id | text | expected | category",
                "1 | halo | 0 | greeting",
                "2 | halo | 1 | ",
                "3 | halo | 4 | ",
                "4 | halo |   | "));
    assertThat(Rows.texts(typed.accepted(), "content_id", "expected", "category"))
        .isEqualTo(List.of("1 | 0 | greeting", "2 | 1 | null"));
    assertThat(Rows.texts(typed.quarantined(), "reasons"))
        .isEqualTo(List.of("[expected \"4\" is neither 0 nor 1]", "[expected is missing]"));
  }

  private static TypedRows typed(String table, Target target, Dataset<Row> rows) {
    return Silver.typed(
        StudyText.daily().with("inputs", "{rows: {table: " + table + ", format: csv, files: []}}"),
        target,
        rows);
  }
}
