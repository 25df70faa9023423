package id.dampak.estimate.synthetic;

import java.util.List;

/** How much each predictor counts: the diagonal matrix V of Abadie and Gardeazabal (2003). */
public sealed interface PredictorImportance {

  /**
   * The V whose synthetic unit fits the outcome best among those reached from two starts, equal
   * importance and that of regressions of the outcome on the predictors. This is a local optimum,
   * as most programs find it, and published numbers are of this kind.
   */
  record Local() implements PredictorImportance {}

  /**
   * The V whose synthetic unit fits the outcome best, sought from the starts of {@link Local}, from
   * each predictor as the main one, and from {@code starts} more points. It often leans on one or
   * two predictors. The same data give the same V.
   *
   * @param starts further starting points, not negative
   */
  record Global(int starts) implements PredictorImportance {
    public Global {
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
