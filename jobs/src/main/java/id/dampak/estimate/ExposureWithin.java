package id.dampak.estimate;

import id.dampak.error.InferenceErrors;
import id.dampak.linalg.Absorber;
import id.dampak.linalg.Gram;
import id.dampak.linalg.Matrix;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What is left of controls, held as columns, and of event regressors, which are residualised one at
 * a time: {@code Z̃'WZ̃ = Z'WZ̃} needs only one of them at once.
 */
final class ExposureWithin implements Within {
  /** Entries of all columns together that may be held at once: 2 GB. */
  private static final long MOST_ENTRIES = 1L << 28;

  private final EventDesign events;
  private final double[][] controls;
  private final Absorber absorber;
  private final double[] weights;
  private final int terms;
  private final Matrix gram;

  ExposureWithin(EventDesign events, double[][] controls, Absorber absorber, double[] weights) {
    this.events = events;
    this.controls = controls;
    this.absorber = absorber;
    this.weights = weights;
    this.terms = controls.length + events.terms().size();
    this.gram = products();
  }

  @Override
  public Matrix gram() {
    return gram;
  }

  @Override
  public Matrix gram(int[] kept, Matrix u) {
    return Gram.of(columns(kept), weights, u);
  }

  @Override
  public double[] moments(double[] v) {
    double[] moments = Arrays.copyOf(Gram.times(controls, weights, v), terms);
    double[] ofEvents = events.transposeTimes(weights, v);
    System.arraycopy(ofEvents, 0, moments, controls.length, ofEvents.length);
    return moments;
  }

  @Override
  public double[] less(double[] v, double[] coefficients) {
    int p = controls.length;
    double[] left = events.times(Arrays.copyOfRange(coefficients, p, coefficients.length));
    for (int i = 0; i < left.length; i++) {
      left[i] = v[i] - left[i];
      for (int j = 0; j < p; j++) {
        left[i] -= coefficients[j] * controls[j][i];
      }
    }
    absorber.residualise(left);
    return left;
  }

  @Override
  public double[] means() {
    return new double[terms];
  }

  @Override
  public double[][] columns(int[] kept) {
    if ((long) kept.length * weights.length > MOST_ENTRIES) {
      throw InferenceErrors.tooLargeForColumns(kept.length, weights.length, MOST_ENTRIES);
    }
    double[][] columns = new double[kept.length][];
    IntStream.range(0, kept.length).parallel().forEach(i -> columns[i] = column(kept[i]));
    return columns;
  }

  @Override
  public Scores scores(int[] kept, double[] weighted) {
    return new EventScores(kept.length, j -> column(kept[j]), weighted);
  }

  /** A residualised regressor: of a control its column, of an event made anew. */
  private double[] column(int j) {
    if (j < controls.length) {
      return controls[j];
    }
    double[] column = events.column(j - controls.length);
    Residual.of(column, weights, absorber);
    return column;
  }

  private Matrix products() {
    int p = controls.length;
    Matrix among = Gram.of(controls, weights);
    double[][] ofEvents = new double[terms][];
    IntStream.range(0, terms)
        .parallel()
        .forEach(j -> ofEvents[j] = events.transposeTimes(weights, column(j)));
    double[] products = new double[terms * terms];
    for (int i = 0; i < terms; i++) {
      for (int j = 0; j <= i; j++) {
        double value;
        if (i < p) {
          value = among.at(i, j);
        } else if (j < p) {
          value = ofEvents[j][i - p];
        } else {
          value = 0.5 * (ofEvents[j][i - p] + ofEvents[i][j - p]);
        }
        products[i * terms + j] = value;
        products[j * terms + i] = value;
      }
    }
    return Matrix.of(terms, terms, products);
  }
}
