package id.dampak.method;

import id.dampak.estimate.Bins;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.ExposureEventStudy;
import id.dampak.estimate.Fit;
import id.dampak.estimate.LinearEstimator;
import id.dampak.estimate.Panel;
import id.dampak.estimate.Singletons;
import id.dampak.estimate.inference.ExposurePermutation;
import id.dampak.estimate.inference.Placebo;
import id.dampak.estimate.inference.PlaceboStatistic;
import id.dampak.estimate.inference.RandomisationTest;
import id.dampak.estimate.sensitivity.EventStudyEvidence;
import id.dampak.estimate.sensitivity.Quantity;
import id.dampak.panel.Observations.Columns;
import id.dampak.study.Exposure;
import id.dampak.study.Specification.Aggregation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Looks at a regression on a treatment that comes to all the treated at once, which is an event
 * study whose periods before the event are one: trends before, labels dealt out anew, parts left
 * out.
 */
final class RegressionExamination {
  private static final int DRAWS = 1999;
  private static final int LARGEST_UNITS = 10;
  private static final String PERMUTATION = "treatment dealt out anew";

  private final Question question;
  private final Analysis analysis;
  private final Dossier dossier;
  private final List<Integer> suspended;
  private final List<Integer> before;

  RegressionExamination(Question question, Analysis analysis, Dossier dossier) {
    this.question = question;
    this.analysis = analysis;
    this.dossier = dossier;
    this.suspended = question.suspendedPeriods();
    this.before = question.relativePeriods().stream().filter(k -> k < 0).toList();
  }

  void run() {
    if (startsAtOnce() && !before.isEmpty() && !suspended.isEmpty()) {
      dossier.attempt("pre-trend", this::gather);
      if (byRegion()) {
        dossier.attempt(PERMUTATION, this::permute);
        weights();
      }
    } else {
      dossier.add(
          Look.refused(
              "pre-trend", "", "The treatment starts at different times, or before the sample."));
    }
    if (analysis.fit().estimator() instanceof LinearEstimator regression) {
      Quantity effect = Quantity.term(Columns.TREATMENT);
      FewClusters.look(question, analysis.fit(), regression, effect, dossier);
    }
    withoutParts();
  }

  private boolean startsAtOnce() {
    Panel panel = question.panel();
    int event = question.observations().eventPeriod() + suspended.stream().findFirst().orElse(0);
    for (int row = 0; row < panel.observations(); row++) {
      double cohort = panel.number(Columns.COHORT, row);
      if (Double.isFinite(cohort) && cohort != event) {
        return false;
      }
    }
    return true;
  }

  private boolean byRegion() {
    return question.specification().aggregation() == Aggregation.REGION;
  }

  private void gather() {
    ExposureEventStudy study = study(Optional.empty());
    Fit fit = study.fit(question.panel());
    EventStudyEvidence.Gathered gathered =
        new EventStudyEvidence(study, suspended).from(fit, question.panel());
    dossier.learn(known -> gathered.evidence().about(known.effect()));
    gathered.refusals().stream()
        .distinct()
        .forEach(why -> dossier.add(Look.refused("pre-trend", "", why)));
  }

  /** How the effect stands among those of treatments given to other regions. */
  private void permute() {
    int last = question.relativePeriods().get(question.relativePeriods().size() - 1);
    RandomisationTest test =
        new ExposurePermutation(
                study(Optional.of(new Bins(reference(), last))),
                suspended,
                Optional.empty(),
                PlaceboStatistic.EFFECT,
                DRAWS,
                question.study().seed())
            .test(question.panel());
    dossier.add(
        Look.found(
            PERMUTATION,
            test.count() + " times",
            new Estimate(
                test.name(),
                test.observed(),
                spread(test.placebos()),
                Double.NaN,
                Double.NaN,
                test.pValue())));
  }

  private static double spread(List<Placebo> placebos) {
    double[] values =
        placebos.stream().mapToDouble(Placebo::statistic).filter(Double::isFinite).toArray();
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }

  /**
   * Of how many regions of equal weight the treated ones have the concentration, (Σw)²/Σw²: a
   * clustered standard error is of little worth where that is few, however many clusters there are.
   */
  private void weights() {
    Panel panel = question.panel();
    Map<String, Double> byRegion = new TreeMap<>();
    for (int row = 0; row < panel.observations(); row++) {
      if (panel.number(Columns.TREATMENT, row) > 0) {
        byRegion.merge(
            panel.label(Columns.REGION, row), panel.number(Columns.WEIGHT, row), Double::sum);
      }
    }
    double sum = byRegion.values().stream().mapToDouble(w -> w).sum();
    double squares = byRegion.values().stream().mapToDouble(w -> w * w).sum();
    double equal = sum * sum / squares;
    dossier.add(Look.number("weight of the treated", byRegion.size() + " regions", equal));
  }

  private void withoutParts() {
    LeftOut leftOut =
        new LeftOut(
            question, dossier, analysis.fit().estimator(), Quantity.term(Columns.TREATMENT));
    leftOut.groups(Columns.REGION);
    if (!byRegion()) {
      leftOut.groups(Columns.SECTOR);
      leftOut.groups(Columns.SIZE_CLASS);
      leftOut.largest(LARGEST_UNITS);
    }
    leftOut.judge();
  }

  private int reference() {
    return before.get(before.size() - 1);
  }

  private ExposureEventStudy study(Optional<Bins> bins) {
    boolean byShare = !byRegion() && question.study().exposure() instanceof Exposure.FeatureShare;
    return new ExposureEventStudy(
        Columns.OUTCOME,
        byShare ? Columns.EXPOSURE : Columns.EVER_TREATED,
        Columns.UNIT,
        Columns.PERIOD,
        question.observations().eventPeriod(),
        reference(),
        bins,
        question.groups(),
        List.of(),
        question.weights(),
        Optional.empty(),
        question.varianceByUnit(),
        Singletons.KEEP,
        question.level());
  }
}
