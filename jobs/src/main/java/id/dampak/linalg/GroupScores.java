package id.dampak.linalg;

import java.util.Arrays;

/** Residuals and scores of one group after the other, at given coefficients. */
final class GroupScores {
  /** The regressors that are held and have a coefficient, then the outcome. */
  final CentredRows room;

  /** Residuals of the part that was read, times weights. */
  final double[] weighted = new double[CentredRows.ROOM];

  /** Sum of the scores of the group so far. */
  final double[] score;

  /** Weighted sum of squared residuals of all groups so far. */
  double squares;

  private final GroupedRows rows;
  private final double[] coefficients;
  private final LevelMeans levels;

  /** Terms that are held as columns: the first so many. */
  private final int held;

  private final EventScores events;

  GroupScores(GroupedRows rows, ScoreEquation equation) {
    PartialledOut effects = equation.effects();
    this.rows = rows;
    this.coefficients = equation.coefficients();
    this.score = new double[coefficients.length];
    this.held = (int) Arrays.stream(equation.kept()).filter(j -> !effects.isEvent(j)).count();
    int[] which = Arrays.copyOf(equation.kept(), held + 1);
    which[held] = effects.columnOf(effects.outcome());
    this.room = new CentredRows(rows, which);
    double[][] ofLevels = new double[held + 1][];
    for (int c = 0; c < held; c++) {
      ofLevels[c] = effects.effects(which[c]);
    }
    this.events = new EventScores(equation, held);
    ofLevels[held] = events.levelsOfOutcome();
    this.levels = new LevelMeans(ofLevels);
  }

  /** Turns to a group; returns the number of its rows. */
  int open(int group) {
    int count = room.open(group);
    if (count > 0) {
      Arrays.fill(score, 0);
      levels.open(room);
      if (rows.hasEvents()) {
        events.open(room);
      }
    }
    return count;
  }

  /** Reads a part of the group, leaves what the effects leave of it, and adds its scores. */
  void read(int done, int size) {
    room.read(done, 0);
    for (int c = 0; c <= held; c++) {
      levels.subtract(room, c, done, size, room.columns[c]);
    }
    double[] u = room.columns[held];
    if (rows.hasEvents()) {
      events.subtract(room, done, size, u);
    }
    leaveResiduals(size, u);
    for (int i = 0; i < size; i++) {
      weighted[i] = room.weights[i] * u[i];
    }
    squares += SkylineCholesky.dot(u, 0, weighted, 0, size);
    addScores(size);
    if (rows.hasEvents()) {
      events.addScores(room, done, size, weighted, score);
    }
  }

  /** Roots of what the residuals of a part of a group, with their weights, are squared to. */
  double[] roots(int group, int done, int size) {
    if (rows.spread().isEmpty()) {
      return weighted;
    }
    CellSpread spread = rows.spread().get();
    double[] roots = new double[size];
    for (int i = 0; i < size; i++) {
      roots[i] = spread.root(rows.at(rows.from(group) + done + i), room.columns[held][i]);
    }
    return roots;
  }

  /** Weighted sum of squares within the cells that the rows of groups stand for. */
  double squaresWithin(int first, int last) {
    double sum = 0;
    if (rows.spread().isPresent()) {
      for (int place = rows.from(first); place < rows.from(last); place++) {
        sum += rows.spread().get().squares()[rows.at(place)];
      }
    }
    return sum;
  }

  private void leaveResiduals(int size, double[] u) {
    int c = 0;
    for (; c + 3 < held; c += 4) {
      subtract(room.columns, c, coefficients, size, u);
    }
    for (; c < held; c++) {
      double b = coefficients[c];
      double[] x = room.columns[c];
      for (int i = 0; i < size; i++) {
        u[i] -= b * x[i];
      }
    }
  }

  private static void subtract(double[][] columns, int c, double[] b, int size, double[] u) {
    double b0 = b[c];
    double b1 = b[c + 1];
    double b2 = b[c + 2];
    double b3 = b[c + 3];
    double[] x0 = columns[c];
    double[] x1 = columns[c + 1];
    double[] x2 = columns[c + 2];
    double[] x3 = columns[c + 3];
    for (int i = 0; i < size; i++) {
      u[i] -= (b0 * x0[i] + b1 * x1[i]) + (b2 * x2[i] + b3 * x3[i]);
    }
  }

  private void addScores(int size) {
    int c = 0;
    for (; c + 3 < held; c += 4) {
      addFourScores(c, size);
    }
    for (; c < held; c++) {
      score[c] += SkylineCholesky.dot(room.columns[c], 0, weighted, 0, size);
    }
  }

  /** Four terms at once, whose sums do not wait for one another. */
  private void addFourScores(int c, int size) {
    double[] x0 = room.columns[c];
    double[] x1 = room.columns[c + 1];
    double[] x2 = room.columns[c + 2];
    double[] x3 = room.columns[c + 3];
    double[] u = weighted;
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double t0 = 0;
    double t1 = 0;
    double t2 = 0;
    double t3 = 0;
    int i = 0;
    for (; i + 1 < size; i += 2) {
      double u0 = u[i];
      double u1 = u[i + 1];
      s0 = Math.fma(x0[i], u0, s0);
      s1 = Math.fma(x1[i], u0, s1);
      s2 = Math.fma(x2[i], u0, s2);
      s3 = Math.fma(x3[i], u0, s3);
      t0 = Math.fma(x0[i + 1], u1, t0);
      t1 = Math.fma(x1[i + 1], u1, t1);
      t2 = Math.fma(x2[i + 1], u1, t2);
      t3 = Math.fma(x3[i + 1], u1, t3);
    }
    if (i < size) {
      s0 = Math.fma(x0[i], u[i], s0);
      s1 = Math.fma(x1[i], u[i], s1);
      s2 = Math.fma(x2[i], u[i], s2);
      s3 = Math.fma(x3[i], u[i], s3);
    }
    score[c] += s0 + t0;
    score[c + 1] += s1 + t1;
    score[c + 2] += s2 + t2;
    score[c + 3] += s3 + t3;
  }
}
