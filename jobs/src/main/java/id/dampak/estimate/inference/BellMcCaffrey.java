package id.dampak.estimate.inference;

import id.dampak.estimate.ClusterMoments;
import id.dampak.estimate.CrossingEffects;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.Estimator;
import id.dampak.estimate.Fit;
import id.dampak.estimate.LinearEstimator;
import id.dampak.estimate.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Standard errors for few clusters: CR2, which inflates the residuals of a cluster by what the fit
 * took out of them, with Satterthwaite degrees of freedom for each coefficient.
 *
 * <pre>V = M (Σ_c X_c'W A_c û_c û_c' A_c W X_c) M,   A_c = (I − H_cc)^{+1/2}</pre>
 *
 * unbiased where errors are independent with variances proportional to 1/w, and far nearer than CR1
 * where they are not. Fixed effects count in H: those nested in a cluster drop out of A_c and of
 * the degrees of freedom (Pustejovsky and Tipton 2018, theorem 2), the others are carried as
 * dummies. Sources: Bell and McCaffrey (2002), Survey Methodology 28(2); Pustejovsky and Tipton
 * (2018), doi:10.1080/07350015.2016.1247004. See {@code docs/methods/few-clusters.md}.
 *
 * <p>Differs from clubSandwich with weights: errors are taken to have variances 1/w there only on
 * request, here always, as weights are inverse variances.
 *
 * @param regression what is estimated, clustered in one dimension
 */
public record BellMcCaffrey(LinearEstimator regression) implements Estimator {
  /**
   * Below this many degrees of freedom the tails of the t approximation are not to be relied on.
   */
  private static final double FEWEST_DEGREES = 4;

  @Override
  public Set<String> columns() {
    return regression.columns();
  }

  @Override
  public Set<String> identifiers() {
    return regression.identifiers();
  }

  /**
   * The fit, each term with t of its own degrees of freedom. Those of the {@link Fit}, and so of
   * combinations made from it, are the fewest of all terms; {@link AdjustedVariance#combination}
   * gives a combination its own.
   */
  @Override
  public Fit fit(Panel panel) {
    AdjustedVariance variance = variance(panel);
    Fit fit = variance.fit();
    List<Estimate> estimates = new ArrayList<>();
    List<String> warnings = new ArrayList<>(fit.warnings());
    double fewest = Double.POSITIVE_INFINITY;
    for (Estimate estimate : fit.estimates()) {
      String term = estimate.term();
      estimates.add(variance.combination(term, Map.of(term, 1.0)));
      double degrees = variance.degreesOfFreedom(term);
      fewest = Math.min(fewest, degrees);
      if (degrees < FEWEST_DEGREES) {
        warnings.add(
            String.format(
                Locale.ROOT,
                "%s rests on %.2f degrees of freedom: below %.0f its p value and interval are"
                    + " rough",
                term,
                degrees,
                FEWEST_DEGREES));
      }
    }
    return new Fit(
        this,
        fit.observations(),
        fit.clusters(),
        fit.dropped(),
        warnings,
        estimates,
        variance.covariance(),
        fewest,
        fit.level());
  }

  /** The variance with the degrees of freedom of every term and combination. */
  public AdjustedVariance variance(Panel panel) {
    ClusterMoments moments = regression.moments(panel, CrossingEffects.CARRIED);
    return new AdjustedVariance(moments);
  }
}
