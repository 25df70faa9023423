package id.dampak.estimate.synthetic;

import id.dampak.estimate.Estimator;
import id.dampak.estimate.Fit;
import id.dampak.estimate.Panel;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Synthetic control as in Abadie and Gardeazabal (2003), doi:10.1257/000282803321455188, and
 * Abadie, Diamond and Hainmueller (2010), doi:10.1198/jasa.2009.ap08746: one treated unit against
 * the weighted mean of controls that is nearest to it in predictors,
 *
 * <pre>W(V) = argmin (X₁ − X₀W)'V(X₁ − X₀W)   over W ≥ 0, Σ W = 1</pre>
 *
 * where V, unless given, is chosen so that the outcomes of W(V) have the least mean squared error
 * over the periods of fit. There are no standard errors: the p value of {@link Synthesis#ATT} is
 * the rank of the ratio of root mean squared gaps after and before treatment among placebos. See
 * {@code docs/methods/synthetic-control.md}.
 *
 * <p>Differs from Synth: W is the exact minimum and so has true zeros; V comes from many starts;
 * placebos leave the treated unit out of the controls.
 *
 * @param outcome numeric column y
 * @param unit column of the unit i
 * @param time numeric column of whole periods t
 * @param treatment the column of treatment
 * @param predictors X
 * @param fitPeriods periods before treatment over which V is judged; all of them if empty
 * @param importance V, or how it is found
 * @param placebo whether every control takes the part of the treated once
 * @param level confidence level; kept for the record, as there are no intervals
 */
public record SyntheticControlWithPredictors(
    String outcome,
    String unit,
    String time,
    Treatment treatment,
    List<Predictor> predictors,
    List<Integer> fitPeriods,
    PredictorImportance importance,
    PlaceboInSpace placebo,
    double level)
    implements Estimator {

  /** Whether every control takes the part of the treated unit once. */
  public enum PlaceboInSpace {
    /** It does, which takes as long as the estimate times the number of controls. */
    ALL_CONTROLS,
    /** It does not. */
    NONE
  }

  public SyntheticControlWithPredictors {
    predictors = List.copyOf(predictors);
    fitPeriods = List.copyOf(fitPeriods);
  }

  /** V by the fit over all periods before treatment, with placebos. */
  public static SyntheticControlWithPredictors of(
      String outcome, String unit, String time, Treatment treatment, List<Predictor> predictors) {
    return new SyntheticControlWithPredictors(
        outcome,
        unit,
        time,
        treatment,
        predictors,
        List.of(),
        new PredictorImportance.Local(),
        PlaceboInSpace.ALL_CONTROLS,
        0.95);
  }

  /** The same with V judged over {@code first} to {@code last}. */
  public SyntheticControlWithPredictors fittedOver(int first, int last) {
    List<Integer> periods = Predictor.over(outcome, first, last).periods();
    return new SyntheticControlWithPredictors(
        outcome, unit, time, treatment, predictors, periods, importance, placebo, level);
  }

  /** The same with another V. */
  public SyntheticControlWithPredictors with(PredictorImportance other) {
    return new SyntheticControlWithPredictors(
        outcome, unit, time, treatment, predictors, fitPeriods, other, placebo, level);
  }

  /** The same with or without placebos. */
  public SyntheticControlWithPredictors with(PlaceboInSpace other) {
    return new SyntheticControlWithPredictors(
        outcome, unit, time, treatment, predictors, fitPeriods, importance, other, level);
  }

  @Override
  public Set<String> columns() {
    Set<String> all = new TreeSet<>(names().all());
    predictors.forEach(predictor -> all.add(predictor.column()));
    return all;
  }

  @Override
  public Set<String> identifiers() {
    return names().identifiers();
  }

  @Override
  public Fit fit(Panel panel) {
    return synthesise(panel).synthesis().fit();
  }

  /**
   * Estimates on {@code panel} and shows weights, path, predictors and placebos too.
   *
   * @throws id.dampak.error.DampakException if the data do not allow it
   */
  public PredictorSynthesis synthesise(Panel panel) {
    return new PredictorComparison(this, BlockPanel.of(panel, names())).run();
  }

  private BlockPanel.Names names() {
    return new BlockPanel.Names(outcome, unit, time, treatment);
  }
}
