package id.dampak.estimate.sensitivity;

import id.dampak.error.DampakException;
import id.dampak.estimate.Clusters;
import id.dampak.estimate.CrossingEffects;
import id.dampak.estimate.ExposureEventStudy;
import id.dampak.estimate.Fit;
import id.dampak.estimate.Panel;
import id.dampak.estimate.UnitPeriods;
import id.dampak.estimate.Variance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What an event study shows by itself of whether its effect can be believed: the pre-trend test and
 * what it could have missed, the violation that the effect survives, clusters, how many of them
 * carry the effect, and stayers. Other dates and other groups need more fits, whose results {@link
 * Evidence} takes from whoever made them.
 *
 * @param study one event, without coefficients by group
 * @param periods relative periods whose mean coefficient is the effect, each with a coefficient of
 *     its own
 */
public record EventStudyEvidence(ExposureEventStudy study, List<Integer> periods) {
  private static final double SIZE = 0.05;
  private static final double POWER = 0.8;

  public EventStudyEvidence {
    periods = List.copyOf(periods);
  }

  /**
   * What was found out.
   *
   * @param evidence of what could be examined
   * @param refusals why the rest could not be, which counts against the study
   */
  public record Gathered(Evidence evidence, List<String> refusals) {
    public Gathered {
      refusals = List.copyOf(refusals);
    }
  }

  /**
   * Gathers the evidence.
   *
   * @param fit of the study on the panel, whatever its standard errors
   */
  public Gathered from(Fit fit, Panel panel) {
    List<String> refusals = new ArrayList<>();
    Evidence evidence =
        Evidence.of(study.average(fit, periods))
            .withPreTrend(study.preTrend(panel).pValue())
            .withDesign(clusters(fit), stayers(panel), 1);
    evidence = examined(evidence, refusals, e -> e.withEffectiveClusters(effective(panel)));
    evidence = examined(evidence, refusals, e -> e.withTrend(trendBias(fit)));
    evidence = examined(evidence, refusals, e -> e.withPower(detectable(fit)));
    evidence = examined(evidence, refusals, e -> e.withBreakdown(breakdown(fit)));
    return new Gathered(evidence, refusals);
  }

  private static Evidence examined(
      Evidence evidence, List<String> refusals, UnaryOperator<Evidence> examination) {
    try {
      return examination.apply(evidence);
    } catch (DampakException refused) {
      refusals.add(refused.reason());
      return evidence;
    }
  }

  /** By how much the effect changes if any straight line is allowed for. */
  private double trendBias(Fit fit) {
    EventCoefficients coefficients = EventCoefficients.of(study, fit);
    HonestInference inference =
        new HonestInference(coefficients, coefficients.averageEffect(periods), fit.level());
    return inference.original().centre() - inference.smoothness(0).centre();
  }

  private DetectableTrend detectable(Fit fit) {
    EventCoefficients coefficients = EventCoefficients.of(study, fit);
    return new PreTrendPower(
            coefficients, coefficients.averageEffect(periods), PreTrendTest.JOINT, SIZE)
        .detectable(POWER);
  }

  private double breakdown(Fit fit) {
    EventBlocks blocks = EventBlocks.of(EventCoefficients.of(study, fit), periods);
    return new HonestInference(blocks.coefficients(), blocks.target(), fit.level())
        .breakdownRelativeMagnitudes(0);
  }

  private static int clusters(Fit fit) {
    return fit.clusters().stream().mapToInt(Clusters::count).min().orElse(fit.observations());
  }

  /** NaN without clusters in one dimension, of which alone there is such a number. */
  private double effective(Panel panel) {
    if (!(study.variance() instanceof Variance.Clustered clustered) || clustered.by().size() > 1) {
      return Double.NaN;
    }
    Map<String, Double> weights = new TreeMap<>();
    periods.stream()
        .filter(k -> k != study.reference())
        .forEach(k -> weights.put(study.term(k), 1.0 / periods.size()));
    return study.moments(panel, CrossingEffects.HELD).effectiveClusters(weights);
  }

  private int stayers(Panel panel) {
    double[] exposure =
        UnitPeriods.of(panel, study.outcome(), study.unit(), study.time())
            .constant(study.exposure());
    return (int) Arrays.stream(exposure).filter(e -> e == 0).count();
  }
}
