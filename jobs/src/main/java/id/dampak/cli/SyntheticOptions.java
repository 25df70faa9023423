package id.dampak.cli;

import id.dampak.estimate.Bins;
import id.dampak.estimate.Estimator;
import id.dampak.estimate.Panel;
import id.dampak.estimate.synthetic.DifferenceInAverages;
import id.dampak.estimate.synthetic.Predictor;
import id.dampak.estimate.synthetic.PredictorSynthesis;
import id.dampak.estimate.synthetic.SimplexSolver;
import id.dampak.estimate.synthetic.Synthesis;
import id.dampak.estimate.synthetic.SyntheticControl;
import id.dampak.estimate.synthetic.SyntheticControlWithPredictors;
import id.dampak.estimate.synthetic.SyntheticDifferenceInDifferences;
import id.dampak.estimate.synthetic.SyntheticInference;
import id.dampak.estimate.synthetic.Treatment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The flags of methods that weigh untreated units into a double of the treated ones. */
final class SyntheticOptions {
  /** Where standard errors come from. */
  enum Inference {
    PLACEBO,
    JACKKNIFE,
    NONE
  }

  @Option(
      names = "--treated-from",
      paramLabel = "COLUMN",
      description =
          "Synthetic: first treated period of the unit, in place of a --treatment of 0 and 1.")
  @Nullable String treatedFrom;

  @Option(
      names = "--solver",
      defaultValue = "ACTIVE_SET",
      description = "Synthetic: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}, exact).")
  SimplexSolver solver = SimplexSolver.ACTIVE_SET;

