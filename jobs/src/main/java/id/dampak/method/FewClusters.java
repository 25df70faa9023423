package id.dampak.method;

import id.dampak.estimate.Clusters;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.Fit;
import id.dampak.estimate.LinearEstimator;
import id.dampak.estimate.inference.BellMcCaffrey;
import id.dampak.estimate.inference.WildClusterBootstrap;
import id.dampak.estimate.inference.WildTest;
import id.dampak.estimate.sensitivity.Quantity;
import id.dampak.estimate.sensitivity.VerdictRules;

/** Looks at an effect whose clusters are few by standard errors and a test that hold for few. */
final class FewClusters {
  private static final String EXAMINATION = "inference for few clusters";

  private FewClusters() {}

  /** CR2 with Satterthwaite degrees of freedom, and the restricted wild cluster bootstrap. */
  static void look(
      Question question, Fit fit, LinearEstimator regression, Quantity effect, Dossier dossier) {
    if (fit.clusters().size() != 1 || count(fit) >= VerdictRules.usual().enoughClusters()) {
      return;
    }
    dossier.attempt(
        EXAMINATION,
        () ->
            dossier.add(
                Look.found(
                    EXAMINATION,
                    "CR2, Satterthwaite",
                    new BellMcCaffrey(regression)
                        .variance(question.panel())
                        .combination(effect.name(), effect.weights()))));
    dossier.attempt(EXAMINATION, () -> dossier.add(wild(question, regression, effect)));
  }

  private static Look wild(Question question, LinearEstimator regression, Quantity effect) {
    WildTest test =
        WildClusterBootstrap.of(regression, question.study().seed())
            .test(question.panel(), effect.weights(), 0);
    double none = Double.NaN;
    return Look.found(
        EXAMINATION,
        "wild bootstrap",
        new Estimate(effect.name(), test.estimate(), none, none, none, test.symmetric()));
  }

  private static int count(Fit fit) {
    return fit.clusters().stream().mapToInt(Clusters::count).min().orElse(Integer.MAX_VALUE);
  }
}
