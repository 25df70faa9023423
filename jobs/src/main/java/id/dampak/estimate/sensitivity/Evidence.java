package id.dampak.estimate.sensitivity;

import id.dampak.estimate.Estimate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What is known about a study before it is judged. What was not examined is empty, and that counts
 * against the study: an assumption that nobody looked at is not met by silence.
 *
 * @param effect the headline number, with its interval under parallel trends
 * @param preTrendPValue of the test that all coefficients before the event are 0
 * @param trendBias bias of the effect if the straight line that the coefficients before the event
 *     lie along goes on
 * @param undetectedBias bias of the effect in a study that passes the pre-trend test under the
 *     linear trend that the test detects with 80 % power ({@link DetectableTrend#biasGivenPass})
 * @param breakdownMbar {@link HonestInference#breakdownRelativeMagnitudes} of the effect against 0
 * @param clusters fewest clusters in a dimension of the standard errors
 * @param effectiveClusters how many equal clusters would carry the effect: few where few units are
 *     exposed, however many clusters there are
 * @param stayers units that the event left alone: not exposed, or of the lowest exposure
 * @param events suspensions at different times that enter the effect
 * @param placeboDatesPValue of the effect among those of dates on which nothing happened
 * @param mostInfluential the effect without the unit or group whose absence moves it most
 */
public record Evidence(
    Estimate effect,
    OptionalDouble preTrendPValue,
    OptionalDouble trendBias,
    OptionalDouble undetectedBias,
    OptionalDouble breakdownMbar,
    OptionalInt clusters,
    OptionalDouble effectiveClusters,
    OptionalInt stayers,
    OptionalInt events,
    OptionalDouble placeboDatesPValue,
    Optional<Refit> mostInfluential) {

  /** An effect about which nothing else is known yet. */
  public static Evidence of(Estimate effect) {
    OptionalDouble no = OptionalDouble.empty();
    OptionalInt none = OptionalInt.empty();
    return new Evidence(effect, no, no, no, no, none, no, none, none, no, Optional.empty());
  }

  /** The same evidence about another number of the study. */
  public Evidence about(Estimate other) {
    return new Evidence(
        other,
        preTrendPValue,
        trendBias,
        undetectedBias,
        breakdownMbar,
        clusters,
        effectiveClusters,
        stayers,
        events,
        placeboDatesPValue,
        mostInfluential);
  }

  /** With the p value of the pre-trend test; NaN counts as not examined. */
  public Evidence withPreTrend(double pValue) {
    return new Evidence(
        effect,
        known(pValue),
        trendBias,
        undetectedBias,
        breakdownMbar,
        clusters,
        effectiveClusters,
        stayers,
        events,
        placeboDatesPValue,
        mostInfluential);
  }

  /** With the bias of a straight line through the coefficients before the event that goes on. */
  public Evidence withTrend(double bias) {
    return new Evidence(
        effect,
        preTrendPValue,
        known(bias),
        undetectedBias,
        breakdownMbar,
        clusters,
        effectiveClusters,
        stayers,
        events,
        placeboDatesPValue,
        mostInfluential);
  }

  /** With the trend that the pre-trend test detects with 80 % power. */
  public Evidence withPower(DetectableTrend trend) {
    return new Evidence(
        effect,
        preTrendPValue,
        trendBias,
        known(trend.biasGivenPass()),
        breakdownMbar,
        clusters,
        effectiveClusters,
        stayers,
        events,
        placeboDatesPValue,
        mostInfluential);
  }

  /** With the breakdown value of M̄. */
  public Evidence withBreakdown(double mBar) {
    return new Evidence(
        effect,
        preTrendPValue,
        trendBias,
        undetectedBias,
        known(mBar),
        clusters,
        effectiveClusters,
        stayers,
        events,
        placeboDatesPValue,
        mostInfluential);
  }

  /** With the sizes of the design. */
  public Evidence withDesign(int clusterCount, int stayerCount, int eventCount) {
    return new Evidence(
        effect,
        preTrendPValue,
        trendBias,
        undetectedBias,
        breakdownMbar,
        OptionalInt.of(clusterCount),
        effectiveClusters,
        OptionalInt.of(stayerCount),
        OptionalInt.of(eventCount),
        placeboDatesPValue,
        mostInfluential);
  }

  /** With the number of equal clusters that would carry the effect; NaN counts as not known. */
  public Evidence withEffectiveClusters(double count) {
    return new Evidence(
        effect,
        preTrendPValue,
        trendBias,
        undetectedBias,
        breakdownMbar,
        clusters,
        known(count),
        stayers,
        events,
        placeboDatesPValue,
        mostInfluential);
  }

  /** With the p value among placebo dates. */
  public Evidence withPlaceboDates(double pValue) {
    return new Evidence(
        effect,
        preTrendPValue,
        trendBias,
        undetectedBias,
        breakdownMbar,
        clusters,
        effectiveClusters,
        stayers,
        events,
        known(pValue),
        mostInfluential);
  }

  /** With the effects without each unit or group. */
  public Evidence withLeaveOneOut(Refits refits) {
    return new Evidence(
        effect,
        preTrendPValue,
        trendBias,
        undetectedBias,
        breakdownMbar,
        clusters,
        effectiveClusters,
        stayers,
        events,
        placeboDatesPValue,
        refits.mostInfluential());
  }

  /** Whether the interval of the effect holds 0. */
  boolean holdsZero() {
    return !(effect.confLow() > 0 || effect.confHigh() < 0);
  }

  private static OptionalDouble known(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
