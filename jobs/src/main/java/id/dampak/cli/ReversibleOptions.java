package id.dampak.cli;

import id.dampak.estimate.Estimator;
import id.dampak.estimate.Panel;
import id.dampak.estimate.reversible.CarryOver;
import id.dampak.estimate.reversible.Composition;
import id.dampak.estimate.reversible.EffectScale;
import id.dampak.estimate.reversible.IntertemporalDid;
import id.dampak.estimate.reversible.PeriodDetail;
import id.dampak.estimate.reversible.ReversibleFit;
import id.dampak.estimate.reversible.SwitchDirection;
import id.dampak.estimate.reversible.SwitchersDid;
import id.dampak.estimate.reversible.TreatmentColumns;
import id.dampak.estimate.reversible.TreatmentGaps;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags of methods for treatments that switch on and off. */
final class ReversibleOptions {
  @Option(
      names = "--effects",
      defaultValue = "1",
      paramLabel = "N",
      description = "did-l: periods from the switch on (default: ${DEFAULT-VALUE}).")
  int effects = 1;

  @Option(
      names = "--placebos",
      paramLabel = "N",
      description = "On/off: periods before the switch. Default: 0, and 1 with did-m.")
  @Nullable Integer placebos;

  @Option(
      names = "--periods",
      defaultValue = "1",
      paramLabel = "N",
      description = "carry-over: periods after the treatment has gone (default: ${DEFAULT-VALUE}).")
  int periods = 1;

  @Option(
      names = "--scale",
      description =
          "On/off: effects ${COMPLETION-CANDIDATES}. Default: PER_SWITCH, and PER_UNIT with did-m.")
  @Nullable EffectScale scale;

  @Option(
      names = "--switchers",
      defaultValue = "BOTH",
      description = "did-l: whose effects, ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  SwitchDirection switchers = SwitchDirection.BOTH;

  @Option(
      names = "--composition",
      defaultValue = "EACH",
      description =
          "did-l: switchers at each distance, ${COMPLETION-CANDIDATES} (default:"
              + " ${DEFAULT-VALUE}).")
  Composition composition = Composition.EACH;

  @Option(
      names = "--treatment-gaps",
      defaultValue = "FILLED",
      description =
          "On/off: a missing treatment is ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  TreatmentGaps gaps = TreatmentGaps.FILLED;

  @Option(
      names = "--within",
      paramLabel = "COLUMN",
      description = "On/off: units are compared within the groups of this column.")
  @Nullable String within;

  @Option(names = "--by-period", description = "did-m: the terms of every period, too.")
  boolean byPeriod;

  /** Effects and placebos by periods since the first switch. */
  Estimation intertemporal(PanelFlags flags) {
    IntertemporalDid estimator =
        IntertemporalDid.of(columns(flags), effects)
            .withPlacebos(Optional.ofNullable(placebos).orElse(0))
            .with(Optional.ofNullable(scale).orElse(EffectScale.PER_SWITCH))
            .with(switchers)
            .with(composition)
            .with(gaps)
            .withLevel(flags.level());
    Map<String, Object> options = described(flags);
    options.put("effects", effects);
    options.put("placebos", estimator.placebos());
    options.put("scale", EstimateCommand.lower(estimator.scale()));
    options.put("switchers", EstimateCommand.lower(switchers));
    options.put("composition", EstimateCommand.lower(composition));
    options.put("treatment_gaps", EstimateCommand.lower(gaps));
    return estimation(estimator, options, estimator::estimate);
  }

  /** Effects of switches between two periods in a row. */
  Estimation switches(PanelFlags flags) {
    SwitchersDid estimator =
        SwitchersDid.of(columns(flags))
            .withPlacebos(Optional.ofNullable(placebos).orElse(1))
            .with(Optional.ofNullable(scale).orElse(EffectScale.PER_UNIT))
            .with(byPeriod ? PeriodDetail.BY_PERIOD : PeriodDetail.POOLED)
            .withLevel(flags.level());
    Map<String, Object> options = described(flags);
    options.put("placebos", estimator.placebos());
    options.put("scale", EstimateCommand.lower(estimator.scale()));
    return estimation(estimator, options, estimator::estimate);
  }

  /** What lasts once the treatment has gone. */
  Estimation carryOver(PanelFlags flags) {
    CarryOver estimator = CarryOver.of(columns(flags), periods).with(gaps).withLevel(flags.level());
    Map<String, Object> options = described(flags);
    options.put("periods", periods);
    options.put("treatment_gaps", EstimateCommand.lower(gaps));
    return estimation(estimator, options, estimator::estimate);
  }

  private TreatmentColumns columns(PanelFlags flags) {
    TreatmentColumns columns =
        TreatmentColumns.of(flags.outcome(), flags.treatment(), flags.unit(), flags.time());
    columns = flags.cluster().map(columns::clusteredBy).orElse(columns);
    columns = flags.weights().map(columns::weightedBy).orElse(columns);
    return Optional.ofNullable(within).map(columns::comparedWithin).orElse(columns);
  }

  private Map<String, Object> described(PanelFlags flags) {
    Map<String, Object> options = flags.described();
    Optional.ofNullable(within).ifPresent(column -> options.put("within", column));
    return options;
  }

  private static Estimation estimation(
      Estimator estimator, Map<String, Object> options, Function<Panel, ReversibleFit> estimate) {
    return new Estimation(
        estimator,
        options,
        panel -> {
          ReversibleFit found = estimate.apply(panel);
          return new Estimation.Found(found.fit(), found.tests(), List.of(counts(found)));
        });
  }

  private static FitTable counts(ReversibleFit found) {
    return new FitTable(
        "switchers",
        List.of("term", "cells", "switchers", "in", "out", "without_controls", "dose"),
        found.counts().stream()
            .map(
                count ->
                    List.<Object>of(
                        count.term(),
                        count.cells(),
                        count.switchers(),
                        count.in(),
                        count.out(),
                        count.withoutControls(),
                        count.dose()))
            .toList());
  }
}
