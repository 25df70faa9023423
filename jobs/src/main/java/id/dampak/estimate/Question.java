package id.dampak.estimate;

import id.dampak.error.EstimationErrors;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a regression with fixed effects is asked: the coefficients of columns, then those of dummies
 * times a dose.
 *
 * @param outcome the outcome
 * @param columns regressors that are held as columns
 * @param dummies names of the terms of the dummies; none in an ordinary regression
 * @param dose what the dummies stand for, for messages; empty without dummies
 * @param effects fixed effects
 */
record Question(
    String outcome, List<String> columns, List<String> dummies, String dose, List<String> effects)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  Question {
    columns = List.copyOf(columns);
    dummies = List.copyOf(dummies);
    effects = List.copyOf(effects);
  }

  /** Without dummies. */
  static Question of(String outcome, List<String> columns, List<String> effects) {
    return new Question(outcome, columns, List.of(), "", effects);
  }

  /** Names of all terms, in the order of the coefficients. */
  List<String> terms() {
    return Stream.concat(columns.stream(), dummies.stream()).toList();
  }

  /** Why a term is left out, given whether the effects alone explain it. */
  String reason(boolean absorbed) {
    if (!dummies.isEmpty()) {
      return "the fixed effects and the terms before it explain it";
    }
    return absorbed
        ? "the fixed effects explain it"
        : "it is collinear with the regressors before it";
  }

  /**
   * Refuses if the terms {@code kept}, ascending, do not answer it.
   *
   * @throws id.dampak.error.DampakException if so
   */
  void requireAnswer(int[] kept) {
    if (!dummies.isEmpty()) {
      if (kept.length == 0 || kept[kept.length - 1] < columns.size()) {
        throw EstimationErrors.exposureAbsorbed(dose, effects);
      }
    } else if (kept.length == 0) {
      throw EstimationErrors.nothingLeft(columns);
    }
  }
}
