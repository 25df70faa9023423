package id.dampak.panel;

import id.dampak.estimate.Dropped;
import java.util.List;

/** Forms the outcome of a specification from a market, row by row. */
interface OutcomeRows {
  /** Why units without a baseline do not enter. */
  String WITHOUT_BASELINE = "no sales over the baseline window";

  /**
   * Adds the rows of some periods.
   *
   * @return what did not become a row, by reason
   */
  List<Dropped> add(List<Integer> periods, ObservationRows rows);

  /** What was left out for a reason, if anything was. */
  static List<Dropped> dropped(String reason, long rows) {
    return rows > 0 ? List.of(new Dropped(reason, rows)) : List.of();
  }
}
