package id.dampak.linalg;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A dense real matrix of {@code rows} × {@code columns}, immutable: values are copied on the way
 * in.
 */
public final class Matrix implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int rows;
  private final int columns;
  private final double[] values;

  private Matrix(int rows, int columns, double[] values) {
    this.rows = rows;
    this.columns = columns;
    this.values = values;
  }

  /** A matrix from its values row after row; {@code values} has {@code rows * columns} entries. */
  public static Matrix of(int rows, int columns, double[] values) {
    if (values.length != rows * columns) {
      throw new IllegalArgumentException(
          "%d values for a %d x %d matrix".formatted(values.length, rows, columns));
    }
    return new Matrix(rows, columns, values.clone());
  }

  /** A matrix without copying {@code values}: only for arrays that nobody else will write to. */
  static Matrix wrap(int rows, int columns, double[] values) {
    return new Matrix(rows, columns, values);
  }

  /** The {@code rows} × {@code columns} matrix of zeros. */
  public static Matrix zero(int rows, int columns) {
    return new Matrix(rows, columns, new double[rows * columns]);
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** Number of columns. */
  public int columns() {
    return columns;
  }

  /** The value in {@code row} and {@code column}, both from 0. */
  public double at(int row, int column) {
    return values[row * columns + column];
  }

  /** A copy of the values, row after row. */
  public double[] toArray() {
    return values.clone();
  }

  /** {@code factor} times this matrix. */
  public Matrix times(double factor) {
    return wrap(rows, columns, Arrays.stream(values).map(v -> factor * v).toArray());
  }

  /** The product of this matrix and {@code other}. */
  public Matrix times(Matrix other) {
    if (columns != other.rows) {
      throw new IllegalArgumentException("%d columns times %d rows".formatted(columns, other.rows));
    }
    double[] product = new double[rows * other.columns];
    for (int i = 0; i < rows; i++) {
      for (int k = 0; k < columns; k++) {
        double a = values[i * columns + k];
        for (int j = 0; j < other.columns; j++) {
          product[i * other.columns + j] += a * other.values[k * other.columns + j];
        }
      }
    }
    return wrap(rows, other.columns, product);
  }

  /** Rows and columns exchanged. */
  public Matrix transposed() {
    double[] transposed = new double[values.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        transposed[j * rows + i] = values[i * columns + j];
      }
    }
    return wrap(columns, rows, transposed);
  }

  /** The sum of this matrix and {@code factor} times {@code other}. */
  public Matrix plus(double factor, Matrix other) {
    if (rows != other.rows || columns != other.columns) {
      throw new IllegalArgumentException("matrices of different size");
    }
    double[] sum = values.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * other.values[i];
    }
    return wrap(rows, columns, sum);
  }

  /** The rows and columns {@code indices} of a square matrix, in that order. */
  public Matrix block(int[] indices) {
    int n = indices.length;
    double[] picked = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        picked[i * n + j] = at(indices[i], indices[j]);
      }
    }
    return wrap(n, n, picked);
  }

  /** The quadratic form {@code v' M v} of a square matrix. */
  public double quadratic(double[] v) {
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      if (v[i] != 0) {
        for (int j = 0; j < columns; j++) {
          // What is not asked for may be undefined.
          sum += v[j] == 0 ? 0 : v[i] * at(i, j) * v[j];
        }
      }
    }
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Matrix that
        && rows == that.rows
        && columns == that.columns
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * rows + columns) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return rows + " x " + columns + " matrix";
  }
}
