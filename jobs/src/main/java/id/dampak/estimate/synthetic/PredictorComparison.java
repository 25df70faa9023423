package id.dampak.estimate.synthetic;

import id.dampak.error.SyntheticErrors;
import id.dampak.estimate.synthetic.PredictorImportance.Given;
import id.dampak.estimate.synthetic.PredictorImportance.Global;
import id.dampak.estimate.synthetic.PredictorImportance.Local;
import id.dampak.estimate.synthetic.SyntheticControlWithPredictors.PlaceboInSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Synthetic control by predictors on one panel, and its placebos. */
final class PredictorComparison {
  private static final double WORTH_SAYING = 0.99;
  private static final int STARTS = 30;

  private final SyntheticControlWithPredictors options;
  private final BlockPanel panel;
  private final Block block;
  private final PredictorTable table;

  PredictorComparison(SyntheticControlWithPredictors options, BlockPanel panel) {
    this.options = options;
    this.panel = panel;
    this.block = panel.block();
    if (block.treated() > 1) {
      throw SyntheticErrors.oneTreatedUnit(block.treated());
    }
    this.table = new PredictorTable(options, panel);
  }

  PredictorSynthesis run() {
    int treated = block.controls();
    PredictorMatch match = match(treated, treated);
    double[] v = importance(match);
    double[] w = match.exact(v);
    Weights weights = new Weights(w, new double[block.before()]);
    Gaps gaps = new Gaps(weights.gaps(block), block.before());
    SynthesisBuilder builder = new SynthesisBuilder(options, panel, weights, gaps, options.level());
    table.warnings().forEach(builder::warn);
    if (match.matched(w, v)) {
      builder.warn(
          "the controls match all predictors; if they can in more than one way, the weights are"
              + " those that fit the outcome best");
    }
    if (options.importance() instanceof Local) {
      compare(match, w, gaps, builder);
    }
    if (options.placebo() == PlaceboInSpace.ALL_CONTROLS) {
      builder.with(placebos());
    }
    return new PredictorSynthesis(
        builder.undefined(), balance(w, v), match.meanSquaredError(w), match.distance(w, v));
  }

  /** Says so where another V, far from the usual starts, would fit the outcome better. */
  private void compare(PredictorMatch match, double[] w, Gaps gaps, SynthesisBuilder builder) {
    double[] other = match.exact(ImportanceSearch.global(match, STARTS));
    double here = match.meanSquaredError(w);
    double there = match.meanSquaredError(other);
    if (there < WORTH_SAYING * here) {
      Gaps others =
          new Gaps(new Weights(other, new double[block.before()]).gaps(block), block.before());
      builder.warn(
          String.format(
              Locale.ROOT,
              "other importances of the predictors fit the outcome better, mean squared error %.4g"
                  + " instead of %.4g, with %s %.4g instead of %.4g: the global search gives these",
              there,
              here,
              Synthesis.ATT,
              others.terms()[0],
              gaps.terms()[0]));
    }
  }

  private List<PlaceboRun> placebos() {
    int controls = block.controls();
    if (controls < 2) {
      throw SyntheticErrors.tooFewForPlacebos(controls, 1);
    }
    return IntStream.range(0, controls).parallel().mapToObj(this::placebo).toList();
  }

  private PlaceboRun placebo(int unit) {
    PredictorMatch match = match(unit, block.controls());
    Weights weights = new Weights(match.exact(importance(match)), new double[block.before()]);
    double[] gaps = weights.gaps(block.placebo(new int[] {unit}));
    return new Gaps(gaps, block.before()).run(List.of(panel.label(unit)));
  }

  private double[] importance(PredictorMatch match) {
    if (options.importance() instanceof Local) {
      return ImportanceSearch.local(match);
    }
    if (options.importance() instanceof Global global) {
      return ImportanceSearch.global(match, global.starts());
    }
    List<Double> given = ((Given) options.importance()).v();
    double sum = given.stream().mapToDouble(Double::doubleValue).sum();
    boolean usable = given.stream().allMatch(v -> v >= 0) && sum > 0 && !Double.isInfinite(sum);
    if (given.size() != match.predictors() || !usable) {
      throw SyntheticErrors.badPredictorWeights(given.size(), match.predictors());
    }
    return given.stream().mapToDouble(v -> v / sum).toArray();
  }

  /** {@code unit} against the first {@code controls} units other than itself. */
  private PredictorMatch match(int unit, int controls) {
    int[] others = IntStream.range(0, controls).filter(i -> i != unit).toArray();
    double[] scale = scale(unit, others);
    double[][] values = table.values();
    List<double[]> distances = new ArrayList<>();
    List<double[]> outcomes = new ArrayList<>();
    for (int other : others) {
      double[] distance = new double[scale.length];
      Arrays.setAll(distance, j -> (values[other][j] - values[unit][j]) / scale[j]);
      distances.add(distance);
      outcomes.add(outcomes(other));
    }
    return new PredictorMatch(
        distances.toArray(double[][]::new), outcomes.toArray(double[][]::new), outcomes(unit));
  }

  private double[] outcomes(int unit) {
    return Arrays.stream(table.fitPlaces()).mapToDouble(t -> block.outcome(unit, t)).toArray();
  }

  /** Standard deviation of each predictor over the unit and the others. */
  private double[] scale(int unit, int[] others) {
    double[][] values = table.values();
    double[] scale = new double[values[unit].length];
    for (int j = 0; j < scale.length; j++) {
      double mean = values[unit][j];
      for (int other : others) {
        mean += values[other][j];
      }
      mean /= others.length + 1;
      double sum = (values[unit][j] - mean) * (values[unit][j] - mean);
      for (int other : others) {
        sum += (values[other][j] - mean) * (values[other][j] - mean);
      }
      scale[j] = Math.sqrt(sum / others.length);
      if (!(scale[j] > 0)) {
        throw SyntheticErrors.samePredictor(options.predictors().get(j).name());
      }
    }
    return scale;
  }

  private List<PredictorBalance> balance(double[] w, double[] v) {
    double[][] values = table.values();
    int controls = block.controls();
    List<PredictorBalance> rows = new ArrayList<>();
    for (int j = 0; j < v.length; j++) {
      double synthetic = 0;
      double mean = 0;
      for (int i = 0; i < controls; i++) {
        synthetic += w[i] * values[i][j];
        mean += values[i][j] / controls;
      }
      rows.add(
          new PredictorBalance(
              options.predictors().get(j).name(), v[j], values[controls][j], synthetic, mean));
    }
    return rows;
  }
}
