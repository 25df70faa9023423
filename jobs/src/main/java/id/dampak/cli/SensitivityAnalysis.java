package id.dampak.cli;

import id.dampak.estimate.Bins;
import id.dampak.estimate.EventPeriod;
import id.dampak.estimate.ExposureEventStudy;
import id.dampak.estimate.Fit;
import id.dampak.estimate.Panel;
import id.dampak.estimate.inference.ExposurePermutation;
import id.dampak.estimate.inference.PlaceboEvents;
import id.dampak.estimate.inference.PlaceboStatistic;
import id.dampak.estimate.inference.RandomisationTest;
import id.dampak.estimate.sensitivity.Donut;
import id.dampak.estimate.sensitivity.EventCoefficients;
import id.dampak.estimate.sensitivity.EventStudyEvidence;
import id.dampak.estimate.sensitivity.Evidence;
import id.dampak.estimate.sensitivity.HonestInference;
import id.dampak.estimate.sensitivity.LeaveOneOut;
import id.dampak.estimate.sensitivity.Quantity;
import id.dampak.estimate.sensitivity.Refit;
import id.dampak.estimate.sensitivity.Refits;
import id.dampak.estimate.sensitivity.VerdictRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Looks at what the effect of an event study rests on, as far as the flags ask. */
final class SensitivityAnalysis {
  private static final int PERMUTATIONS = 999;

  private final SensitivityOptions options;
  private final PanelFlags flags;
  private final ExposureEventStudy study;
  private final Panel panel;
  private final Fit fit;
  private final List<Integer> periods;

  private SensitivityAnalysis(
      SensitivityOptions options,
      PanelFlags flags,
      ExposureEventStudy study,
      Panel panel,
      Fit fit) {
    this.options = options;
    this.flags = flags;
    this.study = study;
    this.panel = panel;
    this.fit = fit;
    this.periods = periods();
  }

  /** What was asked, a table each; none where nothing was. */
  static List<FitTable> tables(
      SensitivityOptions options,
      PanelFlags flags,
      ExposureEventStudy study,
      Panel panel,
      Fit fit) {
    if (!options.isAsked()) {
      return List.of();
    }
    if (study.by().isPresent()) {
      throw flags.misuse("--by has an effect for each group; look at them one at a time.");
    }
    return new SensitivityAnalysis(options, flags, study, panel, fit).tables();
  }

  private List<FitTable> tables() {
    List<FitTable> tables = new ArrayList<>();
    tables.add(SensitivityTables.effect(study.average(fit, periods)));
    if (options.honest) {
      EventCoefficients coefficients = EventCoefficients.of(study, fit);
      tables.addAll(
          SensitivityTables.honest(
              new HonestInference(coefficients, coefficients.averageEffect(periods), fit.level()),
              options.bounds));
    }
    if (options.trendPower) {
      tables.add(SensitivityTables.trendPower(study, fit, periods));
    }
    Map<String, Refits> without = new LinkedHashMap<>();
    for (String column : options.leaveOneOut) {
      without.put(column, LeaveOneOut.of(study, effect(), column).fit(panel));
    }
    without.forEach(
        (column, refits) -> tables.add(SensitivityTables.refits("without_" + column, refits)));
    if (!options.holes.isEmpty()) {
      Donut donut = new Donut(study, effect(), study.time(), options.holes);
      tables.add(SensitivityTables.refits("donut", donut.fit(panel)));
    }
    Optional<RandomisationTest> dates =
        Optional.ofNullable(options.placeboDates).map(span -> placebos(span.within()).test(panel));
    dates.ifPresent(test -> tables.add(SensitivityTables.placebos("placebo_dates", test)));
    if (options.permute) {
      tables.add(SensitivityTables.placebos("permutations", permutations()));
    }
    if (options.verdict) {
      tables.add(verdict(without, dates));
    }
    return tables;
  }

  private List<Integer> periods() {
    List<Integer> told =
        study.path(fit).stream()
            .map(EventPeriod::relativePeriod)
            .filter(k -> k >= 0 && k != study.reference())
            .filter(k -> study.bins().map(bins -> k < bins.last()).orElse(true))
            .toList();
    List<Integer> within = told.stream().filter(options::counts).toList();
    if (within.isEmpty()) {
      throw flags.misuse("--effect names none of the estimated periods " + told + ".");
    }
    return within;
  }

  private Quantity effect() {
    Map<String, Double> weights = new TreeMap<>();
    periods.forEach(k -> weights.put(study.term(k), 1.0 / periods.size()));
    return new Quantity("effect", weights);
  }

  private PlaceboEvents placebos(List<Integer> dates) {
    Bins window =
        study
            .bins()
            .orElseThrow(
                () ->
                    flags.misuse(
                        "--placebo-dates needs --bins FIRST:LAST, which says how many periods"
                            + " before an event belong to its window."));
    if (!periods.equals(IntStream.range(0, periods.size()).boxed().toList())) {
      throw flags.misuse("--placebo-dates needs an --effect from 0 on.");
    }
    return new PlaceboEvents(
        study, -window.first(), periods.size(), dates, PlaceboStatistic.EFFECT);
  }

  private RandomisationTest permutations() {
    return new ExposurePermutation(
            study,
            periods,
            Optional.empty(),
            PlaceboStatistic.EFFECT,
            flags.draws().countOr(PERMUTATIONS),
            flags.draws().seed)
        .test(panel);
  }

  private FitTable verdict(Map<String, Refits> without, Optional<RandomisationTest> dates) {
    EventStudyEvidence.Gathered gathered = new EventStudyEvidence(study, periods).from(fit, panel);
    Evidence evidence = gathered.evidence();
    List<Refit> all = new ArrayList<>();
    without.forEach(
        (column, refits) ->
            refits.refits().forEach(refit -> all.add(refit.named(column + " " + refit.name()))));
    if (!all.isEmpty()) {
      int untried = without.values().stream().mapToInt(Refits::untried).sum();
      Refits any = new Refits(gathered.evidence().effect(), all, untried);
      evidence = evidence.withLeaveOneOut(any);
    }
    if (dates.isPresent()) {
      evidence = evidence.withPlaceboDates(dates.get().pValue());
    }
    return SensitivityTables.verdict(VerdictRules.usual().judge(evidence), gathered.refusals());
  }
}
