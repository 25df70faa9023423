package id.dampak.coverage;

import id.dampak.coverage.CoverageRun.Outcome;
import id.dampak.estimate.sensitivity.Finding.Topic;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Outcomes as the Markdown of {@code docs/validation.md}. */
final class Tables {
  private Tables() {}

  /** Bias, coverage and standard errors. */
  static String coverage(List<Outcome> outcomes) {
    return """
        | estimator | design | draws | truth | bias (Monte Carlo s.e.) | 95 % interval covers \
        (Monte Carlo s.e.) | mean s.e. / spread |
        |---|---|---|---|---|---|---|
        """
        + outcomes.stream().map(Tables::coverage).collect(Collectors.joining());
  }

  private static String coverage(Outcome outcome) {
    Accuracy accuracy = outcome.accuracy();
    double ratio = accuracy.stdError() / accuracy.spread();
    return row(
        outcome.design().estimator(),
        outcome.design().words(),
        String.format(Locale.US, "%,d", accuracy.trials()),
        number("%.3f", accuracy.truth()),
        "%s (%s)".formatted(number("%.4f", accuracy.bias()), number("%.4f", accuracy.biasError())),
        "%s %% (%s)"
            .formatted(
                number("%.1f", 100 * accuracy.coverage()),
                number("%.1f", 100 * accuracy.coverageError())),
        Double.isNaN(ratio) ? "–" : number("%.2f", ratio));
  }

  /** Power by the size of the effect. */
  static String power(List<Outcome> outcomes) {
    return """
        | estimator | planted | none | × ¼ | × ½ | × 1 | × 1½ |
        |---|---|---|---|---|---|---|
        """
        + outcomes.stream().map(Tables::power).collect(Collectors.joining());
  }

  private static String power(Outcome outcome) {
    return row(
        outcome.design().estimator(),
        number("%.2f", outcome.design().effect()),
        outcome.power().stream()
            .map(share -> number("%.0f", 100 * share) + " %")
            .collect(Collectors.joining(" | ")));
  }

  /** How often a verdict objects, and for which reasons. */
  static String verdicts(List<VerdictDesign.Outcome> outcomes) {
    return """
        | market | objects | says not identified | for its reason | reasons, in % of markets |
        |---|---|---|---|---|
        """
        + outcomes.stream().map(Tables::verdict).collect(Collectors.joining());
  }

  private static String verdict(VerdictDesign.Outcome outcome) {
    List<Topic> topics = outcome.design().topics();
    return row(
        outcome.design().words(),
        share(outcome.objected() * VerdictDesign.DRAWS),
        share(outcome.notIdentified()),
        topics.isEmpty() ? "–" : share(outcome.right()),
        outcome.objections().entrySet().stream()
            .filter(objection -> objection.getValue() > 0)
            .map(
                objection -> {
                  String mark = topics.contains(objection.getKey()) ? "**" : "";
                  return mark
                      + words(objection.getKey())
                      + mark
                      + " "
                      + percent(objection.getValue());
                })
            .collect(Collectors.joining(", ")));
  }

  private static String words(Topic topic) {
    return topic.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String share(double count) {
    return percent(count) + " %";
  }

  private static String percent(double count) {
    return number("%.0f", 100 * count / VerdictDesign.DRAWS);
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value).replace('-', '−');
  }
}
