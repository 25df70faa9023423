package id.dampak.estimate.synthetic;

import java.util.List;

/** How much each predictor counts: the diagonal matrix V of Abadie and Gardeazabal (2003). */
public sealed interface PredictorImportance {

  /**
   * The V whose synthetic unit fits the outcome best. The fit has local optima, so the search
   * starts from equal importance, from each predictor as the main one, and from {@code starts}
   * more points, and keeps the best. The same data give the same V.
   *
   * @param starts further starting points, not negative
   */
  record ByFit(int starts) implements PredictorImportance {
    public ByFit {
      if (starts < 0) {
        throw new IllegalArgumentException("starts " + starts);
      }
    }
  }

  /**
   * Given beforehand.
   *
   * @param v one number for each predictor, not negative; only their proportions count
   */
  record Given(List<Double> v) implements PredictorImportance {
    public Given {
      v = List.copyOf(v);
    }
  }
}
