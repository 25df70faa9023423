package id.dampak.estimate.inference;

/** The coefficients of a fit or of a draw, by the names of their terms. */
@FunctionalInterface
public interface Coefficients {

  /**
   * The coefficient of {@code term}.
   *
   * @throws id.dampak.error.DampakException if the fit has no such term
   */
  double of(String term);
}
