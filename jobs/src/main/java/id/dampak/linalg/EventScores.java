package id.dampak.linalg;

import java.util.Arrays;

/** What dummies times a dose contribute to residuals and scores, without being written out. */
final class EventScores {
  private final double[] levelsOfOutcome;

  /** Coefficients by dummy, 0 where there is none. */
  private final double[] coefficients;

  /** Places among the terms by dummy, −1 where there is none. */
  private final int[] places;

  /** Second effects of the dummies that are kept, by level. */
  private final double[][] effects;

  private final int held;
  private final double[] ofLevels;
  private double mean;

  EventScores(ScoreEquation equation, int held) {
    PartialledOut left = equation.effects();
    int[] kept = equation.kept();
    int events = left.outcome() - left.regressors();
    this.held = held;
    this.levelsOfOutcome = left.effects(left.outcome()).clone();
    this.coefficients = new double[events];
    this.places = new int[events];
    Arrays.fill(places, -1);
    this.ofLevels = new double[kept.length - held];
    this.effects = new double[ofLevels.length == 0 ? 0 : left.levels()][ofLevels.length];
    for (int c = held; c < kept.length; c++) {
      int event = left.eventOf(kept[c]);
      places[event] = c;
      coefficients[event] = equation.coefficients()[c];
      double[] gamma = left.effects(kept[c]);
      for (int level = 0; level < gamma.length; level++) {
        effects[level][c - held] = gamma[level];
        levelsOfOutcome[level] -= coefficients[event] * gamma[level];
      }
    }
  }

  /** Effects of levels on the outcome less what the dummies explain of it. */
  double[] levelsOfOutcome() {
    return levelsOfOutcome;
  }

  /** Turns to the group that a room is open for. */
  void open(CentredRows room) {
    double[] w = room.evenWeights ? new double[0] : room.weightsOfGroup();
    double sum = 0;
    for (int i = 0; i < room.q.length; i++) {
      if (room.q[i] >= 0) {
        sum += (w.length == 0 ? 1 : w[i]) * coefficients[room.q[i]];
      }
    }
    mean = room.dose * sum / (w.length == 0 ? room.q.length : room.total);
  }

  /** Subtracts what the dummies explain of a part of the group. */
  void subtract(CentredRows room, int done, int size, double[] from) {
    for (int i = 0; i < size; i++) {
      int event = room.q[done + i];
      from[i] -= (event < 0 ? 0 : room.dose * coefficients[event]) - mean;
    }
  }

  /** Adds the scores of the dummies in a part of the group. */
  void addScores(CentredRows room, int done, int size, double[] weighted, double[] score) {
    Arrays.fill(ofLevels, 0);
    for (int i = 0; i < size; i++) {
      int event = room.q[done + i];
      if (event >= 0 && places[event] >= 0) {
        score[places[event]] += room.dose * weighted[i];
      }
      double w = weighted[i];
      double[] gamma = effects[room.z[done + i]];
      for (int e = 0; e < ofLevels.length; e++) {
        ofLevels[e] += w * gamma[e];
      }
    }
    for (int e = 0; e < ofLevels.length; e++) {
      score[held + e] -= ofLevels[e];
    }
  }
}
