package id.dampak.estimate;

import id.dampak.error.EstimationErrors;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The relative periods and groups that observations of an event study have, and so its terms. */
final class EventTerms implements Serializable {
  private static final long serialVersionUID = 1L;

  private final TreeSet<Integer> periods = new TreeSet<>();
  private final TreeSet<String> groups = new TreeSet<>();

  /**
   * Looks at the observations {@code rows}.
   *
   * @throws id.dampak.error.DampakException if a period is no whole number
   */
  void add(ExposureEventStudy study, Panel panel, int[] rows) {
    new EventChecks(study, panel, rows).requirePeriods();
    for (double t : Terms.values(panel, study.time(), rows)) {
      periods.add(study.coefficientPeriod(t));
    }
    groups.addAll(Groups.labels(study, panel, rows));
  }

  /** Adds what other observations have. */
  void addAll(EventTerms other) {
    periods.addAll(other.periods);
    groups.addAll(other.groups);
  }

  /**
   * Refuses periods that lie on one side of the event, or lack the reference.
   *
   * @throws id.dampak.error.DampakException if so
   */
  void requireBothSides(int reference) {
    if (periods.first() >= 0 || periods.last() < 0) {
      throw EstimationErrors.noBeforeOrAfter(periods.first(), periods.last());
    }
    if (!periods.contains(reference)) {
      throw EstimationErrors.noReferencePeriod(reference, periods.first(), periods.last());
    }
  }

  /** Labels of the groups, in order. */
  List<String> groups() {
    return List.copyOf(groups);
  }

  /** Relative periods with a coefficient, in order. */
  List<Integer> periods(int reference) {
    return periods.stream().filter(k -> k != reference).toList();
  }

  /** Names of the terms: group by group, the periods of each in order. */
  List<String> names(ExposureEventStudy study) {
    List<String> names = new ArrayList<>();
    for (String group : groups) {
      periods(study.reference())
          .forEach(k -> names.add(study.by().isPresent() ? study.term(k, group) : study.term(k)));
    }
    return names;
  }
}
