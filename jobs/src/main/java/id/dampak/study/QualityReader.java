package id.dampak.study;

import id.dampak.contract.Rule;
import id.dampak.contract.Severity;
import id.dampak.contract.Table;
import id.dampak.contract.Tables;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Reads where a study departs from the quality rules. */
final class QualityReader {
  private QualityReader() {}

  static QualityRules rules(List<Section> sections) {
    return new QualityRules(sections.stream().map(QualityReader::change).toList());
  }

  private static QualityRules.Change change(Section section) {
    String tableName = section.text("table");
    Table table =
        Tables.ALL.stream()
            .filter(each -> !each.rules().isEmpty() && each.name().equals(tableName))
            .findFirst()
            .orElseThrow(() -> section.wrong("table", quoted(tableName), "one of " + tables()));
    String ruleName = section.text("rule");
    Rule rule =
        table.rules().stream()
            .filter(each -> each.name().equals(ruleName))
            .findFirst()
            .orElseThrow(() -> section.wrong("rule", quoted(ruleName), "one of " + rules(table)));
    Optional<Severity> severity = section.optionalOneOf("severity", Severity.class);
    QualityRules.Change change =
        new QualityRules.Change(
            table,
            rule,
            section.optionalText("subject"),
            severity,
            section
                .optional("threshold", "a number of 0 or more", QualityReader::notNegative)
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty()),
            section.text("reason"));
    section.done();
    requireSense(section, change);
    return change;
  }

  private static void requireSense(Section section, QualityRules.Change change) {
    String name = change.rule().name();
    if (change.severity().isEmpty() && change.threshold().isEmpty()) {
      throw section.contradiction(
          "rule",
          "the entry changes nothing about the rule " + name,
          "It has neither a severity nor a threshold",
          "Add one of them, or remove the entry");
    }
    if (change.subject().isPresent() && change.threshold().isPresent()) {
      throw section.contradiction(
          "threshold",
          "a threshold for a single finding of the rule " + name,
          "A threshold decides what is found, so that it holds for all subjects",
          "Remove the subject or the threshold");
    }
    if (change.severity().equals(Optional.of(Severity.QUARANTINE))
        && (change.subject().isPresent() || !(change.rule().measure() instanceof Rule.Broken))) {
      throw section.contradiction(
          "severity",
          "the rule " + name + " cannot set rows aside here",
          "Only a rule that judges one row at a time can, and for all rows alike",
          "Choose warn or stop, and no subject");
    }
  }

  private static String tables() {
    return Tables.ALL.stream()
        .filter(table -> !table.rules().isEmpty())
        .map(Table::name)
        .collect(Collectors.joining(", "));
  }

  private static String rules(Table table) {
    return table.rules().stream().map(Rule::name).collect(Collectors.joining(", "));
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  static double notNegative(String text) {
    double number = Double.parseDouble(text);
    if (!(number >= 0) || Double.isInfinite(number)) {
      throw new IllegalArgumentException(text);
    }
    return number;
  }
}
