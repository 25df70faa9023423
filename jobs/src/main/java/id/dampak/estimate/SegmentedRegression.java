package id.dampak.estimate;

import id.dampak.error.EstimationErrors;
import id.dampak.error.SeriesErrors;
import id.dampak.linalg.Factor;
import id.dampak.linalg.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One run of an {@link InterruptedTimeSeries}. */
final class SegmentedRegression {
  /** Fewer periods than this on a side say next to nothing about a line. */
  private static final int FEW = 8;

  /** Terms that tell the effect. */
  private static final List<String> CHANGES =
      List.of(InterruptedTimeSeries.LEVEL, InterruptedTimeSeries.SLOPE);

  private final InterruptedTimeSeries series;
  private final Model model;
  private final Frame frame;
  private final double[] time;

  SegmentedRegression(InterruptedTimeSeries series, Panel panel) {
    this.series = series;
    this.model =
        new Model(
            series,
            series.outcome(),
            series.seasons(),
            Optional.empty(),
            // Not asked for: the variance of a series is made here.
            new Variance.Hc1(),
            series.level());
    Sample sample = new Sample(panel);
    sample.requireNumbers(series.outcome());
    sample.requireNumbers(series.time());
    series.controls().stream()
        .flatMap(c -> Terms.factorsOf(c).stream())
        .forEach(sample::requireNumbers);
    series.seasons().forEach(sample::requireCategories);
    sample.treatSingletons(series.seasons(), Singletons.KEEP);
    this.frame = new Frame(model, panel, sample);
    this.time = frame.values(series.time());
    requireOneSeries();
    requireBothSides();
  }

  /** The observed periods of the event. */
  double[] interrupted() {
    return Arrays.stream(time).filter(series.event()::holds).toArray();
  }

  Fit fit() {
    ColumnDesign design = ColumnDesign.of(terms(), this::column, frame);
    Regression regression = new Regression(model, frame, design);
    double[] outcome = frame.values(series.outcome());
    Residual left = regression.leave(outcome);
    Within within = design.within();
    Solution solution = Solution.of(within, regression.allTerms(), outcome);
    requireChange(design, solution.kept());
    int lags = series.lags().orElseGet(() -> LongRun.lags(time.length));
    requireLongEnough(lags);
    note(lags);
    return regression.fit(
        within,
        solution.kept(),
        solution.coefficients(),
        left.mean(),
        covariance(design.terms(), within, solution, regression.effectRank(), lags));
  }

  private Covariance covariance(
      List<String> terms, Within within, Solution solution, int effectRank, int lags) {
    int freedom = time.length - solution.kept().length - effectRank;
    if (freedom <= 0) {
      throw EstimationErrors.noDegreesOfFreedom(time.length, time.length - freedom);
    }
    Matrix meat =
        new LongRun(within.columns(solution.kept()), solution.residuals(), time, lags)
            .meat(series.errors())
            .times((double) time.length / freedom);
    Matrix matrix = solution.bread().matrix().times(meat).times(solution.bread().matrix());
    return new Covariance(matrix, freedom(terms, within, solution, lags), List.of());
  }

  /**
   * Degrees of freedom of the change, with a free slope the fewer of its two: what the interval of
   * the effect rests on.
   */
  private double freedom(List<String> terms, Within within, Solution solution, int lags) {
    double[][] columns = within.columns(solution.kept());
    SerialFreedom freedom = new SerialFreedom(explained(columns), time, lags);
    double fewest = Double.POSITIVE_INFINITY;
    for (int k = 0; k < columns.length; k++) {
      if (CHANGES.contains(terms.get(solution.kept()[k]))) {
        double[] influence = new double[time.length];
        for (int j = 0; j < columns.length; j++) {
          for (int t = 0; t < time.length; t++) {
            influence[t] += solution.bread().matrix().at(k, j) * columns[j][t];
          }
        }
        fewest = Math.min(fewest, freedom.of(series.errors(), influence));
      }
    }
    return fewest;
  }

