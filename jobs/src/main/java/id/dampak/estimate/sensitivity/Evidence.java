package id.dampak.estimate.sensitivity;

import id.dampak.estimate.Estimate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;

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
    return changed(copy -> copy.effect = other);
  }

  /** With the p value of the pre-trend test; NaN counts as not examined. */
  public Evidence withPreTrend(double pValue) {
    return changed(copy -> copy.preTrendPValue = known(pValue));
  }

  /** With the bias of a straight line through the coefficients before the event that goes on. */
  public Evidence withTrend(double bias) {
    return changed(copy -> copy.trendBias = known(bias));
  }

  /** With the trend that the pre-trend test detects with 80 % power. */
  public Evidence withPower(DetectableTrend trend) {
    return changed(copy -> copy.undetectedBias = known(trend.biasGivenPass()));
  }

  /** With the breakdown value of M̄. */
  public Evidence withBreakdown(double mBar) {
    return changed(copy -> copy.breakdownMbar = known(mBar));
  }

  /** With the sizes of the design. */
  public Evidence withDesign(int clusterCount, int stayerCount, int eventCount) {
    return changed(
        copy -> {
          copy.clusters = OptionalInt.of(clusterCount);
          copy.stayers = OptionalInt.of(stayerCount);
          copy.events = OptionalInt.of(eventCount);
        });
  }

  /** With the number of equal clusters that would carry the effect; NaN counts as not known. */
  public Evidence withEffectiveClusters(double count) {
    return changed(copy -> copy.effectiveClusters = known(count));
  }

  /** With the p value among placebo dates. */
  public Evidence withPlaceboDates(double pValue) {
    return changed(copy -> copy.placeboDatesPValue = known(pValue));
  }

  /** With the effects without each unit or group. */
  public Evidence withLeaveOneOut(Refits refits) {
    return changed(copy -> copy.mostInfluential = refits.mostInfluential());
  }

  private Evidence changed(Consumer<EvidenceCopy> change) {
    EvidenceCopy copy = new EvidenceCopy(this);
    change.accept(copy);
    return copy.evidence();
  }

  /** Whether the interval of the effect holds 0. */
  boolean holdsZero() {
    return !(effect.confLow() > 0 || effect.confHigh() < 0);
  }

  private static OptionalDouble known(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
