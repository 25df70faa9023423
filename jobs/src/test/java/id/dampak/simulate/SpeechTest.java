package id.dampak.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class SpeechTest {

  @Test
  void poolHoldsEveryLevelAndNoPhraseTwice() {
    List<Phrase> pool = Speech.load();
    assertThat(pool).hasSizeGreaterThanOrEqualTo(120);
    assertThat(pool).extracting(Phrase::text).doesNotHaveDuplicates();
    assertThat(pool).extracting(Phrase::level).contains(0, 1, 2, 3, 4).allMatch(l -> l <= 4);
  }

  @Test
  void incitingShareIsAsSet() {
    UniformRandomProvider random = Streams.of(1, Streams.SPEECH, 1);
    Speech speech = new Speech(0.5);
    long inciting = IntStream.range(0, 1000).filter(i -> speech.draw(random).level() == 4).count();
    // Four standard deviations of a fair coin.
    assertThat(inciting).isBetween(437L, 563L);
  }

  @Test
  void noPlaceholderIsSpoken() {
    UniformRandomProvider random = Streams.of(1, Streams.SPEECH, 2);
    Speech speech = new Speech(0.01);
    assertThat(IntStream.range(0, 1000).mapToObj(i -> speech.draw(random).text()))
        .noneMatch(text -> text.contains("{"));
  }
}
