package id.dampak.study;

import java.util.List;

/**
 * What only few methods take.
 *
 * @param doseCuts doses at which bins of exposure end; thirds of the exposed where empty
 * @param comparison with whom cohorts are compared
 * @param seasons what recurs in an interrupted series
 * @param serialErrors how the periods of an interrupted series hang together
 * @param errors where the standard errors of synthetic methods come from
 */
public record MethodOptions(
    List<Double> doseCuts,
    Comparison comparison,
    List<Season> seasons,
    Series serialErrors,
    SyntheticErrors errors) {

  /** Canonical constructor; copies the lists. */
  public MethodOptions {
    doseCuts = List.copyOf(doseCuts);
    seasons = List.copyOf(seasons);
  }

  /** With whom cohorts are compared. */
  public enum Comparison {
    NEVER_TREATED,
    NOT_YET_TREATED
  }

  /** What recurs. */
  public enum Season {
    DAY_OF_WEEK,
    MONTH
  }

  /** How the errors of a series are taken to hang together. */
  public enum Series {
    NEWEY_WEST,
    STATIONARY
  }

  /** Where the standard errors of synthetic methods come from. */
  public enum SyntheticErrors {
    PLACEBO,
    JACKKNIFE,
    NONE
  }

  /** Thirds of the exposed, the never treated, no seasons, Newey and West, placebos. */
  public static MethodOptions defaults() {
    return new MethodOptions(
        List.of(), Comparison.NEVER_TREATED, List.of(), Series.NEWEY_WEST, SyntheticErrors.PLACEBO);
  }
}
