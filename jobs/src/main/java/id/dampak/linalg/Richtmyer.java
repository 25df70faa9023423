package id.dampak.linalg;

/**
 * Points that fill the unit cube evenly: the n-th point has the coordinates frac(n √p_j) for the
 * primes p_j (Richtmyer 1951). Always the same points, so that integrals over them are
 * deterministic.
 */
public final class Richtmyer {
  private final double[] steps;

  /** The sequence in {@code dimensions} dimensions. */
  public Richtmyer(int dimensions) {
    steps = new double[dimensions];
    int candidate = 2;
    for (int found = 0; found < dimensions; candidate++) {
      if (isPrime(candidate)) {
        double root = Math.sqrt(candidate);
        steps[found++] = root - Math.floor(root);
      }
    }
  }

  /** Coordinate {@code dimension} of the point {@code n} ≥ 1, in (0, 1). */
  public double at(int n, int dimension) {
    double x = n * steps[dimension];
    return x - Math.floor(x);
  }

  private static boolean isPrime(int number) {
    for (int divisor = 2; divisor * divisor <= number; divisor++) {
      if (number % divisor == 0) {
        return false;
      }
    }
    return true;
  }
}
