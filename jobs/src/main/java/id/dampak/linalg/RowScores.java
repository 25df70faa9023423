package id.dampak.linalg;

/** Scores row by row, where variances need them. */
final class RowScores {
  private final CentredRows room;
  private final LeftRows left;
  private final double[][] columns;
  private final GramKernel kernel;
  private final double[] score;

  RowScores(CentredRows room, ScoreEquation equation) {
    int terms = equation.kept().length;
    this.room = room;
    this.left = new LeftRows(equation.effects(), equation.kept());
    this.columns = new double[terms][CentredRows.ROOM];
    this.kernel = new GramKernel(columns, columns, CentredRows.ROOM);
    this.score = new double[terms];
  }

  /** Turns to the group that the room is open for. */
  void open() {
    left.open(room);
  }

  /** Writes the scores of the part that was read; {@code weighted} are weights times residuals. */
  void write(int done, int size, double[] weighted) {
    left.write(room, done, size, columns);
    for (double[] column : columns) {
      for (int i = 0; i < size; i++) {
        column[i] *= weighted[i];
      }
    }
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
