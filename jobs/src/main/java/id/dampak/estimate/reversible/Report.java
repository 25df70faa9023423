package id.dampak.estimate.reversible;

import id.dampak.error.ReversibleErrors;
import id.dampak.estimate.Clusters;
import id.dampak.estimate.Estimator;
import id.dampak.estimate.Fit;
import id.dampak.estimate.JointTest;
import id.dampak.linalg.Matrix;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Turns the scores of terms into a fit, with warnings that gathered on the way. */
final class Report {
  /** Below which a normal interval with clustered errors is known to be too narrow. */
  private static final int FEW = 50;

  private final Estimator estimator;
  private final TreatmentColumns columns;
  private final double level;
  private final Cells cells;
  private final List<String> warnings = new ArrayList<>();

  Report(Estimator estimator, TreatmentColumns columns, double level, Cells cells) {
    this.estimator = estimator;
    this.columns = columns;
    this.level = level;
    this.cells = cells;
  }

  void warn(String warning) {
    warnings.add(warning);
  }

  void warn(Collection<String> several) {
    warnings.addAll(several);
  }

  ReversibleFit fit(Scores scores, List<SwitcherCounts> counts, List<JointTest> tests) {
    Matrix covariance = scores.covariance();
    int clusters = clusters();
    if (clusters < FEW) {
      warn(
          "Only %d clusters enter: intervals and tests rest on many, and promise too much with few"
              .formatted(clusters));
    }
    Fit fit =
        new Fit(
            estimator,
            cells.ledger().used(),
            List.of(new Clusters(columns.clusters(), clusters)),
            cells.ledger().dropped(),
            warnings,
            scores.estimates(covariance, level),
            covariance,
            Double.POSITIVE_INFINITY,
            level);
    return new ReversibleFit(fit, counts, tests);
  }

  /**
   * How many clusters have an observation that enters.
   *
   * @throws id.dampak.error.DampakException if only one has
   */
  int clusters() {
    int clusters = 0;
    int units = 0;
    int last = -1;
    for (int i = 0; i < cells.units(); i++) {
      int unit = cells.unitAt(i);
      int start = cells.start(unit);
      if (cells.ledger().usesAnyOf(start, start + cells.periods())) {
        units++;
        if (cells.cluster(unit) != last) {
          last = cells.cluster(unit);
          clusters++;
        }
      }
    }
    if (clusters < 2) {
      throw ReversibleErrors.oneCluster(columns.clusters(), units);
    }
    return clusters;
  }
}
