package id.dampak.panel;

import id.dampak.error.AccountingErrors;
import id.dampak.error.EstimationErrors;
import id.dampak.study.Specification;
import id.dampak.study.Study;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The periods of an account.
 *
 * @param before those before the event
 * @param suspended those in which the feature was off
 * @param after those after the last of these in which sales may come back
 */
record AccountPeriods(
    List<LocalDateTime> before, List<LocalDateTime> suspended, List<LocalDateTime> after) {

  /**
   * Those of a specification.
   *
   * @param off starts of the suspended periods of the window, in order
   * @throws id.dampak.error.DampakException where there are none before, none suspended, or fewer
   *     after than the study declares
   */
  static AccountPeriods of(Study study, Specification specification, List<LocalDateTime> off) {
    if (off.isEmpty()) {
      throw EstimationErrors.cannotEstimate(
          specification.name(),
          "No suspension that counts in the study touches a period and region of its panel.",
          "Check the filter under suspensions: and the window of the study.");
    }
    LocalDateTime start = study.window().from().atStartOfDay();
    int all = (int) study.period().between(start, study.window().until().atStartOfDay());
    int first = (int) study.period().between(start, off.get(0));
    int event = first + specification.shift();
    List<Integer> suspended =
        off.stream()
            .map(period -> (int) study.period().between(start, period) - first)
            .filter(k -> k < specification.lags())
            .map(k -> event + k)
            .filter(period -> period >= 0 && period < all)
            .toList();
    int end = suspended.isEmpty() ? event : suspended.get(suspended.size() - 1) + 1;
    int inLags = Math.max(0, Math.min(all, event + specification.lags()) - end);
    int after = study.accounting().reboundPeriods().orElse(inLags);
    if (after > all - end) {
      throw AccountingErrors.horizonTooLong(after, all - end);
    }
    int earliest = Math.max(0, event - specification.leads());
    if (suspended.isEmpty() || earliest >= event) {
      throw AccountingErrors.nothingBefore(specification.name());
    }
    return new AccountPeriods(
        starts(study, start, IntStream.range(earliest, event)),
        starts(study, start, suspended.stream().mapToInt(Integer::intValue)),
        starts(study, start, IntStream.range(end, end + after)));
  }

  private static List<LocalDateTime> starts(Study study, LocalDateTime from, IntStream periods) {
    return periods.mapToObj(period -> study.period().plus(from, period)).toList();
  }
}
