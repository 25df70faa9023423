package id.dampak.coverage;

import id.dampak.estimate.Estimate;
import id.dampak.estimate.FixedEffectsRegression;
import id.dampak.estimate.Panel;
import id.dampak.estimate.Variance;
import id.dampak.estimate.inference.BellMcCaffrey;
import id.dampak.estimate.inference.PoissonClusterBootstrap;
import id.dampak.estimate.inference.WildClusterBootstrap;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Merchants in provinces: the exposure is one of the province, and so are shocks that last. Errors
 * are clustered by province, of which there are few.
 */
final class FewClusters {
  private static final int PERIODS = 6;
  private static final int EVENT = 4;

  /** Merchants of a province, in turn. */
  private static final int[] SIZES = {4, 6, 8, 10, 12};

  private static final FixedEffectsRegression REGRESSION =
      FixedEffectsRegression.of("y", List.of("d"))
          .absorbing("unit", "t")
          .with(Variance.clusteredBy("province"));

  private FewClusters() {}

  static List<CoverageDesign> designs() {
    return List.of(
        provinces("CR2, Satterthwaite", 10, FewClusters::adjusted),
        provinces("wild cluster bootstrap", 10, FewClusters::wild),
        provinces("Poisson cluster bootstrap", 80, FewClusters::poisson)
            .with(CoverageDesign.FEWER));
  }

  /** What the usual standard errors make of the same provinces. */
  static List<CoverageDesign> limits() {
    return List.of(
        provinces(
            "OLS with fixed effects, usual clustered errors",
            10,
            panel -> REGRESSION.fit(panel).estimate("d")));
  }

  private static CoverageDesign provinces(
      String name, int provinces, Function<Panel, Estimate> method) {
    return CoverageDesign.of(
        name,
        provinces
            + " provinces of 4 to 12 merchants × 6 periods, exposure and lasting shocks by"
            + " province",
        provinces < 40 ? 0.5 : 0.15,
        (random, effect) -> Trial.of(effect, method.apply(panel(random, provinces, effect))));
  }

  private static Panel panel(RandomGenerator random, int provinces, double effect) {
    int merchants = 0;
    for (int p = 0; p < provinces; p++) {
      merchants += SIZES[p % SIZES.length];
    }
    int[] province = new int[merchants];
    int next = 0;
    for (int p = 0; p < provinces; p++) {
      for (int k = 0; k < SIZES[p % SIZES.length]; k++) {
        province[next++] = p;
      }
    }
    double[] exposure = random.doubles(provinces).toArray();
    double[] level = Cells.normal(random, merchants);
    double[][] shocks = Cells.errors(random, provinces, PERIODS, 0.5);
    double[][] errors = Cells.errors(random, merchants, PERIODS, 0.5);
    return new Cells(merchants, PERIODS)
        .with("province", (i, t) -> province[i])
        .with("d", (i, t) -> t >= EVENT ? exposure[province[i]] : 0)
        .with(
            "y",
            (i, t) ->
                level[i]
                    + Math.sin(t)
                    + (t >= EVENT ? effect * exposure[province[i]] : 0)
                    + 0.15 * shocks[province[i]][t - 1]
                    + 0.3 * errors[i][t - 1])
        .panel();
  }

  private static Estimate adjusted(Panel panel) {
    return new BellMcCaffrey(REGRESSION).fit(panel).estimate("d");
  }

  private static Estimate wild(Panel panel) {
    return WildClusterBootstrap.of(REGRESSION, 1).fit(panel).estimate("d");
  }

  private static Estimate poisson(Panel panel) {
    return PoissonClusterBootstrap.of(REGRESSION, 1).fit(panel).estimate("d");
  }
}