  @Option(
      names = "--inference",
      defaultValue = "PLACEBO",
      description = "Synthetic: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  Inference inference = Inference.PLACEBO;

  @Option(
      names = "--ridge",
      paramLabel = "Z",
      description = "synthetic-control: penalty, in standard deviations of changes.")
  @Nullable Double ridge;

  @Option(
      names = "--predictor",
      paramLabel = "COLUMN:FIRST..LAST",
      converter = PredictorConverter.class,
      description =
          "synthetic-control: mean of a column over periods, of every nth with /n; may be repeated.")
  List<Predictor> predictors = new ArrayList<>();

  @Option(
      names = "--fit-over",
      paramLabel = "FIRST:LAST",
      converter = EventOptions.BinsConverter.class,
      description =
          "synthetic-control by predictors: periods over which their importance is judged.")
  @Nullable Bins fitOver;

  /** Synthetic difference in differences. */
  Estimation differenceInDifferences(PanelFlags flags) {
    SyntheticDifferenceInDifferences estimator =
        SyntheticDifferenceInDifferences.of(
                flags.outcome(), flags.unit(), flags.time(), treatment(flags))
            .with(solver)
            .with(inference(flags))
            .withLevel(flags.level());
    return estimation(estimator, described(flags), estimator::synthesise);
  }

  /** The treated against the plain average of the others. */
  Estimation averages(PanelFlags flags) {
    DifferenceInAverages estimator =
        DifferenceInAverages.of(flags.outcome(), flags.unit(), flags.time(), treatment(flags))
            .with(inference(flags))
            .withLevel(flags.level());
    return estimation(estimator, described(flags), estimator::synthesise);
  }

  /** Synthetic control, by the outcomes before treatment or by predictors. */
  Estimation control(PanelFlags flags) {
    return predictors.isEmpty() ? byOutcomes(flags) : byPredictors(flags);
  }

  private Estimation byOutcomes(PanelFlags flags) {
    SyntheticControl plain =
        SyntheticControl.of(flags.outcome(), flags.unit(), flags.time(), treatment(flags))
            .with(solver)
            .with(inference(flags))
            .withLevel(flags.level());
    SyntheticControl estimator = Optional.ofNullable(ridge).map(plain::withRidge).orElse(plain);
    Map<String, Object> options = described(flags);
    options.put("ridge", estimator.ridge());
    return estimation(estimator, options, estimator::synthesise);
  }

  private Estimation byPredictors(PanelFlags flags) {
    SyntheticControlWithPredictors plain =
        SyntheticControlWithPredictors.of(
            flags.outcome(), flags.unit(), flags.time(), treatment(flags), predictors);
    SyntheticControlWithPredictors.PlaceboInSpace placebos =
        inference == Inference.NONE
            ? SyntheticControlWithPredictors.PlaceboInSpace.NONE
            : SyntheticControlWithPredictors.PlaceboInSpace.ALL_CONTROLS;
    SyntheticControlWithPredictors estimator =
        Optional.ofNullable(fitOver)
            .map(over -> plain.fittedOver(over.first(), over.last()))
            .orElse(plain)
            .with(placebos);
    Map<String, Object> options = described(flags);
    options.put("predictors", predictors.stream().map(Predictor::name).toList());
    return new Estimation(
        estimator,
        options,
        panel -> {
          PredictorSynthesis found = estimator.synthesise(panel);
          List<FitTable> tables = new ArrayList<>(tables(found.synthesis()));
          tables.add(predictors(found));
          return new Estimation.Found(found.synthesis().fit(), List.of(), tables);
        });
  }

  private Treatment treatment(PanelFlags flags) {
    return treatedFrom == null
        ? new Treatment.Indicator(flags.treatment())
        : new Treatment.From(treatedFrom);
  }

  private SyntheticInference inference(PanelFlags flags) {
    return switch (inference) {
      case PLACEBO ->
          new SyntheticInference.Placebo(
              flags.draws().countOr(SyntheticInference.DRAWS), flags.draws().seed);
      case JACKKNIFE -> new SyntheticInference.Jackknife();
      case NONE -> new SyntheticInference.None();
    };
  }

  private Map<String, Object> described(PanelFlags flags) {
    Map<String, Object> options = flags.described();
    Optional.ofNullable(treatedFrom).ifPresent(column -> options.put("treated_from", column));
    options.put("solver", EstimateCommand.lower(solver));
    options.put("inference", EstimateCommand.lower(inference));
    return options;
  }

  private static Estimation estimation(
      Estimator estimator, Map<String, Object> options, Function<Panel, Synthesis> synthesise) {
    return new Estimation(
        estimator,
        options,
        panel -> {
          Synthesis found = synthesise.apply(panel);
          return new Estimation.Found(found.fit(), List.of(), tables(found));
        });
  }

  private static List<FitTable> tables(Synthesis found) {
    FitTable units =
        new FitTable(
            "unit_weights",
            List.of("unit", "weight"),
            found.unitWeights().stream()
                .filter(unit -> unit.weight() > 0)
                .map(unit -> List.<Object>of(unit.unit(), unit.weight()))
                .toList());
    FitTable periods =
        new FitTable(
            "time_weights",
            List.of("period", "weight"),
            found.timeWeights().stream()
                .filter(period -> period.weight() > 0)
                .map(period -> List.<Object>of((long) period.period(), period.weight()))
                .toList());
    return List.of(units, periods);
  }

  private static FitTable predictors(PredictorSynthesis found) {
    return new FitTable(
        "predictors",
        List.of("predictor", "importance", "treated", "synthetic", "controls"),
        found.predictors().stream()
            .map(
                p ->
                    List.<Object>of(
                        p.predictor(), p.importance(), p.treated(), p.synthetic(), p.controls()))
            .toList());
  }

  /** Reads {@code gdp:1960..1969}, {@code gdp:1961..1969/2} or {@code gdp:1969}. */
  static final class PredictorConverter implements ITypeConverter<Predictor> {
    private static final Pattern FORM =
        Pattern.compile("(.+):(-?\\d+)(?:\\.\\.(-?\\d+))?(?:/(\\d+))?");

    @Override
    public Predictor convert(String value) {
      Matcher parts = FORM.matcher(value);
      if (!parts.matches()) {
        throw new TypeConversionException(
            "'" + value + "' is not COLUMN:FIRST..LAST, such as gdp:1960..1969");
      }
      int first = Integer.parseInt(parts.group(2));
      int last = parts.group(3) == null ? first : Integer.parseInt(parts.group(3));
      int step = parts.group(4) == null ? 1 : Integer.parseInt(parts.group(4));
      if (last < first || step < 1) {
        throw new TypeConversionException("'" + value + "' has no periods");
      }
      return Predictor.every(step, parts.group(1), first, last);
    }
  }
}
