package id.dampak.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
  private static final List<String> KNOWN = List.of("title", "time_zone", "seed", "by");

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "titel, title", // two letters changed places: two edits
    "time-zone, time_zone",
    "timezone, time_zone",
    "sead, seed",
    "bi, by",
  })
  void theNearestKnownWordIsSuggested(String word, String suggestion) {
    assertThat(Spelling.closest(word, KNOWN)).isEqualTo(suggestion);
  }

  @ParameterizedTest
  @CsvSource({"xylophone", "x", "of", "s", "''"})
  void nothingIsSuggestedWhereNoWordIsNear(String word) {
    assertThat(Spelling.closest(word, KNOWN)).isEmpty();
  }

  @Test
  void nothingIsSuggestedWhereNothingIsKnown() {
    assertThat(Spelling.closest("title", List.of())).isEmpty();
  }
}
