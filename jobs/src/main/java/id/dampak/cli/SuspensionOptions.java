package id.dampak.cli;

import id.dampak.estimate.Bins;
import id.dampak.estimate.DoseBin;
import id.dampak.estimate.DoseBins;
import id.dampak.estimate.DoseCuts;
import id.dampak.estimate.Fit;
import id.dampak.estimate.InterruptedTimeSeries;
import id.dampak.estimate.PeriodRange;
import id.dampak.estimate.SerialErrors;
import id.dampak.estimate.SlopeChange;
import id.dampak.estimate.StackedEvents;
import id.dampak.estimate.TripleDifferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags of further designs for a suspension that reaches all at once. */
final class SuspensionOptions {
  @Option(
      names = "--cuts",
      split = ",",
      paramLabel = "DOSE",
      description = "dose-bins: where bins of exposure end, e.g. 0.1,0.3.")
  List<Double> cuts = new ArrayList<>();

  @Option(
      names = "--quantiles",
      defaultValue = "3",
      paramLabel = "N",
      description = "dose-bins: bins of equal size, without --cuts (default: ${DEFAULT-VALUE}).")
  int quantiles = 3;

  @Option(
      names = "--stayers-up-to",
      defaultValue = "0",
      paramLabel = "DOSE",
      description = "dose-bins: exposure of those who count as not exposed (default: 0).")
  double stayersUpTo;

  @Option(
      names = "--channel",
      paramLabel = "COLUMN",
      description = "triple-differences: sales channel of a row.")
  @Nullable String channel;

  @Option(
      names = "--suspended",
      paramLabel = "LABEL",
      description = "triple-differences: the channel that was suspended.")
  @Nullable String suspended;

  @Option(
      names = "--event",
      paramLabel = "FIRST:LAST",
      converter = EventOptions.BinsConverter.class,
      description = "triple-differences, interrupted-series: periods of the event.")
  @Nullable Bins during;

  @Option(
      names = "--events",
      split = ",",
      paramLabel = "T0",
      description = "stacked-events: first period of each event.")
  List<Integer> events = new ArrayList<>();

  @Option(
      names = "--window",
      paramLabel = "FIRST:LAST",
      converter = EventOptions.BinsConverter.class,
      description = "stacked-events: first and last relative period, e.g. -14:10.")
  @Nullable Bins window;

  @Option(
      names = "--slope",
      defaultValue = "NONE",
      description =
          "interrupted-series: change of slope, ${COMPLETION-CANDIDATES} (default:"
              + " ${DEFAULT-VALUE}).")
  SlopeChange slope = SlopeChange.NONE;

  @Option(
      names = "--seasons",
      split = ",",
      paramLabel = "COLUMN",
      description = "interrupted-series: columns whose values recur, such as the weekday.")
  List<String> seasons = new ArrayList<>();

  @Option(
      names = "--errors",
      defaultValue = "NEWEY_WEST",
      description = "interrupted-series: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  SerialErrors serial = SerialErrors.NEWEY_WEST;

  @Option(
      names = "--lags",
      paramLabel = "N",
      description = "interrupted-series: lags of the errors. Default: by the number of periods.")
  @Nullable Integer lags;

  /** Effects by bins of exposure. */
  Estimation doseBins(PanelFlags flags, EventOptions event) {
    String exposure = flags.required("--exposure", Optional.ofNullable(event.exposure));
    int start = flags.required("--event-period", Optional.ofNullable(event.eventPeriod));
    DoseCuts ends = cuts.isEmpty() ? new DoseCuts.Quantiles(quantiles) : new DoseCuts.At(cuts);
    DoseBins plain =
        DoseBins.of(flags.outcome(), exposure, flags.unit(), flags.time(), start, ends)
            .withStayersUpTo(stayersUpTo)
            .within(event.groups.toArray(String[]::new))
            .relativeTo(event.reference)
            .withLevel(flags.level());
    DoseBins estimator = flags.cluster().map(plain::clusteredBy).orElse(plain);
    Map<String, Object> options = flags.described();
    options.put("exposure", exposure);
    options.put("event_period", start);
    options.put("reference", event.reference);
    options.put("stayers_up_to", stayersUpTo);
    options.put("groups", event.groups);
    return new Estimation(
        estimator,
        options,
        panel -> {
          Fit fit = estimator.fit(panel);
          return new Estimation.Found(
              fit, List.of(estimator.preTrend(fit)), List.of(bins(estimator.bins(panel))));
        });
  }

  private static FitTable bins(List<DoseBin> bins) {
    return new FitTable(
        "bins",
        List.of("bin", "units", "mean_dose"),
        bins.stream()
            .map(bin -> List.<Object>of(bin.label(), (long) bin.units(), bin.meanDose()))
            .toList());
  }

  /** The suspended channel of a merchant against the others of the same merchant. */
  Estimation tripleDifferences(PanelFlags flags, EventOptions event, RegressionMethods regression) {
    Map<String, Object> options = flags.described();
    String exposure = flags.required("--exposure", Optional.ofNullable(event.exposure));
    TripleDifferences estimator =
        TripleDifferences.of(
                flags.outcome(),
                exposure,
                flags.unit(),
                flags.required("--channel", Optional.ofNullable(channel)),
                flags.time(),
                flags.required("--suspended", Optional.ofNullable(suspended)),
                range(flags))
            .within(event.groups.toArray(String[]::new))
            .with(regression.variance(List.of(flags.unit()), options))
            .with(regression.singletons())
            .withLevel(flags.level());
    options.put("exposure", exposure);
    options.put("channel", estimator.channel());
    options.put("suspended", estimator.suspended());
    options.put("event", estimator.event());
    return new Estimation(estimator, options, panel -> Estimation.Found.of(estimator.fit(panel)));
  }

  /** One path over several events, each with controls that no other event touches. */
  Estimation stackedEvents(PanelFlags flags, RegressionMethods regression) {
    Bins around = flags.required("--window", Optional.ofNullable(window));
    int first = flags.required("--events", events.stream().findFirst());
    Map<String, Object> options = flags.described();
    options.put("events", events);
    options.put("window", around.first() + ":" + around.last());
    StackedEvents estimator = new StackedEvents(regression.study(first, options), events, around);
    return new Estimation(
        estimator,
        options,
        panel -> Estimation.Found.of(estimator.fit(panel), estimator.preTrend(panel)));
  }

  /** One series before, during and after an event. */
  Estimation interruptedSeries(PanelFlags flags) {
    InterruptedTimeSeries plain =
        InterruptedTimeSeries.of(flags.outcome(), flags.time(), range(flags))
            .with(slope)
            .controllingFor(flags.covariates().toArray(String[]::new))
            .withSeasons(seasons.toArray(String[]::new))
            .with(serial)
            .withLevel(flags.level());
    InterruptedTimeSeries estimator = Optional.ofNullable(lags).map(plain::withLags).orElse(plain);
    Map<String, Object> options = flags.described();
    options.put("event", estimator.event());
    options.put("slope", EstimateCommand.lower(slope));
    options.put("seasons", seasons);
    options.put("errors", EstimateCommand.lower(serial));
    return new Estimation(estimator, options, panel -> Estimation.Found.of(estimator.fit(panel)));
  }

  private PeriodRange range(PanelFlags flags) {
    Bins periods = flags.required("--event", Optional.ofNullable(during));
    return new PeriodRange(periods.first(), periods.last());
  }
}
