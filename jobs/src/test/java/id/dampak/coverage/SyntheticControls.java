package id.dampak.coverage;

import id.dampak.estimate.Panel;
import id.dampak.estimate.synthetic.DifferenceInAverages;
import id.dampak.estimate.synthetic.Permutation;
import id.dampak.estimate.synthetic.Synthesis;
import id.dampak.estimate.synthetic.SyntheticControl;
import id.dampak.estimate.synthetic.SyntheticDifferenceInDifferences;
import id.dampak.estimate.synthetic.SyntheticInference.Jackknife;
import id.dampak.estimate.synthetic.SyntheticInference.None;
import id.dampak.estimate.synthetic.Treatment;
import java.util.List;
import java.util.random.RandomGenerator;

/** Few treated units against weighted means of controls, in markets that two factors move. */
final class SyntheticControls {
  private static final Treatment INDICATOR = new Treatment.Indicator("d");
  private static final String FACTORS = ", two random walks with loadings of each unit, noise";

  private SyntheticControls() {}

  static List<CoverageDesign> designs() {
    return List.of(
        CoverageDesign.of(
                "synthetic control, placebos",
                "1 treated, 40 controls, 30 periods before and 5 after" + FACTORS,
                1.2,
                SyntheticControls::control)
            .with(CoverageDesign.FEWER),
        CoverageDesign.of(
                "synthetic control, rank of the ratio",
                "1 treated, 39 controls, 30 periods before and 5 after" + FACTORS,
                1.2,
                SyntheticControls::rank)
            .with(CoverageDesign.FEWER),
        CoverageDesign.of(
                "synthetic DiD, placebos",
                "5 treated, 40 controls, 20 periods before and 5 after" + FACTORS,
                0.6,
                SyntheticControls::placebos)
            .with(CoverageDesign.FEWER),
        CoverageDesign.of(
                "synthetic DiD, jackknife",
                "20 treated, 60 controls, 20 periods before and 5 after" + FACTORS,
                0.4,
                SyntheticControls::jackknife)
            .with(CoverageDesign.FEWER),
        CoverageDesign.of(
                "difference of averages, placebos",
                "5 treated, 40 controls, 20 periods before and 5 after, no factors",
                0.5,
                SyntheticControls::averages)
            .with(CoverageDesign.FEWER));
  }

  /**
   * @param factors how far the two factors move from period to period
   */
  private static Panel market(
      RandomGenerator random,
      int controls,
      int treated,
      int before,
      double factors,
      double effect) {
    int periods = before + 5;
    double[][] walks = new double[2][periods];
    for (double[] walk : walks) {
      for (int t = 1; t < periods; t++) {
        walk[t] = walk[t - 1] + factors * random.nextGaussian();
      }
    }
    int units = controls + treated;
    double[] level = random.doubles(units, 0, 4).toArray();
    double[] first = random.doubles(units).toArray();
    double[] second = random.doubles(units).toArray();
    return new Cells(units, periods)
        .with("d", (i, t) -> i >= controls && t > before ? 1 : 0)
        .with(
            "y",
            (i, t) ->
                level[i]
                    + first[i] * walks[0][t - 1]
                    + second[i] * walks[1][t - 1]
                    + 0.5 * random.nextGaussian()
                    + (i >= controls && t > before ? effect : 0))
        .panel();
  }

  private static SyntheticControl control() {
    return SyntheticControl.of("y", "unit", "t", INDICATOR);
  }

  private static SyntheticDifferenceInDifferences did() {
    return SyntheticDifferenceInDifferences.of("y", "unit", "t", INDICATOR);
  }

  private static Trial control(RandomGenerator random, double effect) {
    Panel panel = market(random, 40, 1, 30, 1, effect);
    return Trial.of(effect, control().fit(panel).estimate(Synthesis.ATT));
  }

  private static Trial rank(RandomGenerator random, double effect) {
    Panel panel = market(random, 39, 1, 30, 1, effect);
    Panel without = panel.with("y", r -> panel.number("y", r) - effect * panel.number("d", r));
    return Trial.tested(
        effect,
        control().with(new None()).fit(panel).estimate(Synthesis.ATT),
        ratio(without),
        ratio(panel));
  }

  private static double ratio(Panel panel) {
    Permutation permutation = control().synthesise(panel).permutation().orElseThrow();
    return permutation.ratioPValue();
  }

  private static Trial placebos(RandomGenerator random, double effect) {
    Panel panel = market(random, 40, 5, 20, 1, effect);
    return Trial.of(effect, did().fit(panel).estimate(Synthesis.ATT));
  }

  private static Trial jackknife(RandomGenerator random, double effect) {
    Panel panel = market(random, 60, 20, 20, 1, effect);
    return Trial.of(effect, did().with(new Jackknife()).fit(panel).estimate(Synthesis.ATT));
  }

  private static Trial averages(RandomGenerator random, double effect) {
    Panel panel = market(random, 40, 5, 20, 0, effect);
    DifferenceInAverages estimator = DifferenceInAverages.of("y", "unit", "t", INDICATOR);
    return Trial.of(effect, estimator.fit(panel).estimate(Synthesis.ATT));
  }
}
