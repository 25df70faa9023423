package id.dampak.study;

import id.dampak.contract.Rule;
import id.dampak.contract.Severity;
import id.dampak.contract.Table;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where a study departs from the quality rules of the contracts.
 *
 * @param changes in the order of the study file; later ones win
 */
public record QualityRules(List<Change> changes) {

  /** Canonical constructor; copies the list. */
  public QualityRules {
    changes = List.copyOf(changes);
  }

  /**
   * One departure.
   *
   * @param table table that the rule is about
   * @param rule the rule
   * @param subject the one finding that is meant; every finding of the rule where empty
   * @param severity what follows instead
   * @param threshold the largest value that passes instead
   * @param reason why, in words
   */
  public record Change(
      Table table,
      Rule rule,
      Optional<String> subject,
      Optional<Severity> severity,
      OptionalDouble threshold,
      String reason) {

    private boolean isAbout(Table otherTable, Rule otherRule) {
      return table.equals(otherTable) && rule.equals(otherRule);
    }
  }

  /** The rules as the contracts have them. */
  public static QualityRules asDeclared() {
    return new QualityRules(List.of());
  }

  /** What follows where a rule is broken, whatever the subject. */
  public Severity severity(Table table, Rule rule) {
    return changes.stream()
        .filter(change -> change.isAbout(table, rule) && change.subject().isEmpty())
        .flatMap(change -> change.severity().stream())
        .reduce((earlier, later) -> later)
        .orElse(rule.severity());
  }

  /** The largest value that passes. */
  public double threshold(Table table, Rule rule) {
    return changes.stream()
        .filter(change -> change.isAbout(table, rule) && change.threshold().isPresent())
        .mapToDouble(change -> change.threshold().getAsDouble())
        .reduce((earlier, later) -> later)
        .orElse(rule.threshold());
  }

  /** The departure that decides on the severity of one finding, if there is one. */
  public Optional<Change> change(Table table, Rule rule, String subject) {
    return changes.stream()
        .filter(change -> change.isAbout(table, rule) && change.severity().isPresent())
        .filter(change -> change.subject().map(subject::equals).orElse(true))
        .reduce((earlier, later) -> later);
  }
}
