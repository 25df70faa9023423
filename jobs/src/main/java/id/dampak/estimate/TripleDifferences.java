package id.dampak.estimate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Triple differences over units, channels and periods, such as merchant × (LIVE or not) × day:
 *
 * <pre>y_ict = α_ic + μ_it + λ_{g(i),ct} + δ e_i 1{c = c₀} 1{t ∈ E} + ε_ict</pre>
 *
 * The effects of unit by period take out any demand that moved all channels of a unit. What moved
 * from one channel to another stays in: if a part of the sales lost on LIVE is made elsewhere, δ is
 * larger than the loss, by that part. {@link #channels} therefore gives the effect on each channel
 * and {@link #divert} the part; the loss is that of all channels together. See {@code
 * docs/methods/triple-differences.md}.
 *
 * @param outcome numeric column y, for instance money by merchant, channel and day
 * @param exposure numeric column e, constant within a unit
 * @param unit column of the unit i
 * @param channel column of the channel c; an hour of the day serves as one too
 * @param time numeric column of whole periods t
 * @param suspended label of the channel c₀ that the event closed
 * @param event the periods E that it touched
 * @param groups columns whose cells g have their own effects of channel by period
 * @param variance how standard errors are computed
 * @param singletons what becomes of observations that are alone in a level of an effect
 * @param level confidence level of the intervals, in (0, 1)
 */
public record TripleDifferences(
    String outcome,
    String exposure,
    String unit,
    String channel,
    String time,
    String suspended,
    PeriodRange event,
    List<String> groups,
    Variance variance,
    Singletons singletons,
    double level)
    implements Estimator {

  public TripleDifferences {
    groups = List.copyOf(groups);
  }

  /** Triple differences in e, clustered by unit. */
  public static TripleDifferences of(
      String outcome,
      String exposure,
      String unit,
      String channel,
      String time,
      String suspended,
      PeriodRange event) {
    return new TripleDifferences(
        outcome,
        exposure,
        unit,
        channel,
        time,
        suspended,
        event,
        List.of(),
        Variance.clusteredBy(unit),
        Singletons.KEEP,
        0.95);
  }

  /** The same with effects of channel by period for each cell of these columns. */
  public TripleDifferences within(String... columns) {
    return new TripleDifferences(
        outcome,
        exposure,
        unit,
        channel,
        time,
        suspended,
        event,
        List.of(columns),
        variance,
        singletons,
        level);
  }

  /** The same with another variance. */
  public TripleDifferences with(Variance other) {
    return new TripleDifferences(
        outcome, exposure, unit, channel, time, suspended, event, groups, other, singletons, level);
  }

  /** The same with another treatment of singletons. */
  public TripleDifferences with(Singletons other) {
    return new TripleDifferences(
        outcome, exposure, unit, channel, time, suspended, event, groups, variance, other, level);
  }

  /** The same with intervals of another level. */
  public TripleDifferences withLevel(double other) {
    return new TripleDifferences(
        outcome,
        exposure,
        unit,
        channel,
        time,
        suspended,
        event,
        groups,
        variance,
        singletons,
        other);
  }

  @Override
  public Set<String> columns() {
    return names().all();
  }

  @Override
  public Set<String> identifiers() {
    return names().identifiers();
  }

  /** The triple difference: one term, {@link #term} of the suspended channel. */
  @Override
  public Fit fit(Panel panel) {
    return new ChannelRegression(
            this, panel, List.of(unit + "^" + channel, unit + "^" + time, channelEffect()))
        .fitSuspended();
  }

  /**
   * The effect of full exposure on each channel, from one regression with effects of unit by
   * channel and channel by period, so that their covariance is known: without the effects of unit
   * by period a channel is compared with itself at other units, not with the other channels.
   */
  public Fit channels(Panel panel) {
    return new ChannelRegression(this, panel, List.of(unit + "^" + channel, channelEffect()))
        .fitEach();
  }

  /**
   * The part of what the suspended channel lost that the others gained, −Σ Δother / Δsuspended,
   * from the fit of {@link #channels}, with the interval of the delta method. That says nothing
   * where the loss itself may be nothing: where its interval holds 0, the ratio has no interval.
   */
  public Estimate divert(Fit channels) {
    return DivertRatio.of(this, channels);
  }

  /** Name of the effect on a channel: {@code exposure:channel}. */
  public String term(String channelLabel) {
    return exposure + ":" + channelLabel;
  }

  /** The observations that enter. */
  Sample sample(Panel panel, List<String> effects) {
    Sample sample = new Sample(panel);
    sample.requireNumbers(outcome);
    sample.requireNumbers(exposure);
    sample.requireNumbers(time);
    sample.requireCategories(unit);
    sample.requireCategories(channel);
    groups.forEach(sample::requireCategories);
    sample.requireClusters(variance);
    sample.treatSingletons(effects, singletons);
    return sample;
  }

  private String channelEffect() {
    return String.join("^", Stream.concat(groups.stream(), Stream.of(channel, time)).toList());
  }

  private ColumnNames names() {
    return new ColumnNames()
        .numbers(List.of(outcome, exposure, time))
        .categories(List.of(unit, channel))
        .categories(groups)
        .optional(Optional.empty(), variance);
  }
}
