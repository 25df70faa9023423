package id.dampak.contract;

import java.util.List;

/**
 * What the rows of a table should be like, beyond what storage enforces. Every run measures it and
 * writes down how far the rows are from it, whether they pass or not.
 *
 * @param name unique within the table
 * @param measure what is measured
 * @param severity what follows where the measure exceeds the threshold, unless a study says
 *     otherwise
 * @param threshold the largest value that passes, in the unit of the measure
 * @param because why the threshold is what it is
 * @param doc what the rule looks for, as a sentence
 */
public record Rule(
    String name, Measure measure, Severity severity, double threshold, String because, String doc) {

  /** Canonical constructor; only single rows can be set aside. */
  public Rule {
    if (severity == Severity.QUARANTINE && !(measure instanceof Broken)) {
      throw new IllegalArgumentException(name + " does not judge single rows");
    }
  }

  /** What a rule measures. */
  public sealed interface Measure {
    /** Which of the measures it is. */
    Kind kind();
  }

  /** The measures, each with the unit of its value and threshold. */
  public enum Kind {
    REPEATED_KEYS("rows"),
    BROKEN("rows"),
    ORPHANS("share of rows"),
    MISSING("share of rows above the usual one"),
    BEHIND("periods"),
    VOLUME("robust standard deviations"),
    SCALE("powers of ten"),
    DRIFT("share of rows in another place than usual"),
    ONE_PERIOD("share of late rows that is usual"),
    REPEATS("share of rows above the usual one"),
    SET_ASIDE("rows"),
    SET_ASIDE_SHARE("share of the rows of a file"),
    SET_ASIDE_IN_A_ROW("rows"),
    UNKNOWN_COLUMNS("columns");

    private final String unit;

    Kind(String unit) {
      this.unit = unit;
    }

    /** The unit of the measured value and of the threshold. */
    public String unit() {
      return unit;
    }
  }

  /** Rows that share the grain of the table with another. */
  public record RepeatedKeys() implements Measure {
    @Override
    public Kind kind() {
      return Kind.REPEATED_KEYS;
    }
  }

  /**
   * Rows for which a predicate does not hold.
   *
   * @param condition Spark SQL over the columns of the table
   */
  public record Broken(String condition) implements Measure {
    @Override
    public Kind kind() {
      return Kind.BROKEN;
    }
  }

  /** Rows whose reference leads nowhere, where the table referred to has any rows. */
  public record Orphans(Field column, Table parent, Field key) implements Measure {
    @Override
    public Kind kind() {
      return Kind.ORPHANS;
    }
  }

  /** Values that are null or {@code unknown}, by file and by period. */
  public record Missing(Field column) implements Measure {
    @Override
    public Kind kind() {
      return Kind.MISSING;
    }
  }

  /** Periods between the latest one with rows and the latest that could have some. */
  public record Behind() implements Measure {
    @Override
    public Kind kind() {
      return Kind.BEHIND;
    }
  }

  /** Rows of a period against those of its like: the same weekday, or the months around. */
  public record Volume(Field time) implements Measure {
    @Override
    public Kind kind() {
      return Kind.VOLUME;
    }
  }

  /** The mean amount of a period against that of all periods. */
  public record Scale(Field amount) implements Measure {
    @Override
    public Kind kind() {
      return Kind.SCALE;
    }
  }

  /** Shares of the values of a column in a period against all periods. */
  public record Drift(Field column) implements Measure {
    @Override
    public Kind kind() {
      return Kind.DRIFT;
    }
  }

  /** Releases of a source whose rows are all of one period. */
  public record OnePeriod(Field release) implements Measure {
    @Override
    public Kind kind() {
      return Kind.ONE_PERIOD;
    }
  }

  /** Rows of a period that another of the same key supersedes. */
  public record Repeats() implements Measure {
    @Override
    public Kind kind() {
      return Kind.REPEATS;
    }
  }

  /** Rows in quarantine, by reason. */
  public record SetAside() implements Measure {
    @Override
    public Kind kind() {
      return Kind.SET_ASIDE;
    }
  }

  /** Rows in quarantine, by file. */
  public record SetAsideShare() implements Measure {
    @Override
    public Kind kind() {
      return Kind.SET_ASIDE_SHARE;
    }
  }

  /** Consecutive rows of a file in quarantine for the same reason. */
  public record SetAsideInARow() implements Measure {
    @Override
    public Kind kind() {
      return Kind.SET_ASIDE_IN_A_ROW;
    }
  }

  /** Columns of files, in a format whose columns are known, that it does not know. */
  public record UnknownColumns() implements Measure {
    @Override
    public Kind kind() {
      return Kind.UNKNOWN_COLUMNS;
    }
  }

  /** What is asked of every table that inputs are cleaned into. */
  static List<Rule> ofCleanedRows() {
    return List.of(
        new Rule(
            "unique",
            new RepeatedKeys(),
            Severity.STOP,
            0,
            "A key that repeats would be counted twice",
            "No two rows have the same key"),
        new Rule(
            "set_aside",
            new SetAside(),
            Severity.WARN,
            0,
            "A row that is set aside is missing from every result",
            "No row had to be set aside"),
        new Rule(
            "set_aside_by_file",
            new SetAsideShare(),
            Severity.WARN,
            0.05,
            "Single bad rows are usual in exports, one in twenty is a fault of the file or its"
                + " mapping",
            "Of no file a large share of the rows was set aside"),
        new Rule(
            "set_aside_in_a_row",
            new SetAsideInARow(),
            Severity.WARN,
            19,
            "If a fifth of all rows were bad at random, twenty in a row would be a chance of 1 in"
                + " 10^14",
            "No block of consecutive rows was set aside for the same reason"),
        new Rule(
            "known_columns",
            new UnknownColumns(),
            Severity.WARN,
            0,
            "A column that is new in an export may be another one renamed, or a fee or discount that"
                + " no amount takes into account yet",
            "No file has a column that its format does not know, where the format knows any"));
  }
}
