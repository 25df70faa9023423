package id.dampak.cli;

import id.dampak.estimate.Panel;
import id.dampak.estimate.Singletons;
import id.dampak.panel.Columns;
import id.dampak.panel.Delimiter;
import id.dampak.panel.TableFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs an estimator on a file. */
@Command(
    name = "estimate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = 96,
    description = {
      "Runs an estimator on a CSV file (plain or gzipped) or a Parquet file.",
      "In names of regressors a*b is a product; in names of effects and clusters a^b are cells;",
      "log(a) is the natural logarithm of a column."
    },
    footer = {
      "",
      "Examples:",
      "  dampak estimate wages.csv --outcome wage --regressors age,age*age --se hc1",
      "  dampak estimate shops.csv.gz --outcome sales --unit shop --time day \\",
      "      --treatment treated*after --cluster shop --format json",
      "  dampak estimate shops.parquet --outcome sales --exposure share --unit shop \\",
      "      --time day --event-period 61 --groups province --bins -14:7",
      "  dampak estimate shops.csv --outcome sales --exposure share --unit shop --time day \\",
      "      --event-period 61 --bins -14:7 --effect 0:3 --leave-one-out province --verdict",
      "  dampak estimate coefficients.csv --method honest-did --outcome beta --time year \\",
      "      --event-period 2014 --effect 0:0 --covariance v1,v2,v3,v4 --magnitudes 0.5,1",
      "  dampak estimate shops.csv --method ppml --outcome sales --regressors ads --fe shop,day",
      "  dampak estimate shops.csv --method poisson-event-study --outcome sales \\",
      "      --exposure share --unit shop --time day --event-period 61",
      "  dampak estimate shops.csv --method dose-bins --outcome sales --exposure share \\",
      "      --unit shop --time day --event-period 61 --cuts 0.2,0.5",
      "  dampak estimate channels.csv --method triple-differences --outcome sales \\",
      "      --exposure share --unit shop --channel channel --suspended LIVE --time day \\",
      "      --event 61:64",
      "  dampak estimate shops.csv --method stacked-events --outcome sales --exposure share \\",
      "      --unit shop --time day --events 61,120 --window -14:10",
      "  dampak estimate total.csv --method interrupted-series --outcome sales --time day \\",
      "      --event 61:90 --seasons weekday",
      "  dampak estimate jobs.csv --method imputation --outcome log_jobs --unit county \\",
      "      --time year --cohort first_treated --effects-by event_time --leads 3",
      "  dampak estimate jobs.csv --method sun-abraham --outcome log_jobs --unit county \\",
      "      --time year --cohort first_treated",
      "  dampak estimate jobs.csv --method bacon --outcome log_jobs --unit county --time year \\",
      "      --treatment treated",
      "  dampak estimate jobs.csv --method callaway-santanna --outcome log_jobs --unit county \\",
      "      --time year --cohort first_treated --compare not_yet_treated --regressors log_people",
      "  dampak estimate trainees.csv --method did-2x2 --before re75 --outcome re78 \\",
      "      --treatment trained --regressors age,schooling",
      "  dampak estimate regions.csv --method did-l --outcome sales --treatment off \\",
      "      --unit region --time day --effects 4 --placebos 3",
      "  dampak estimate regions.csv --method did-m --outcome sales --treatment off \\",
      "      --unit region --time day",
      "  dampak estimate regions.csv --method carry-over --outcome sales --treatment off \\",
      "      --unit region --time day --periods 3",
      "  dampak estimate states.csv --method synthetic-did --outcome packs --treatment treated \\",
      "      --unit state --time year",
      "  dampak estimate states.csv --method synthetic-control --outcome packs \\",
      "      --treatment treated --unit state --time year --predictor income:1980..1988",
      "  dampak estimate states.csv --method average-did --outcome packs --treatment treated \\",
      "      --unit state --time year --inference jackknife"
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
      description = "Regressors; in an event study, controls; in other methods, covariates.")
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
      description = "Treatment. Of a regression: this regressor, with --unit and --time effects.")
  @Nullable String treatment;

  @Option(names = "--weights", paramLabel = "COLUMN", description = "Weights of observations.")
  @Nullable String weights;

  @Mixin EventOptions event = new EventOptions();
  @Mixin VarianceOptions errors = new VarianceOptions();
  @Mixin InferenceOptions inference = new InferenceOptions();
  @Mixin SensitivityOptions sensitivity = new SensitivityOptions();

  @Option(names = "--offset", paramLabel = "COLUMN", description = "ppml: term of coefficient 1.")
  @Nullable String offset;

  @Mixin SuspensionOptions suspension = new SuspensionOptions();
  @Mixin StaggeredOptions staggered = new StaggeredOptions();
  @Mixin AdoptionOptions adoption = new AdoptionOptions();
  @Mixin ReversibleOptions reversible = new ReversibleOptions();
  @Mixin SyntheticOptions synthetic = new SyntheticOptions();
  @Mixin CoefficientOptions coefficients = new CoefficientOptions();
  @Mixin DrawOptions draws = new DrawOptions();

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
    requireFlagsOf(chosen);
    Estimation estimation = estimation(chosen);
    Panel panel = TableFile.read(file, columns(estimation), delimiter);
    Estimation.Found found = estimation.found().apply(panel);
    format.print(
        new FitReport(
            chosen.toString(), estimation.options(), found.fit(), found.tests(), found.tables()),
        spec.commandLine().getOut());
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
    boolean effects = !fixedEffects.isEmpty() || (unit != null && time != null);
    return effects ? EstimateMethod.FEOLS : EstimateMethod.OLS;
  }

  /** A flag that the method does not know would be read over in silence. */
  private void requireFlagsOf(EstimateMethod chosen) {
    for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
      if (!chosen.takes(option.longestName())) {
        throw misuse("%s does not go with --method %s.".formatted(option.longestName(), chosen));
      }
    }
  }

  private Estimation estimation(EstimateMethod chosen) {
    PanelFlags flags =
        new PanelFlags(
            spec,
            chosen,
            outcome,
            Optional.ofNullable(unit),
            Optional.ofNullable(time),
            Optional.ofNullable(treatment),
            regressors,
            errors.clusters,
            Optional.ofNullable(weights),
            draws,
            level);
    RegressionMethods regression =
        new RegressionMethods(
            flags, fixedEffects, singletons, event, errors, inference, sensitivity);
    return switch (chosen) {
      case OLS, FEOLS -> regression.regression();
      case EVENT_STUDY -> regression.eventStudy();
      case HONEST_DID -> coefficients.honest(flags, event, sensitivity);
      case PPML -> regression.poisson(Optional.ofNullable(offset));
      case POISSON_EVENT_STUDY -> regression.poissonEventStudy();
      case DOSE_BINS -> suspension.doseBins(flags, event);
      case TRIPLE_DIFFERENCES -> suspension.tripleDifferences(flags, event, regression);
      case STACKED_EVENTS -> suspension.stackedEvents(flags, regression);
      case INTERRUPTED_SERIES -> suspension.interruptedSeries(flags);
      case CALLAWAY_SANTANNA -> staggered.callawaySantAnna(flags);
      case IMPUTATION -> adoption.imputation(flags, regression, staggered.cohort(flags));
      case SUN_ABRAHAM ->
          adoption.sunAbraham(flags, regression, staggered.cohort(flags), event.reference);
      case BACON -> adoption.bacon(flags, regression);
      case DID_2X2 -> staggered.twoByTwo(flags);
      case DID_L -> reversible.intertemporal(flags);
      case DID_M -> reversible.switches(flags);
      case CARRY_OVER -> reversible.carryOver(flags);
      case SYNTHETIC_DID -> synthetic.differenceInDifferences(flags);
      case SYNTHETIC_CONTROL -> synthetic.control(flags);
      case AVERAGE_DID -> synthetic.averages(flags);
    };
  }

  private static Columns columns(Estimation estimation) {
    return new Columns(estimation.columns(), estimation.identifiers());
  }

  private ParameterException misuse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
