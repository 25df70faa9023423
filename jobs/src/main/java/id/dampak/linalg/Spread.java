package id.dampak.linalg;

import java.io.Serializable;

/** Weighted mean of numbers and sum of squares around it, updated without loss of digits. */
final class Spread implements Serializable {
  private static final long serialVersionUID = 1L;

  private double weight;
  private double mean;
  private double squares;

  /** Adds a number with a positive weight. */
  void add(double value, double w) {
    double total = weight + w;
    double difference = value - mean;
    squares += difference * difference * (weight * w / total);
    mean += difference * (w / total);
    weight = total;
  }

  /** Adds the numbers of another one. */
  void addAll(Spread other) {
    if (other.weight > 0) {
      add(other.mean, other.weight);
      squares += other.squares;
    }
  }

  double weight() {
    return weight;
  }

  double mean() {
    return mean;
  }

  double squares() {
    return squares;
  }
}
