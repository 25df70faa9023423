package id.dampak.estimate.staggered;

import java.util.List;

/** Where the outcome before and after the treatment is found. */
public sealed interface BeforeAndAfter {

  /** Columns that are read as numbers. */
  List<String> numbers();

  /** Columns that only tell units apart. */
  List<String> identifiers();

  /**
   * In two columns of a table with one row for a unit.
   *
   * @param before numeric column of the outcome before
   * @param after numeric column of the outcome after
   */
  record Columns(String before, String after) implements BeforeAndAfter {
    @Override
    public List<String> numbers() {
      return List.of(before, after);
    }

    @Override
    public List<String> identifiers() {
      return List.of();
    }
  }

  /**
   * In two periods of a panel with one row for a unit and period; others are not used.
   *
   * @param outcome numeric column
   * @param unit column that tells units apart
   * @param time numeric column of whole periods
   * @param before the period before the treatment, from which covariates are taken
   * @param after the period after it
   */
  record Periods(String outcome, String unit, String time, int before, int after)
      implements BeforeAndAfter {
    @Override
    public List<String> numbers() {
      return List.of(outcome, time);
    }

    @Override
    public List<String> identifiers() {
      return List.of(unit);
    }
  }
}
