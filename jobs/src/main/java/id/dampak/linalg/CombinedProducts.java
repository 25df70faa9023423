package id.dampak.linalg;

import java.io.Serializable;

/**
 * Pass for regressors that are nearly collinear: the products of linear combinations of what the
 * effects leave of them, written out, which are nearly orthonormal and lose no digits.
 */
public final class CombinedProducts implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int columns;
  private final double[] gram;

  /** Nothing yet, of so many columns. */
  public CombinedProducts(int columns) {
    this.columns = columns;
    this.gram = new double[columns * columns];
  }

  /** Adds all groups of {@code rows} for the columns {@code which} combined by {@code u}. */
  public void add(GroupedRows rows, PartialledOut effects, int[] which, Matrix u) {
    addAll(
        Stripes.of(rows)
            .sum(
                () -> new CombinedProducts(columns),
                (sum, first, last) -> sum.add(rows, new LeftRows(effects, which), u, first, last),
                CombinedProducts::addAll));
  }

  private void add(GroupedRows rows, LeftRows left, Matrix u, int first, int last) {
    CentredRows room = new CentredRows(rows);
    double[][] combined = new double[columns][CentredRows.ROOM];
    double[][] weighted = new double[columns][CentredRows.ROOM];
    GramKernel kernel = new GramKernel(weighted, combined, CentredRows.ROOM);
    for (int g = first; g < last; g++) {
      int count = room.open(g);
      if (count > 0) {
        left.open(room);
      }
      for (int done = 0; done < count; done += CentredRows.ROOM) {
        int size = room.part(done);
        room.read(done, 0);
        left.write(room, done, size, combined);
        Gram.combine(combined, u, size);
        for (int j = 0; j < columns; j++) {
          for (int i = 0; i < size; i++) {
            weighted[j][i] = room.weights[i] * combined[j][i];
          }
        }
        kernel.add(size);
      }
    }
    kernel.moveTo(gram);
  }

  /** Adds what another one has. */
  public void addAll(CombinedProducts other) {
    for (int i = 0; i < gram.length; i++) {
      gram[i] += other.gram[i];
    }
  }

  /** The products. */
  public Matrix matrix() {
    double[] full = gram.clone();
    for (int i = 0; i < columns; i++) {
      for (int j = 0; j < i; j++) {
        full[i * columns + j] = full[j * columns + i];
      }
    }
    return Matrix.wrap(columns, columns, full);
  }
}
