package id.dampak.report;

import java.util.List;
import java.util.Locale;

/** What general rules found odd in the data. */
public record Anomalies(List<Anomaly> found) implements Section {

  /** How much an anomaly matters. */
  public enum Severity {
    /** Worth knowing. */
    INFO,
    /** May move a number. */
    WARNING;

    /** The severity for people. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One anomaly.
   *
   * @param rule the rule that found it
   * @param subject input, file or period that it concerns
   * @param severity how much it matters
   * @param finding what was found, as a sentence with the values
   */
  public record Anomaly(String rule, String subject, Severity severity, String finding) {}

  public Anomalies {
    found = List.copyOf(found);
  }

  @Override
  public String anchor() {
    return "anomalies";
  }

  @Override
  public String heading() {
    return "Anomalies in the data";
  }

  @Override
  public boolean isEmpty() {
    return found.isEmpty();
  }
}
