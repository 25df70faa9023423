package id.dampak.silver;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.Rows;
import id.dampak.StudyText;
import id.dampak.study.Input.Target;
import id.dampak.study.Study;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spark")
class KnowledgeTest {
  private static final Dataset<Row> LANDED =
      Rows.landed(
          "orders",
          "transaction_id | merchant_id | occurred_at | amount | region | known_at",
          "1 | a | 2025-08-01 | 10 | Bali | 2025-08",
          "1 | a | 2025-08-01 | 12 | Bali | 2025-09-03",
          "2 | a | 2025-08-01 | 20 | Bali | 2025-09-03T10:00:00+07:00",
          "3 | a | 2025-08-01 | 30 | Bali | ",
          "4 | a | 2025-08-01 | 40 | Bali | soon");

  private static final TypedRows ORDERS =
      Silver.typed(StudyText.daily(), Target.TRANSACTION, LANDED);

  @Test
  void aRowIsKnownFromTheEndOfTheDayOrMonthThatItsSourceNames() {
    // In WIB, seven hours ahead of UTC; row 3 landed at the epoch.
    assertThat(Rows.texts(ORDERS.accepted(), "transaction_id", "amount", "known_at"))
        .isEqualTo(
            List.of(
                "1 | 12 | 2025-09-03 17:00:00",
                "2 | 20 | 2025-09-03 03:00:00",
                "3 | 30 | 1970-01-01 00:00:00"));
  }

  @Test
  void whatWasKnownEarlierIsWhatCountedThen() {
    TypedRows then = asKnownOn("2025-08-31");
    assertThat(Rows.texts(then.accepted(), "transaction_id", "amount"))
        .isEqualTo(List.of("1 | 10", "3 | 30"));
    assertThat(Rows.texts(then.superseded(), "source_row")).isEmpty();
  }

  @Test
  void aMonthIsNotKnownOnItsLastDayButOne() {
    TypedRows then = asKnownOn("2025-08-30");
    assertThat(Rows.texts(then.accepted(), "transaction_id")).isEqualTo(List.of("3"));
  }

  @Test
  void aRowOfWhichItCannotBeToldIsSetAside() {
    assertThat(Rows.texts(ORDERS.quarantined(), "source_row", "reasons"))
        .isEqualTo(List.of("5 | [known_at \"soon\" is not an ISO date or time]"));
  }

  private static TypedRows asKnownOn(String day) {
    Study study = StudyText.daily().read().asKnownOn(LocalDate.parse(day));
    return new Typing(study).rows(Target.TRANSACTION, input -> LANDED);
  }
}
