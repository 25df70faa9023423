package id.dampak.silver;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.Rows;
import id.dampak.StudyText;
import id.dampak.study.Input.Target;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spark")
class KnowledgeTest {
  private static final TypedRows ORDERS =
      Silver.typed(
          StudyText.daily(),
          Target.TRANSACTION,
          Rows.landed(
              "orders",
              "transaction_id | merchant_id | occurred_at | amount | region | known_at",
              "1 | a | 2025-08-01 | 10 | Bali | 2025-08",
              "1 | a | 2025-08-01 | 12 | Bali | 2025-09-03",
              "2 | a | 2025-08-01 | 20 | Bali | 2025-09-03T10:00:00+07:00",
              "3 | a | 2025-08-01 | 30 | Bali | ",
              "4 | a | 2025-08-01 | 40 | Bali | soon"));

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
    TypedRows then = ORDERS.knownBy(Instant.parse("2025-08-31T17:00:00Z"));
    assertThat(Rows.texts(then.accepted(), "transaction_id", "amount"))
        .isEqualTo(List.of("1 | 10", "3 | 30"));
    assertThat(Rows.texts(then.superseded(), "source_row")).isEmpty();
  }

  @Test
  void whatIsKnownFromAMomentIsNotKnownASecondEarlier() {
    TypedRows then = ORDERS.knownBy(Instant.parse("2025-08-31T16:59:59Z"));
    assertThat(Rows.texts(then.accepted(), "transaction_id")).isEqualTo(List.of("3"));
  }

  @Test
  void aRowOfWhichItCannotBeToldIsSetAside() {
    assertThat(Rows.texts(ORDERS.quarantined(), "source_row", "reasons"))
        .isEqualTo(List.of("5 | [known_at \"soon\" is not an ISO date or time]"));
  }
}
