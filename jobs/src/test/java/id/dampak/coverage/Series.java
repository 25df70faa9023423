package id.dampak.coverage;

import id.dampak.estimate.InterruptedTimeSeries;
import id.dampak.estimate.Panel;
import id.dampak.estimate.PeriodRange;
import id.dampak.estimate.SerialErrors;
import java.util.List;
import java.util.random.RandomGenerator;

/** One aggregate series that an event interrupts after two thirds of its periods. */
final class Series {
  private static final String YEAR =
      "365 days with seasons of the week, 60 during the event, errors of neighbouring days"
          + " correlated (0.4)";

  private Series() {}

  static List<CoverageDesign> designs() {
    return List.of(
        CoverageDesign.of(
            "interrupted series, Newey–West",
            YEAR,
            -0.6,
            (random, effect) -> trial(effect, neighbours(random), 60, SerialErrors.NEWEY_WEST)),
        CoverageDesign.of(
            "interrupted series, stationary errors",
            YEAR,
            -0.6,
            (random, effect) -> trial(effect, neighbours(random), 60, SerialErrors.STATIONARY)));
  }

  /**
   * Ten periods of an event are few for the variance of Newey and West, and fifty periods do not
   * allow the lags that it takes to see a strong dependence.
   */
  static List<CoverageDesign> limits() {
    return List.of(
        CoverageDesign.of(
            "interrupted series, Newey–West",
            "50 periods, 10 during the event, independent errors",
            -1,
            (random, effect) ->
                trial(effect, Cells.normal(random, 50), 10, SerialErrors.NEWEY_WEST)),
        persistent("interrupted series, Newey–West", SerialErrors.NEWEY_WEST),
        persistent("interrupted series, stationary errors", SerialErrors.STATIONARY));
  }

  private static CoverageDesign persistent(String name, SerialErrors errors) {
    return CoverageDesign.of(
        name,
        "50 periods, 10 during the event, 3 lags, autocorrelation 0.6",
        -1,
        (random, effect) -> trial(effect, Cells.errors(random, 1, 50, 0.6)[0], 10, errors));
  }

  private static double[] neighbours(RandomGenerator random) {
    double[] shocks = Cells.normal(random, 366);
    double[] errors = new double[365];
    for (int t = 0; t < errors.length; t++) {
      errors[t] = shocks[t + 1] + shocks[t] / 2;
    }
    return errors;
  }

  private static Trial trial(double effect, double[] noise, int length, SerialErrors errors) {
    int first = noise.length * 2 / 3;
    PeriodRange event = new PeriodRange(first, first + length - 1);
    Panel panel =
        new Cells(1, noise.length)
            .with("weekday", (i, t) -> t % 7)
            .with(
                "y",
                (i, t) -> 0.01 * t + Math.cos(t % 7) + (event.holds(t) ? effect : 0) + noise[t - 1])
            .panel();
    InterruptedTimeSeries series =
        InterruptedTimeSeries.of("y", "t", event).withSeasons("weekday").with(errors);
    return Trial.of(effect, series.fit(panel).estimate(InterruptedTimeSeries.LEVEL));
  }
}
