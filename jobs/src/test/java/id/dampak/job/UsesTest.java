package id.dampak.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class UsesTest {
  private static final Instant MONDAY = Instant.parse("2025-09-01T00:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2025-09-02T00:00:00.000001Z");
  private static final Instant FRIDAY = Instant.parse("2025-09-05T00:00:00Z");

  @Test
  void aFileThatLeftAndCameBackDidNotCountBetween() {
    Uses uses = Uses.since(MONDAY).then(TUESDAY).then(FRIDAY);

    assertThat(uses.coverUntil(MONDAY)).isFalse();
    assertThat(uses.coverUntil(TUESDAY)).isTrue();
    assertThat(uses.coverUntil(TUESDAY.plusNanos(1_000))).isFalse();
    assertThat(uses.coverUntil(FRIDAY)).isFalse();
    assertThat(uses.coverUntil(FRIDAY.plusSeconds(1))).isTrue();
    assertThat(uses.areOpen()).isTrue();
    assertThat(uses.then(FRIDAY.plusSeconds(60)).areOpen()).isFalse();
    assertThat(Uses.NONE.areOpen()).isFalse();
  }

  @Test
  void whatIsWrittenDownIsReadBack() {
    Uses left = Uses.since(MONDAY).then(TUESDAY);

    assertThat(left.text()).isEqualTo("2025-09-01T00:00:00Z/2025-09-02T00:00:00.000001Z");
    assertThat(left.then(FRIDAY).text()).isEqualTo(left.text() + " 2025-09-05T00:00:00Z/");
    assertThat(Uses.of(left.text())).isEqualTo(left);
    assertThat(Uses.of(left.then(FRIDAY).text())).isEqualTo(left.then(FRIDAY));
  }
}
