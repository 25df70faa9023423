package id.dampak.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class MeasuresTest {
  private static final boolean[] TRUTH = {true, false, true, false};
  private static final double[] SCORE = {0.9, 0.8, 0.3, 0.1};

  @Test
  void averagePrecisionAddsPrecisionWhereRecallGrows() {
    // First hit at rank 1 (precision 1), second at rank 3 (2/3), each half of the recall.
    assertThat(Measures.averagePrecision(TRUTH, SCORE).orElseThrow())
        .isCloseTo(0.5 * 1 + 0.5 * 2 / 3, within(1e-15));
  }

  @Test
  void averagePrecisionOfEqualScoresIsTheShareOfPositives() {
    assertThat(Measures.averagePrecision(TRUTH, new double[] {1, 1, 1, 1}).orElseThrow())
        .isEqualTo(0.5);
  }

  @Test
  void rocAreaCountsPairsInOrderAndTiesHalf() {
    // Pairs (positive, negative): .9>.8, .9>.1, .3<.8, .3>.1: three of four.
    assertThat(Measures.rocArea(TRUTH, SCORE).orElseThrow()).isEqualTo(0.75);
    assertThat(Measures.rocArea(TRUTH, new double[] {1, 1, 1, 1}).orElseThrow()).isEqualTo(0.5);
  }

  @Test
  void brierIsTheMeanSquaredError() {
    // 0.1² + 0.8² + 0.7² + 0.1² = 0.01 + 0.64 + 0.49 + 0.01 = 1.15
    assertThat(Measures.brier(TRUTH, SCORE).orElseThrow()).isCloseTo(1.15 / 4, within(1e-15));
  }

  @Test
  void calibrationErrorComparesMeanScoreAndShareByTenths() {
    // Two texts at .75 with one positive: |1.5 − 1| = .5; one at 1.0, positive: 0; so .5 / 3.
    assertThat(
            Measures.calibrationError(
                    new boolean[] {true, false, true}, new double[] {0.75, 0.75, 1.0})
                .orElseThrow())
        .isCloseTo(0.5 / 3, within(1e-15));
  }

  @Test
  void theThresholdFlagsNoMoreThanTheAllowedShareOfNegatives() {
    boolean[] truth = {true, false, true, false, false, false};
    double[] score = {0.9, 0.8, 0.7, 0.6, 0.6, 0.1};
    // Four negatives: none, one and (with the tie at .6) three of them are flagged at .9, .7, .6.
    assertThat(Measures.thresholdAtFalsePositiveShare(truth, score, 0.0)).isEqualTo(0.9);
    assertThat(Measures.thresholdAtFalsePositiveShare(truth, score, 0.5)).isEqualTo(0.7);
    assertThat(Measures.thresholdAtFalsePositiveShare(truth, score, 0.75)).isEqualTo(0.6);
  }

  @Test
  void measuresWithoutOneClassAreNotDefined() {
    boolean[] none = {false, false};
    double[] score = {0.2, 0.4};
    assertThat(Measures.averagePrecision(none, score)).isEmpty();
    assertThat(Measures.rocArea(none, score)).isEmpty();
    assertThat(Confusion.at(0.5, none, score).recall()).isEmpty();
    assertThat(Confusion.at(0.5, none, score).precision()).isEmpty();
    assertThat(Measures.brier(new boolean[0], new double[0])).isEmpty();
  }

  @Test
  void confusionCountsAScoreAtTheThresholdAsFlagged() {
    Confusion confusion = Confusion.at(0.3, TRUTH, SCORE);
    assertThat(confusion).isEqualTo(new Confusion(2, 0, 1, 1));
    assertThat(confusion.precision()).hasValue(2.0 / 3);
    assertThat(confusion.recall()).hasValue(1);
    assertThat(confusion.specificity()).hasValue(0.5);
    assertThat(confusion.f1()).hasValue(0.8);
    assertThat(confusion.accuracy()).hasValue(0.75);
  }
}
