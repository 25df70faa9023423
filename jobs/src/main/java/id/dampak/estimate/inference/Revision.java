package id.dampak.estimate.inference;

import id.dampak.estimate.Estimate;
import id.dampak.estimate.Estimator;
import id.dampak.estimate.Fit;
import id.dampak.estimate.StudentT;
import id.dampak.linalg.Matrix;
import java.util.ArrayList;
import java.util.List;

/** A fit with another variance. */
final class Revision {

  private Revision() {}

  static Fit of(
      Estimator estimator,
      Fit fit,
      Matrix covariance,
      double degreesOfFreedom,
      List<String> warnings) {
    StudentT t = new StudentT(degreesOfFreedom, fit.level());
    List<String> remarks = new ArrayList<>(warnings);
    List<Estimate> estimates = new ArrayList<>();
    for (int j = 0; j < covariance.rows(); j++) {
      Estimate usual = fit.estimates().get(j);
      double variance = covariance.at(j, j);
      if (variance < 0) {
        remarks.add(usual.term() + " has no standard error: its variance is negative");
      }
      double stdError = variance < 0 ? Double.NaN : Math.sqrt(variance);
      estimates.add(t.estimate(usual.term(), usual.estimate(), stdError));
    }
    return new Fit(
        estimator,
        fit.observations(),
        fit.clusters(),
        fit.dropped(),
        remarks,
        estimates,
        covariance,
        degreesOfFreedom,
        fit.level());
  }
}
