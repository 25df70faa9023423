package id.dampak.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;

/**
 * How good scores are, as functions of arrays: {@code positive[i]} says whether text i incites,
 * {@code score[i]} is what the classifier gave it. A measure that is not defined on a set, such as
 * recall without positives, is empty. No input is changed.
 */
public final class Measures {
  private static final int BINS = 10;

  private Measures() {}

  /**
   * Area under the precision-recall curve as average precision: Σ precision · gain in recall, over
   * the distinct scores from the highest down, so that ties are counted together.
   */
  public static OptionalDouble averagePrecision(boolean[] positive, double[] score) {
    long positives = count(positive);
    if (positives == 0) {
      return OptionalDouble.empty();
    }
    Integer[] order = byScoreFromHighest(score);
    double area = 0;
    long hits = 0;
    int i = 0;
    while (i < order.length) {
      int end = endOfTie(order, score, i);
      long gained = 0;
      for (int k = i; k < end; k++) {
        gained += positive[order[k]] ? 1 : 0;
      }
      hits += gained;
      area += (double) gained / positives * hits / end;
      i = end;
    }
    return OptionalDouble.of(area);
  }

  /** Probability that a positive scores above a negative, ties counting half. */
  public static OptionalDouble rocArea(boolean[] positive, double[] score) {
    long positives = count(positive);
    long negatives = positive.length - positives;
    if (positives == 0 || negatives == 0) {
      return OptionalDouble.empty();
    }
    Integer[] order = byScoreFromHighest(score);
    double wins = 0;
    long above = 0;
    int i = 0;
    while (i < order.length) {
      int end = endOfTie(order, score, i);
      long tied = 0;
      for (int k = i; k < end; k++) {
        tied += positive[order[k]] ? 1 : 0;
      }
      wins += (end - i - tied) * (above + tied / 2.0);
      above += tied;
      i = end;
    }
    return OptionalDouble.of(wins / positives / negatives);
  }

  /** Mean squared difference of probability and truth. */
  public static OptionalDouble brier(boolean[] positive, double[] probability) {
    double sum = 0;
    for (int i = 0; i < positive.length; i++) {
      double difference = probability[i] - (positive[i] ? 1 : 0);
      sum += difference * difference;
    }
    return ratio(sum, positive.length);
  }

  /**
   * Expected calibration error: the difference of mean probability and share of positives in each
   * of ten bins of equal width, weighted by the texts in it.
   */
  public static OptionalDouble calibrationError(boolean[] positive, double[] probability) {
    double[] difference = new double[BINS];
    for (int i = 0; i < positive.length; i++) {
      int bin = (int) Math.min(probability[i] * BINS, BINS - 1.0);
      difference[bin] += probability[i] - (positive[i] ? 1 : 0);
    }
    return ratio(Arrays.stream(difference).map(Math::abs).sum(), positive.length);
  }

  /**
   * The lowest threshold at which at most {@code share} of the negatives are flagged; one that
   * flags nothing below certainty when there is no such score.
   */
  public static double thresholdAtFalsePositiveShare(
      boolean[] positive, double[] score, double share) {
    long allowed = (long) Math.floor(share * (positive.length - count(positive)));
    Integer[] order = byScoreFromHighest(score);
    double threshold = 1;
    long flagged = 0;
    int i = 0;
    while (i < order.length) {
      int end = endOfTie(order, score, i);
      for (int k = i; k < end; k++) {
        flagged += positive[order[k]] ? 0 : 1;
      }
      if (flagged > allowed) {
        return threshold;
      }
      threshold = score[order[i]];
      i = end;
    }
    return threshold;
  }

  static OptionalDouble ratio(double part, double whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
  }

  private static long count(boolean[] positive) {
    long count = 0;
    for (boolean p : positive) {
      count += p ? 1 : 0;
    }
    return count;
  }

  private static Integer[] byScoreFromHighest(double[] score) {
    Integer[] order = new Integer[score.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble((Integer i) -> score[i]).reversed());
    return order;
  }

  private static int endOfTie(Integer[] order, double[] score, int start) {
    int end = start + 1;
    while (end < order.length && score[order[end]] == score[order[start]]) {
      end++;
    }
    return end;
  }
}
