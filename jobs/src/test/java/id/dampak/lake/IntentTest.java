package id.dampak.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntentTest {
  @TempDir Path lake;

  @Test
  void whereNothingWasLeftEverythingCanBeAddedTo() {
    assertThat(intent().forbidsAdding(() -> Set.of("a"))).isFalse();
  }

  @Test
  void whatWasCutWhileItAddedCanBeDoneOnceMoreAndMoreThanThat() {
    intent().begin(Set.of("a", "b"), false);
    assertThat(intent().forbidsAdding(() -> Set.of("a", "b"))).isFalse();
    assertThat(intent().forbidsAdding(() -> Set.of("a", "b", "c"))).isFalse();
  }

  @Test
  void lessThanWhatWasCutHasToBeginWithNothing() {
    intent().begin(Set.of("a", "b"), false);
    assertThat(intent().forbidsAdding(() -> Set.of("a"))).isTrue();
  }

  @Test
  void whatWasCutAfterItBeganWithNothingDoesSoAgain() {
    intent().begin(Set.of("a"), true);
    assertThat(intent().forbidsAdding(() -> Set.of("a"))).isTrue();
  }

  @Test
  void whatIsDoneForbidsNothing() {
    intent().begin(Set.of("a"), true);
    intent().fulfil();
    assertThat(intent().forbidsAdding(() -> Set.of("b"))).isFalse();
  }

  @Test
  void whatIsIntendedForOneOwnerConcernsNoOther() {
    intent().begin(Set.of("a"), true);
    assertThat(new Intent(lake, "clean", "another").forbidsAdding(() -> Set.of("b"))).isFalse();
  }

  private Intent intent() {
    return new Intent(lake, "clean", "market");
  }
}
