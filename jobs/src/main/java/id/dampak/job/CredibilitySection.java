package id.dampak.job;

import id.dampak.contract.EstimateRow;
import id.dampak.contract.Robustness;
import id.dampak.contract.VerdictRow;
import id.dampak.estimate.sensitivity.Finding.Topic;
import id.dampak.report.Credibility;
import id.dampak.report.Credibility.Evidence;
import id.dampak.report.Credibility.Line;
import id.dampak.report.Credibility.Standing;
import id.dampak.report.Measurement;
import id.dampak.report.Scale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The section of the report that says whether its answer can be believed. */
final class CredibilitySection {
  private final Findings findings;

  CredibilitySection(Findings findings) {
    this.findings = findings;
  }

  Credibility section() {
    Judgement judgement = findings.judgement();
    return new Credibility(
        judgement.overall().map(CredibilitySection::standing),
        judgement.verdict().stream()
            .filter(row -> !row.text(VerdictRow.TOPIC).equals(VerdictRow.OVERALL))
            .map(
                row ->
                    new Evidence(
                        topic(row.text(VerdictRow.TOPIC)),
                        standing(row),
                        row.text(VerdictRow.REASON)))
            .toList(),
        lines(judgement.looks()));
  }

  private static Standing standing(FieldReader row) {
    return Standing.valueOf(row.text(VerdictRow.STANDING).toUpperCase(Locale.ROOT));
  }

  private static String topic(String name) {
    return switch (Topic.valueOf(name.toUpperCase(Locale.ROOT))) {
      case PRE_TREND -> "Trends before";
      case PRE_TREND_POWER -> "What their test misses";
      case SENSITIVITY -> "Violations it survives";
      case CLUSTERS -> "Clusters";
      case STAYERS -> "Who was left alone";
      case TIME_SHOCKS -> "Other dates";
      case DOMINANCE -> "Who carries it";
    };
  }

  private List<Line> lines(List<FieldReader> looks) {
    Map<String, List<FieldReader>> kinds = new LinkedHashMap<>();
    looks.forEach(
        look ->
            kinds
                .computeIfAbsent(look.text(Robustness.EXAMINATION), kind -> new ArrayList<>())
                .add(look));
    List<Line> lines = new ArrayList<>();
    kinds.forEach(
        (kind, rows) -> lines.add(new Line(sentenceCase(kind), rows.size(), found(rows))));
    return lines;
  }

  private String found(List<FieldReader> rows) {
    if (rows.stream().allMatch(row -> row.optionalNumber(Robustness.P_VALUE).isPresent())
        && rows.get(0).text(Robustness.EXAMINATION).startsWith("inference")) {
      return tests(rows);
    }
    List<FieldReader> numbers =
        rows.stream().filter(row -> row.optionalNumber(Robustness.ESTIMATE).isPresent()).toList();
    List<FieldReader> intervals =
        rows.stream()
            .filter(row -> row.optionalNumber(Robustness.ESTIMATE).isEmpty())
            .filter(row -> row.optionalNumber(Robustness.CONF_LOW).isPresent())
            .toList();
    List<String> sentences = new ArrayList<>();
    if (numbers.size() == 1) {
      sentences.add(one(numbers.get(0)));
    } else if (!numbers.isEmpty()) {
      sentences.add(range(numbers));
    }
    intervals.forEach(row -> sentences.add(interval(row)));
    rows.forEach(row -> row.optionalText(Robustness.REFUSAL).ifPresent(sentences::add));
    return String.join(" ", sentences);
  }

  /** Every test by itself, as they are of the same number. */
  private static String tests(List<FieldReader> rows) {
    return rows.stream()
        .map(
            row ->
                "%s: p = %s."
                    .formatted(
                        row.text(Robustness.SUBJECT), number(row.number(Robustness.P_VALUE))))
        .collect(Collectors.joining(" "));
  }

  private static String range(List<FieldReader> rows) {
    Comparator<FieldReader> byEstimate =
        Comparator.comparingDouble(row -> row.number(Robustness.ESTIMATE));
    FieldReader least = rows.stream().min(byEstimate).orElseThrow();
    FieldReader most = rows.stream().max(byEstimate).orElseThrow();
    return "From %s (%s) to %s (%s)."
        .formatted(
            number(least.number(Robustness.ESTIMATE)),
            subject(least),
            number(most.number(Robustness.ESTIMATE)),
            subject(most));
  }

  /** A day without its midnight. */
  private static String subject(FieldReader row) {
    return row.text(Robustness.SUBJECT).replace("T00:00", "");
  }

  private static String interval(FieldReader row) {
    return "%s: %s to %s."
        .formatted(
            row.text(Robustness.SUBJECT),
            number(row.number(Robustness.CONF_LOW)),
            number(row.number(Robustness.CONF_HIGH)));
  }

  private String one(FieldReader row) {
    String estimate = number(row.number(Robustness.ESTIMATE));
    return switch (row.text(Robustness.EXAMINATION)) {
      case "treatment dealt out anew" -> dealtOut(row);
      case "weight of the treated" ->
          "The %s weigh like %s of equal weight.".formatted(subject(row), estimate);
      default -> "%s: %s.".formatted(subject(row), estimate);
    };
  }

  /** The spread of what other assignments give, beside the standard error that clusters promise. */
  private String dealtOut(FieldReader row) {
    double spread = row.number(Robustness.STD_ERROR);
    String beside =
        clusteredError(row.text(Robustness.SPECIFICATION))
            .map(
                error ->
                    ", %s times the clustered standard error of %s"
                        .formatted(number(spread / error), number(error)))
            .orElse("");
    return "Given to other regions %s, the treatment has effects with a standard deviation of %s%s; p = %s."
        .formatted(
            row.text(Robustness.SUBJECT),
            number(spread),
            beside,
            number(row.number(Robustness.P_VALUE)));
  }

  private Optional<Double> clusteredError(String specification) {
    return findings.estimates().stream()
        .filter(row -> row.text(EstimateRow.SPECIFICATION).equals(specification))
        .filter(row -> row.optionalNumber(EstimateRow.STD_ERROR).isPresent())
        .map(row -> row.number(EstimateRow.STD_ERROR))
        .findFirst();
  }

  private static String number(double value) {
    return new Measurement(value, Optional.empty(), new Scale.Plain("")).estimateText();
  }

  private static String sentenceCase(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
