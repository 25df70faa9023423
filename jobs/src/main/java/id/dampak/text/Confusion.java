package id.dampak.text;

import java.util.OptionalDouble;

/**
 * What flagging from a threshold upwards gets right and wrong.
 *
 * @param hits inciting texts that are flagged
 * @param misses inciting texts that are not
 * @param falseAlarms other texts that are flagged
 * @param passes other texts that are not
 */
public record Confusion(int hits, int misses, int falseAlarms, int passes) {

  /** Counts at {@code threshold}; a score equal to it is flagged. */
  public static Confusion at(double threshold, boolean[] positive, double[] score) {
    int hits = 0;
    int misses = 0;
    int falseAlarms = 0;
    int passes = 0;
    for (int i = 0; i < positive.length; i++) {
      boolean flagged = score[i] >= threshold;
      hits += positive[i] && flagged ? 1 : 0;
      misses += positive[i] && !flagged ? 1 : 0;
      falseAlarms += !positive[i] && flagged ? 1 : 0;
      passes += !positive[i] && !flagged ? 1 : 0;
    }
    return new Confusion(hits, misses, falseAlarms, passes);
  }

  /** Share of the flagged that incite. */
  public OptionalDouble precision() {
    return Measures.ratio(hits, hits + falseAlarms);
  }

  /** Share of the inciting that are flagged. */
  public OptionalDouble recall() {
    return Measures.ratio(hits, hits + misses);
  }

  /** Share of the others that are left alone. */
  public OptionalDouble specificity() {
    return Measures.ratio(passes, passes + falseAlarms);
  }

  /** Harmonic mean of precision and recall. */
  public OptionalDouble f1() {
    return Measures.ratio(2.0 * hits, 2 * hits + falseAlarms + misses);
  }

  /** Share of all texts that are decided rightly. */
  public OptionalDouble accuracy() {
    return Measures.ratio(hits + passes, hits + misses + falseAlarms + passes);
  }
}