  /** The regressors and a dummy of each season, or the constant. */
  private double[][] explained(double[][] columns) {
    List<double[]> all = new ArrayList<>(List.of(columns));
    List<Factor> effects = frame.effects();
    for (Factor effect : effects.isEmpty() ? List.of(Factor.constant(time.length)) : effects) {
      for (int level = 0; level < effect.levels(); level++) {
        double[] dummy = new double[time.length];
        for (int t = 0; t < time.length; t++) {
          dummy[t] = effect.code(t) == level ? 1 : 0;
        }
        all.add(dummy);
      }
    }
    return all.toArray(double[][]::new);
  }

  private List<String> terms() {
    List<String> terms =
        new ArrayList<>(List.of(InterruptedTimeSeries.TREND, InterruptedTimeSeries.LEVEL));
    if (series.slope() == SlopeChange.FREE) {
      terms.add(InterruptedTimeSeries.SLOPE);
    }
    terms.addAll(series.controls());
    return terms;
  }

  private double[] column(String term) {
    int start = series.event().first();
    return switch (term) {
      case InterruptedTimeSeries.TREND -> Arrays.stream(time).map(t -> t - start).toArray();
      case InterruptedTimeSeries.LEVEL ->
          Arrays.stream(time).map(t -> series.event().holds(t) ? 1 : 0).toArray();
      case InterruptedTimeSeries.SLOPE ->
          Arrays.stream(time).map(t -> series.event().holds(t) ? t - start : 0).toArray();
      default -> frame.values(term);
    };
  }

  private void note(int lags) {
    Sample sample = frame.sample();
    sample.warn(
        "one series and no comparison: whatever else happened in periods %s counts as the effect, and"
                .formatted(series.event())
            + " so does any bend of the line that it would have taken anyway");
    sample.warn(
        switch (series.errors()) {
          case NEWEY_WEST -> "standard errors of Newey and West with %d lags".formatted(lags);
          case STATIONARY ->
              "standard errors as if errors were during the event as at other times, %d lags"
                  .formatted(lags);
        });
    int inside = interrupted().length;
    if (time.length - inside < FEW || (series.slope() == SlopeChange.FREE && inside < FEW)) {
      sample.warn(
          "%d periods during the event and %d others are few for a line: under %d on a side"
              .formatted(inside, time.length - inside, FEW));
    }
    double first = Arrays.stream(time).min().orElseThrow();
    double last = Arrays.stream(time).max().orElseThrow();
    int gaps = (int) (last - first) + 1 - time.length;
    if (gaps > 0) {
      sample.warn(gaps + " periods between the first and the last are not observed");
    }
  }

  private void requireOneSeries() {
    double[] sorted = time.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < time.length; i++) {
      if (time[i] != Math.rint(time[i])) {
        throw EstimationErrors.notWholePeriods(series.time(), time[i], frame.rows()[i] + 1);
      }
      if (i > 0 && sorted[i] == sorted[i - 1]) {
        throw SeriesErrors.twice(series.time(), (long) sorted[i]);
      }
    }
  }

  private void requireBothSides() {
    long before = Arrays.stream(time).filter(t -> t < series.event().first()).count();
    int inside = interrupted().length;
    if (before < 2 || inside == 0 || (series.slope() == SlopeChange.FREE && inside < 2)) {
      throw SeriesErrors.tooFew(series.time(), series.event().toString(), (int) before, inside);
    }
  }

  /**
   * The residuals of a short event are fitted to 0 nearly one by one; the errors made of them would
   * be far too small.
   */
  private void requireLongEnough(int lags) {
    int inside = interrupted().length;
    if (series.errors() == SerialErrors.NEWEY_WEST && inside < 2 * (lags + 1)) {
      throw SeriesErrors.tooShortForLags(series.event().toString(), inside, lags);
    }
  }

  /** Without a level change that can be told from the rest there is nothing to report. */
  private static void requireChange(ColumnDesign design, int[] kept) {
    int level = design.terms().indexOf(InterruptedTimeSeries.LEVEL);
    if (Arrays.binarySearch(kept, level) < 0) {
      throw EstimationErrors.nothingLeft(List.of(InterruptedTimeSeries.LEVEL));
    }
  }
}
