package id.dampak.estimate.staggered;

import id.dampak.error.AdoptionErrors;
import id.dampak.estimate.Dropped;
import java.util.Arrays;
import java.util.List;

/**
 * The observations on which effects by cohort are identified: cohorts that are observed in their
 * reference period, in periods in which the units they are compared with are observed.
 */
final class ComparableRows {
  private final SunAbraham options;
  private final Adoption adoption;
  private final int controls;
  private final RowFilter filter;

  ComparableRows(SunAbraham options, Adoption adoption, List<Dropped> before) {
    this.options = options;
    this.adoption = adoption;
    this.filter = new RowFilter(adoption.rows(), before);
    List<Integer> starts = adoption.cohorts().starts();
    int last = starts.get(starts.size() - 1);
    this.controls =
        switch (options.comparison()) {
          case NEVER_TREATED -> Cohorts.NEVER;
          case LAST_TREATED -> last;
        };
    leaveOut(starts, last);
  }

  /** The rows that are in, and why the others are not. */
  RowFilter filter() {
    return filter;
  }

  /** Whether a row is one of a unit that cohorts are compared with. */
  boolean isControl(int row) {
    return adoption.start(row) == controls;
  }

  private void leaveOut(List<Integer> starts, int last) {
    switch (options.comparison()) {
      case NEVER_TREATED -> {
        if (adoption.cohorts().size(Cohorts.NEVER) == 0) {
          throw AdoptionErrors.nobodyNeverTreated(options.cohort(), last);
        }
      }
      case LAST_TREATED -> {
        if (starts.size() == 1) {
          throw AdoptionErrors.oneCohort(last);
        }
        filter.leaveOut(
            "never treated, where the last treated are compared with", adoption::isNever);
        filter.leaveOut(
            "from " + last + " on, when the last cohort is treated too",
            row -> adoption.period(row) >= last);
      }
    }
    boolean[] compared = new boolean[adoption.periods()];
    for (int row : filter.rows(this::isControl)) {
      compared[adoption.place(row)] = true;
    }
    filter.leaveOut(
        "in periods without a unit to compare with", row -> !compared[adoption.place(row)]);
    requireReference(starts);
  }

  private void requireReference(List<Integer> starts) {
    int[] cohorts = starts.stream().mapToInt(start -> start).toArray();
    boolean[] observed = new boolean[cohorts.length];
    for (int row : filter.rows(row -> !isControl(row))) {
      if (adoption.relative(row) == options.reference()) {
        observed[Arrays.binarySearch(cohorts, adoption.start(row))] = true;
      }
    }
    int anchored = 0;
    for (int c = 0; c < cohorts.length; c++) {
      int start = cohorts[c];
      if (start != controls && !observed[c]) {
        filter.leaveOut(
            "cohort %d, not observed in its reference period %d"
                .formatted(start, start + options.reference()),
            row -> adoption.start(row) == start);
      } else if (start != controls) {
        anchored++;
      }
    }
    if (anchored == 0) {
      throw AdoptionErrors.noCohortLeft(options.reference(), filter.reasons());
    }
  }
}
