package id.dampak.estimate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Segmented regression of one aggregate series:
 *
 * <pre>y_t = a + b (t − t₀) + c 1{t ∈ E} + d (t − t₀) 1{t ∈ E} + seasons + z_t'γ + ε_t</pre>
 *
 * E runs from t₀ to the end of the interruption. c and d say by how much the series left the line
 * that the other periods draw; that is an effect only if the line would have gone on, and nothing
 * else happened in the same periods. There is no comparison, so the data cannot tell: every fit
 * says so in its warnings. For series that nothing else can be had for. Standard errors of Newey
 * and West (1987, doi:10.2307/1913610) with {@code T/(T − K)}, intervals of t with the degrees of
 * freedom that such a variance has; an event that is short beside the lags is refused them. See
 * {@code docs/methods/interrupted-time-series.md}.
 *
 * @param outcome numeric column y
 * @param time numeric column of whole periods, one row for each
 * @param event the interrupted periods E
 * @param slope whether the interruption may change the slope
 * @param controls numeric columns z, or products {@code a*b}
 * @param seasons columns of categories with a constant each, such as the day of the week
 * @param errors how errors may depend on one another
 * @param lags L of Newey and West; {@code ⌊4 (T/100)^(2/9)⌋} if not given
 * @param level confidence level of the intervals, in (0, 1)
 */
public record InterruptedTimeSeries(
    String outcome,
    String time,
    PeriodRange event,
    SlopeChange slope,
    List<String> controls,
    List<String> seasons,
    SerialErrors errors,
    Optional<Integer> lags,
    double level)
    implements Estimator {
  /** Name of b, the trend of a period. */
  public static final String TREND = "trend";

  /** Name of c, the change of the level at the start of the event. */
  public static final String LEVEL = "level change";

  /** Name of d, the change of the trend during the event. */
  public static final String SLOPE = "slope change";

  public InterruptedTimeSeries {
    controls = List.copyOf(controls);
    seasons = List.copyOf(seasons);
    if (lags.isPresent() && lags.get() < 0) {
      throw new IllegalArgumentException("lags are counted from 0, not " + lags.get());
    }
  }

  /** A change of the level only, without controls or seasons. */
  public static InterruptedTimeSeries of(String outcome, String time, PeriodRange event) {
    return new InterruptedTimeSeries(
        outcome,
        time,
        event,
        SlopeChange.NONE,
        List.of(),
        List.of(),
        SerialErrors.NEWEY_WEST,
        Optional.empty(),
        0.95);
  }

  /** The same with another change of the slope. */
  public InterruptedTimeSeries with(SlopeChange other) {
    return new InterruptedTimeSeries(
        outcome, time, event, other, controls, seasons, errors, lags, level);
  }

  /** The same with these controls. */
  public InterruptedTimeSeries controllingFor(String... columns) {
    return new InterruptedTimeSeries(
        outcome, time, event, slope, List.of(columns), seasons, errors, lags, level);
  }

  /** The same with a constant for each category of these columns. */
  public InterruptedTimeSeries withSeasons(String... columns) {
    return new InterruptedTimeSeries(
        outcome, time, event, slope, controls, List.of(columns), errors, lags, level);
  }

  /** The same with another dependence of errors. */
  public InterruptedTimeSeries with(SerialErrors other) {
    return new InterruptedTimeSeries(
        outcome, time, event, slope, controls, seasons, other, lags, level);
  }

  /** The same with this many lags. */
  public InterruptedTimeSeries withLags(int count) {
    return new InterruptedTimeSeries(
        outcome, time, event, slope, controls, seasons, errors, Optional.of(count), level);
  }

  /** The same with intervals of another level. */
  public InterruptedTimeSeries withLevel(double other) {
    return new InterruptedTimeSeries(
        outcome, time, event, slope, controls, seasons, errors, lags, other);
  }

  @Override
  public Set<String> columns() {
    return names().all();
  }

  @Override
  public Set<String> identifiers() {
    return names().identifiers();
  }

  @Override
  public Fit fit(Panel panel) {
    return new SegmentedRegression(this, panel).fit();
  }

  /** By how much the series fell short of its line over the observed periods of the event. */
  public Estimate lost(Fit fit, Panel panel) {
    double[] periods = new SegmentedRegression(this, panel).interrupted();
    Map<String, Double> weights = new TreeMap<>();
    weights.put(LEVEL, -(double) periods.length);
    if (slope == SlopeChange.FREE) {
      double sum = 0;
      for (double period : periods) {
        sum += period - event.first();
      }
      weights.put(SLOPE, -sum);
    }
    return fit.combination("loss", weights);
  }

  private ColumnNames names() {
    return new ColumnNames().numbers(List.of(outcome, time)).numbers(controls).categories(seasons);
  }
}
