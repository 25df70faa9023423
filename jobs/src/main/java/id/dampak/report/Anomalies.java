package id.dampak.report;

import java.util.List;
import java.util.Locale;

/** What the quality rules found, and what they looked at and found in order. */
public record Anomalies(List<Verdict> verdicts) implements Section {
  private static final int MOST_SHOWN = 25;

  /** How a rule came out: passed, or else what follows. */
  public enum Status {
    /** In order. */
    PASSED,
    /** There was not enough to measure. */
    NOT_MEASURED,
    /** Not in order, but the study accepts it and says why. */
    ACCEPT,
    /** It may move a number. */
    WARN,
    /** Rows were set aside. */
    QUARANTINE,
    /** The run ended there. */
    STOP;

    /** The status for people. */
    public String text() {
      return switch (this) {
        case PASSED -> "met";
        case NOT_MEASURED -> "not measured";
        case ACCEPT -> "accepted";
        case WARN -> "warning";
        case QUARANTINE -> "set aside";
        case STOP -> "stop";
      };
    }

    /** The status as a class of the style sheet. */
    public String style() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What one rule said of one subject.
   *
   * @param table table that the rule is about
   * @param rule the rule
   * @param finding what was found, as a sentence with the values
   * @param status how it came out
   */
  public record Verdict(String table, String rule, String finding, Status status) {}

  public Anomalies {
    verdicts = List.copyOf(verdicts);
  }

  @Override
  public String anchor() {
    return "anomalies";
  }

  @Override
  public String heading() {
    return "Quality of the data";
  }

  @Override
  public boolean isEmpty() {
    return verdicts.isEmpty();
  }

  private List<Verdict> found() {
    return verdicts.stream().filter(verdict -> !isQuiet(verdict)).toList();
  }

  private static boolean isQuiet(Verdict verdict) {
    return switch (verdict.status()) {
      case PASSED, NOT_MEASURED -> true;
      case ACCEPT, WARN, QUARANTINE, STOP -> false;
    };
  }

  /** What is not in order, as much of it as one reads. */
  public List<Verdict> shown() {
    return found().stream().limit(MOST_SHOWN).toList();
  }

  /** How much more is not in order. */
  public int left() {
    return found().size() - shown().size();
  }

  /** What is in order, or could not be measured. */
  public List<Verdict> quiet() {
    return verdicts.stream().filter(Anomalies::isQuiet).toList();
  }

  /** How many rules are met. */
  public long met() {
    return verdicts.stream().filter(verdict -> verdict.status() == Status.PASSED).count();
  }
}
