package id.dampak.cli;

import id.dampak.estimate.Estimator;
import id.dampak.estimate.ExposureEventStudy;
import id.dampak.estimate.Fit;
import id.dampak.estimate.FixedEffectsRegression;
import id.dampak.estimate.JointTest;
import id.dampak.estimate.Panel;
import id.dampak.estimate.Singletons;
import id.dampak.estimate.Variance;
import id.dampak.panel.Columns;
import id.dampak.panel.Delimiter;
import id.dampak.panel.TableFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs an estimator on a file. */
@Command(
    name = "estimate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs an estimator on a CSV file (plain or gzipped) or a Parquet file.",
      "In names of regressors a*b is a product; in names of effects and clusters a^b are cells."
    },
    footer = {
      "",
      "Examples:",
      "  dampak estimate wages.csv --outcome wage --regressors age,age*age --se hc1",
      "  dampak estimate shops.csv.gz --outcome sales --unit shop --time day \\",
      "      --treatment treated*after --cluster shop --format json",
      "  dampak estimate shops.parquet --outcome sales --exposure share --unit shop \\",
      "      --time day --event-period 61 --groups province --bins -14:7"
    })
final class EstimateCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "CSV with a header, gzipped CSV, or Parquet.")
  Path file = Path.of("");

  @Option(
      names = "--method",
      description =
          "One of ${COMPLETION-CANDIDATES}. Default: event-study with --exposure, else feols where"
              + " effects are named, else ols.")
  @Nullable EstimateMethod method;

  @Option(names = "--outcome", required = true, paramLabel = "COLUMN", description = "Outcome y.")
  String outcome = "";

  @Option(
      names = "--regressors",
      split = ",",
      paramLabel = "COLUMN",
      description = "Regressors; in an event study, controls.")
  List<String> regressors = List.of();

  @Option(
      names = "--fe",
      split = ",",
      paramLabel = "COLUMN",
      description = "Fixed effects, any number.")
  List<String> fixedEffects = List.of();

  @Option(names = "--unit", paramLabel = "COLUMN", description = "Unit of a panel.")
  @Nullable String unit;

  @Option(names = "--time", paramLabel = "COLUMN", description = "Period of a panel.")
  @Nullable String time;

  @Option(
      names = "--treatment",
      paramLabel = "COLUMN",
      description = "Difference in differences: this regressor, with --unit and --time effects.")
  @Nullable String treatment;

  @Option(names = "--weights", paramLabel = "COLUMN", description = "Weights of observations.")
  @Nullable String weights;

  @Mixin EventOptions event = new EventOptions();
  @Mixin VarianceOptions errors = new VarianceOptions();

  @Option(
      names = "--singletons",
      defaultValue = "KEEP",
      description =
          "Observations alone in a level of an effect: ${COMPLETION-CANDIDATES} (default:"
              + " ${DEFAULT-VALUE}).")
  Singletons singletons = Singletons.KEEP;

  @Option(
      names = "--level",
      defaultValue = "0.95",
      description = "Confidence level (default: ${DEFAULT-VALUE}).")
  double level = 0.95;

  @Option(
      names = "--delimiter",
      defaultValue = "COMMA",
      description = "Of a CSV file: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  Delimiter delimiter = Delimiter.COMMA;

  @Option(
      names = "--format",
      defaultValue = "TABLE",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  FitFormat format = FitFormat.TABLE;

  @Override
  public void run() {
    if (!(level > 0 && level < 1)) {
      throw misuse("--level must lie between 0 and 1.");
    }
    EstimateMethod chosen = method();
    Map<String, Object> options = new LinkedHashMap<>();
    Estimator estimator =
        chosen == EstimateMethod.EVENT_STUDY ? eventStudy(options) : regression(chosen, options);
    options.put("singletons", lower(singletons));
    options.put("level", level);
    Panel panel = TableFile.read(file, columns(estimator), delimiter);
    Fit fit = estimator.fit(panel);
    List<JointTest> tests =
        estimator instanceof ExposureEventStudy study ? List.of(study.preTrend(panel)) : List.of();
    format.print(
        new FitReport(chosen.toString(), options, fit, tests), spec.commandLine().getOut());
  }

  /** The name of a constant as users write it. */
  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private EstimateMethod method() {
    if (method != null) {
      return method;
    }
    if (event.exposure != null) {
      return EstimateMethod.EVENT_STUDY;
    }
    return effects().isEmpty() ? EstimateMethod.OLS : EstimateMethod.FEOLS;
  }

  /** Named effects, or for a treatment those of unit and time. */
  private List<String> effects() {
    List<String> effects = new ArrayList<>(fixedEffects);
    if (effects.isEmpty() && unit != null && time != null) {
      effects.add(unit);
      effects.add(time);
    }
    return effects;
  }

  private Estimator regression(EstimateMethod chosen, Map<String, Object> options) {
    List<String> terms = new ArrayList<>(regressors);
    if (treatment != null) {
      if (effects().isEmpty()) {
        throw misuse("--treatment needs --unit and --time, or --fe.");
      }
      terms.add(0, treatment);
    }
    List<String> effects = effects();
    if (chosen == EstimateMethod.OLS && !effects.isEmpty()) {
      throw misuse("--method ols has no fixed effects; use --method feols.");
    }
    if (chosen == EstimateMethod.FEOLS && effects.isEmpty()) {
      throw misuse("--method feols needs --fe, or --unit and --time.");
    }
    if (terms.isEmpty()) {
      throw misuse("name --regressors, or --treatment with --unit and --time.");
    }
    options.put("outcome", outcome);
    options.put("regressors", terms);
    options.put("fixed_effects", effects);
    return new FixedEffectsRegression(
        outcome, terms, effects, weights(options), variance(List.of(), options), singletons, level);
  }

  private Estimator eventStudy(Map<String, Object> options) {
    Integer eventPeriod = event.eventPeriod;
    if (event.exposure == null || unit == null || time == null || eventPeriod == null) {
      throw misuse("--method event-study needs --exposure, --unit, --time and --event-period.");
    }
    if (!fixedEffects.isEmpty() || treatment != null) {
      throw misuse(
          "an event study has unit and period effects; name --groups instead of --fe, --exposure"
              + " instead of --treatment.");
    }
    options.put("outcome", outcome);
    options.put("exposure", event.exposure);
    options.put("unit", unit);
    options.put("time", time);
    options.put("event_period", eventPeriod);
    options.put("reference", event.reference);
    event.bins().ifPresent(b -> options.put("bins", b.first() + ":" + b.last()));
    options.put("groups", event.groups);
    options.put("controls", regressors);
    Optional.ofNullable(event.by).ifPresent(by -> options.put("by", by));
    return new ExposureEventStudy(
        outcome,
        event.exposure,
        unit,
        time,
        eventPeriod,
        event.reference,
        event.bins(),
        event.groups,
        regressors,
        weights(options),
        Optional.ofNullable(event.by),
        variance(List.of(unit), options),
        singletons,
        level);
  }

  private Optional<String> weights(Map<String, Object> options) {
    Optional.ofNullable(weights).ifPresent(column -> options.put("weights", column));
    return Optional.ofNullable(weights);
  }

  private Variance variance(List<String> otherwise, Map<String, Object> options) {
    String contradiction = errors.contradiction(otherwise);
    if (!contradiction.isEmpty()) {
      throw misuse(contradiction);
    }
    Variance variance = errors.variance(otherwise);
    errors.describe(variance, options);
    return variance;
  }

  private static Columns columns(Estimator estimator) {
    return new Columns(estimator.columns(), estimator.identifiers());
  }

  private ParameterException misuse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
