package id.dampak.linalg;

import java.util.Arrays;

/** Residuals and scores of one group after the other, at given coefficients. */
final class GroupScores {
  final CentredRows room;

  /** Residuals of the part that was read, times weights. */
  final double[] weighted = new double[CentredRows.ROOM];

  /** Sum of the scores of the group so far. */
  final double[] score;

  /** Weighted sum of squared residuals of all groups so far. */
  double squares;

  private final GroupedRows rows;
  private final ScoreEquation equation;
  private final double[] residuals = new double[CentredRows.ROOM];
  private final double[] levels;

  /** Regressors that are held and have a coefficient: the first so many of those that are kept. */
  private final int held;

  /** Coefficients of dummies by code, 0 where there is none. */
  private final double[] eventCoefficients;

  /** Places of dummies among the terms by code, −1 where there is none. */
  private final int[] eventPlaces;

  /** Second effects of the dummies that are kept, by level. */
  private final double[][] eventEffects;

  private final double[] ofLevels;
  private double offset;

  GroupScores(GroupedRows rows, ScoreEquation equation) {
    PartialledOut effects = equation.effects();
    int[] kept = equation.kept();
    this.rows = rows;
    this.equation = equation;
    this.room = new CentredRows(rows);
    this.score = new double[kept.length];
    this.levels = equation.levels();
    this.held = (int) Arrays.stream(kept).filter(j -> !effects.isEvent(j)).count();
    int events = effects.outcome() - effects.regressors();
    this.eventCoefficients = new double[events];
    this.eventPlaces = new int[events];
    Arrays.fill(eventPlaces, -1);
    this.eventEffects = new double[levels.length][kept.length - held];
    this.ofLevels = new double[kept.length - held];
    for (int c = held; c < kept.length; c++) {
      int event = kept[c] - effects.regressors();
      eventPlaces[event] = c;
      eventCoefficients[event] = equation.coefficients()[c];
      for (int level = 0; level < levels.length; level++) {
        eventEffects[level][c - held] = effects.effects(kept[c])[level];
      }
    }
  }

  /** Turns to a group; returns the number of its rows. */
  int open(int group) {
    int count = room.open(group);
    if (count == 0) {
      return 0;
    }
    Arrays.fill(score, 0);
    double sum = 0;
    if (rows.isWeighted()) {
      double[] w = room.weightsOfGroup();
      for (int i = 0; i < count; i++) {
        sum += w[i] * fitted(i);
      }
    } else {
      for (int i = 0; i < count; i++) {
        sum += fitted(i);
      }
    }
    offset = sum / room.total;
    return count;
  }

  /** Reads a part of the group and adds its scores. */
  void read(int done, int size) {
    room.read(done, 0);
    leaveResiduals(done, size);
    for (int c = 0; c < held; c++) {
      int j = equation.kept()[c];
      score[c] += product(room.columns[j], equation.effects().effects(j), done, size);
    }
    if (held < score.length) {
      addEvents(done, size);
    }
  }

  /** What the level and the dummy of a row of the group contribute to its fitted value. */
  private double fitted(int i) {
    double level = levels[room.z[i]];
    return rows.hasEvents() && room.q[i] >= 0
        ? level + room.dose * eventCoefficients[room.q[i]]
        : level;
  }

  private void leaveResiduals(int done, int size) {
    double[] u = residuals;
    double[] outcome = room.columns[room.columns.length - 1];
    for (int i = 0; i < size; i++) {
      u[i] = outcome[i] - (fitted(done + i) - offset);
    }
    for (int c = 0; c < held; c++) {
      double b = equation.coefficients()[c];
      double[] x = room.columns[equation.kept()[c]];
      for (int i = 0; i < size; i++) {
        u[i] -= b * x[i];
      }
    }
    for (int i = 0; i < size; i++) {
      weighted[i] = room.weights[i] * u[i];
    }
    squares += SkylineCholesky.dot(u, 0, weighted, 0, size);
  }

  /** {@code Σ (ẍ − γ_z) w û}: the mean of γ in the group drops out. */
  private double product(double[] x, double[] gamma, int done, int size) {
    if (!room.consecutive) {
      double sum = 0;
      for (int i = 0; i < size; i++) {
        sum += (x[i] - gamma[room.z[done + i]]) * weighted[i];
      }
      return sum;
    }
    int level = room.z[done];
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < size; i += 4) {
      s0 += (x[i] - gamma[level + i]) * weighted[i];
      s1 += (x[i + 1] - gamma[level + i + 1]) * weighted[i + 1];
      s2 += (x[i + 2] - gamma[level + i + 2]) * weighted[i + 2];
      s3 += (x[i + 3] - gamma[level + i + 3]) * weighted[i + 3];
    }
    for (; i < size; i++) {
      s0 += (x[i] - gamma[level + i]) * weighted[i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  private void addEvents(int done, int size) {
    Arrays.fill(ofLevels, 0);
    for (int i = 0; i < size; i++) {
      int event = room.q[done + i];
      if (event >= 0 && eventPlaces[event] >= 0) {
        score[eventPlaces[event]] += room.dose * weighted[i];
      }
      double w = weighted[i];
      double[] gamma = eventEffects[room.z[done + i]];
      for (int e = 0; e < ofLevels.length; e++) {
        ofLevels[e] += w * gamma[e];
      }
    }
    for (int e = 0; e < ofLevels.length; e++) {
      score[held + e] -= ofLevels[e];
    }
  }
}
