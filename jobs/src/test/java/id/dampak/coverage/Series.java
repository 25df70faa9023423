package id.dampak.coverage;

import id.dampak.estimate.InterruptedTimeSeries;
import id.dampak.estimate.Panel;
import id.dampak.estimate.PeriodRange;
import id.dampak.estimate.SerialErrors;
import java.util.List;
import java.util.random.RandomGenerator;

/** One aggregate series that an event interrupts. */
final class Series {
  private Series() {}

  static List<CoverageDesign> designs() {
    return List.of(
        year("interrupted series, Newey–West", SerialErrors.NEWEY_WEST),
        year("interrupted series, stationary errors", SerialErrors.STATIONARY));
  }

  /** What the method says of itself: ten periods during the event are few for Newey and West. */
  static List<CoverageDesign> limits() {
    return List.of(
        CoverageDesign.of(
            "interrupted series, Newey–West",
            "50 periods, 10 during the event, 3 lags, independent errors",
            -1,
            (random, effect) -> trial(random, effect, 50, 10, 0, SerialErrors.NEWEY_WEST)));
  }

  private static CoverageDesign year(String name, SerialErrors errors) {
    return CoverageDesign.of(
        name,
        "365 days with seasons of the week, 60 during the event, neighbouring errors correlated"
            + " (0.4)",
        -0.6,
        (random, effect) -> trial(random, effect, 365, 60, 0.5, errors));
  }

  /**
   * @param moving weight of the last period's shock in the error of a period
   */
  private static Trial trial(
      RandomGenerator random,
      double effect,
      int periods,
      int length,
      double moving,
      SerialErrors errors) {
    int first = periods * 2 / 3;
    PeriodRange event = new PeriodRange(first, first + length - 1);
    double[] shocks = Cells.normal(random, periods + 1);
    Panel panel =
        new Cells(1, periods)
            .with("weekday", (i, t) -> t % 7)
            .with(
                "y",
                (i, t) ->
                    0.01 * t
                        + Math.cos(t % 7)
                        + (event.holds(t) ? effect : 0)
                        + shocks[t]
                        + moving * shocks[t - 1])
            .panel();
    InterruptedTimeSeries series =
        InterruptedTimeSeries.of("y", "t", event).withSeasons("weekday").with(errors);
    return Trial.of(effect, series.fit(panel).estimate(InterruptedTimeSeries.LEVEL));
  }
}
