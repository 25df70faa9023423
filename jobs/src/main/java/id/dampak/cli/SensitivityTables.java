package id.dampak.cli;

import id.dampak.estimate.Estimate;
import id.dampak.estimate.ExposureEventStudy;
import id.dampak.estimate.Fit;
import id.dampak.estimate.inference.Placebo;
import id.dampak.estimate.inference.RandomisationTest;
import id.dampak.estimate.sensitivity.DetectableTrend;
import id.dampak.estimate.sensitivity.EventCoefficients;
import id.dampak.estimate.sensitivity.Finding;
import id.dampak.estimate.sensitivity.HonestInference;
import id.dampak.estimate.sensitivity.PreTrendPower;
import id.dampak.estimate.sensitivity.PreTrendTest;
import id.dampak.estimate.sensitivity.Refit;
import id.dampak.estimate.sensitivity.Refits;
import id.dampak.estimate.sensitivity.RobustInterval;
import id.dampak.estimate.sensitivity.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What sensitivity analysis finds, as tables. */
final class SensitivityTables {
  private static final double SIZE = 0.05;
  private static final List<Double> POWERS = List.of(0.5, 0.8);

  private SensitivityTables() {}

  /** The effect that everything else looks at. */
  static FitTable effect(Estimate effect) {
    return new FitTable("effect", FitFormat.HEADER, List.of(row(effect)));
  }

  /** Intervals of a mean effect under bounded violations, and where the bound breaks it down. */
  static List<FitTable> honest(HonestInference inference, BoundOptions bounds) {
    List<RobustInterval> intervals = new ArrayList<>();
    intervals.add(inference.original());
    bounds.magnitudes().forEach(bound -> intervals.add(inference.relativeMagnitudes(bound)));
    bounds
        .smoothness(inference.study().largestBendBefore())
        .forEach(m -> intervals.add(inference.smoothness(m)));
    FitTable table =
        new FitTable(
            "honest_intervals",
            List.of("restriction", "bound", "conf_low", "conf_high"),
            intervals.stream()
                .map(i -> List.<Object>of(i.restriction(), i.bound(), i.confLow(), i.confHigh()))
                .toList());
    FitTable breakdown =
        new FitTable(
            "breakdown",
            List.of("restriction", "bound"),
            List.of(
                List.of("DeltaRM", inference.breakdownRelativeMagnitudes(0)),
                List.of("DeltaSD", inference.breakdownSmoothness(0))));
    return List.of(table, breakdown);
  }

  /** The linear trends that the joint pre-trend test sees with some probability. */
  static FitTable trendPower(ExposureEventStudy study, Fit fit, List<Integer> periods) {
    EventCoefficients coefficients = EventCoefficients.of(study, fit);
    PreTrendPower test =
        new PreTrendPower(
            coefficients, coefficients.averageEffect(periods), PreTrendTest.JOINT, SIZE);
    return new FitTable(
        "trend_power",
        List.of("power", "slope", "bias", "bias_given_pass"),
        POWERS.stream().map(test::detectable).map(SensitivityTables::row).toList());
  }

  private static List<Object> row(DetectableTrend trend) {
    return List.of(trend.power(), trend.slope(), trend.bias(), trend.biasGivenPass());
  }

  /** A randomisation test: what was observed, then every placebo. */
  static FitTable placebos(String name, RandomisationTest test) {
    return new FitTable(
        name,
        List.of("assignment", "statistic", "p_value"),
        Stream.concat(
                Stream.of(List.<Object>of("observed", test.observed(), test.pValue())),
                test.placebos().stream().map(SensitivityTables::row))
            .toList());
  }

  private static List<Object> row(Placebo placebo) {
    return List.of(placebo.assignment(), placebo.statistic(), Double.NaN);
  }

  /** The effect without this and that. */
  static FitTable refits(String name, Refits refits) {
    return new FitTable(
        name,
        List.of("without", "estimate", "std_error", "conf_low", "conf_high", "p_value", "refusal"),
        refits.refits().stream().map(SensitivityTables::row).toList());
  }

  private static List<Object> row(Refit refit) {
    List<Object> row = new ArrayList<>(row(refit.estimate()));
    row.set(0, refit.name());
    row.add(refit.refusal().orElse(""));
    return row;
  }

  /** The verdict, then what each kind of evidence says, then what could not be examined. */
  static FitTable verdict(Verdict verdict, List<String> refusals) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(List.of("verdict", words(verdict.standing()), "as its worst finding"));
    for (Finding finding : verdict.findings()) {
      rows.add(List.of(words(finding.topic()), words(finding.standing()), finding.reason()));
    }
    refusals.forEach(refusal -> rows.add(List.of("not examined", "", refusal)));
    return new FitTable("verdict", List.of("evidence", "standing", "reason"), rows);
  }

  private static String words(Enum<?> constant) {
    return EstimateCommand.lower(constant).replace('_', ' ');
  }

  /** Term, estimate, standard error, interval and p value. */
  private static List<Object> row(Estimate e) {
    return List.of(e.term(), e.estimate(), e.stdError(), e.confLow(), e.confHigh(), e.pValue());
  }
}
