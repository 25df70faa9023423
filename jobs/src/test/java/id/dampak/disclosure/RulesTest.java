package id.dampak.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RulesTest {

  @Test
  void tenEqualContributorsMayBePublishedAndNineMayNot() {
    assertThat(Rules.STRICT.allow(equal(10))).isTrue();
    assertThat(Rules.STRICT.allow(equal(9))).isFalse();
    assertThat(Rules.LIGHT.allow(equal(3))).isTrue();
    assertThat(Rules.LIGHT.allow(equal(2))).isFalse();
  }

  @Test
  void merchantsWithoutSalesHideNobody() {
    Contributions three = Contributions.of(5).plus(Contributions.of(5)).plus(Contributions.of(5));
    Contributions zeros =
        LongStream.range(0, 20)
            .mapToObj(merchant -> Contributions.of(0))
            .reduce(Contributions.NONE, Contributions::plus);

    assertThat(Rules.STRICT.allow(three.plus(zeros))).isFalse();
    assertThat(Rules.STRICT.allow(zeros)).as("each of them would be known to be 0").isFalse();
  }

  @Test
  void aCellWithNobodyShowsItsZero() {
    assertThat(Rules.STRICT.allow(Contributions.NONE)).isTrue();
  }

  @Test
  void oneContributorMayHaveHalfAndNoMore() {
    Contributions half = Contributions.of(20).plus(equal(20));
    Contributions more = Contributions.of(21).plus(equal(20));

    assertThat(Rules.STRICT.allow(half)).isTrue();
    assertThat(Rules.STRICT.allow(more)).isFalse();
  }

  @Test
  void twoContributorsMayHaveTwoThirdsAndNoMore() {
    Contributions two = Contributions.of(33).plus(Contributions.of(34));

    assertThat(Rules.STRICT.allow(two.plus(equal(33)))).isTrue();
    assertThat(Rules.STRICT.allow(two.plus(equal(32)))).isFalse();
  }

  @Test
  void aDominatedCellMustSeemLargeEnoughToPassTheRule() {
    // 80 of 100 is half of 160, which is 60 more; (2, 67 %) asks for 82 / 0.67 = 122 only.
    Contributions dominated = Contributions.of(80).plus(Contributions.of(2)).plus(equal(18));

    assertThat(Rules.STRICT.distance(dominated, 1)).isCloseTo(60, within(1e-9));
  }

  @Test
  void aSmallCellStaysUncertainByAShareOfItsValue() {
    assertThat(Rules.STRICT.distance(equal(9), 1)).isCloseTo(0.9, within(1e-9));
  }

  @Test
  void aZeroOfAFewStaysUncertainByAShareOfAUsualContribution() {
    assertThat(Rules.STRICT.distance(Contributions.of(0), 70)).isCloseTo(7, within(1e-9));
  }

  @Test
  void cellsTogetherKeepTheTwoLargestOfAllContributors() {
    Contributions one = Contributions.of(5).plus(Contributions.of(9));
    Contributions other = Contributions.of(7).plus(Contributions.of(1));

    assertThat(one.plus(other)).isEqualTo(new Contributions(4, 4, 22, 9, 7));
  }

  @Test
  void rulesThatProtectNothingAreRefused() {
    assertThatThrownBy(() -> new Rules(0, List.of(), 0.1)).hasMessageContaining("contributors");
    assertThatThrownBy(() -> new Rules(3, List.of(), 0)).hasMessageContaining("ambiguity");
    assertThatThrownBy(() -> new Dominance(3, 0.5)).hasMessageContaining("3");
    assertThatThrownBy(() -> new Dominance(1, 1)).hasMessageContaining("1.0");
  }

  private static Contributions equal(int contributors) {
    return LongStream.range(0, contributors)
        .mapToObj(contributor -> Contributions.of(1))
        .reduce(Contributions.NONE, Contributions::plus);
  }
}
