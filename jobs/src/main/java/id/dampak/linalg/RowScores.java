package id.dampak.linalg;

import java.util.Arrays;
import java.util.List;

/** Scores row by row, where variances need them. */
final class RowScores {
  private final CentredRows room;
  private final int held;
  private final LeftRows events;
  private final double[][] eventColumns;
  private final double[][] columns;
  private final GramKernel kernel;
  private final double[] score;
  private final List<Matrix> basis;

  /** Of rows of which {@link GroupScores} leave in a room what effects leave of held regressors. */
  RowScores(CentredRows room, ScoreEquation equation) {
    int terms = equation.kept().length;
    this.room = room;
    this.basis = equation.basis();
    this.held = room.columns.length - 1;
    int[] dummies = Arrays.copyOfRange(equation.kept(), held, terms);
    this.events = new LeftRows(equation.effects(), dummies);
    this.columns = new double[terms][CentredRows.ROOM];
    this.eventColumns = Arrays.copyOfRange(columns, held, terms);
    this.kernel = new GramKernel(columns, columns, CentredRows.ROOM);
    this.score = new double[terms];
  }

  /** Turns to the group that the room is open for. */
  void open() {
    events.open(room);
  }

  /** Writes the scores of the part that was read; {@code weighted} are weights times residuals. */
  void write(int done, int size, double[] weighted) {
    for (int c = 0; c < held; c++) {
      System.arraycopy(room.columns[c], 0, columns[c], 0, size);
    }
    events.write(room, done, size, eventColumns);
    for (double[] column : columns) {
      for (int i = 0; i < size; i++) {
        column[i] *= weighted[i];
      }
    }
    basis.forEach(u -> Gram.combine(columns, u, size));
  }

  /** Squares the scores that were written. */
  void square(int size) {
    kernel.add(size);
  }

  /** Adds the squares to a matrix, row after row. */
  void moveTo(double[] meat) {
    kernel.moveTo(meat);
  }

  /** The score of a row that was written; the same array each time. */
  double[] score(int row) {
    for (int j = 0; j < score.length; j++) {
      score[j] = columns[j][row];
    }
    return score;
  }
}
