package id.dampak.cli;

import id.dampak.estimate.Fit;
import id.dampak.estimate.sensitivity.EventCoefficients;
import id.dampak.estimate.sensitivity.GivenCoefficients;
import id.dampak.estimate.sensitivity.HonestInference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The flags of an event study that another program has estimated. */
final class CoefficientOptions {
  @Option(
      names = "--covariance",
      split = ",",
      paramLabel = "COLUMN",
      description =
          "honest-did: columns of the covariance of the coefficients in --outcome, in the order of"
              + " the rows.")
  List<String> covariance = new ArrayList<>();

  /** Intervals that hold although trends are not parallel. */
  Estimation honest(PanelFlags flags, EventOptions event, SensitivityOptions sensitivity) {
    GivenCoefficients given =
        new GivenCoefficients(
            flags.outcome(),
            flags.time(),
            covariance,
            flags.required("--event-period", Optional.ofNullable(event.eventPeriod)),
            flags.level());
    Map<String, Object> options = flags.described();
    options.put("covariance", covariance);
    options.put("event_period", given.eventPeriod());
    return new Estimation(
        given,
        options,
        panel -> {
          Fit fit = given.fit(panel);
          EventCoefficients coefficients = given.coefficients(fit, panel);
          List<Integer> periods = within(given.after(panel), sensitivity, flags);
          HonestInference inference =
              new HonestInference(coefficients, coefficients.averageEffect(periods), fit.level());
          return new Estimation.Found(
              fit, List.of(), SensitivityTables.honest(inference, sensitivity.bounds));
        });
  }

  private static List<Integer> within(
      List<Integer> after, SensitivityOptions sensitivity, PanelFlags flags) {
    List<Integer> periods = after.stream().filter(sensitivity::counts).toList();
    if (periods.isEmpty()) {
      throw flags.misuse("--effect names none of the periods " + after + " of the event.");
    }
    return periods;
  }
}
