package id.dampak.estimate;

/**
 * Periods from the first to the last, both included.
 *
 * @param first first period
 * @param last last period
 */
public record PeriodRange(int first, int last) {
  public PeriodRange {
    if (first > last) {
      throw new IllegalArgumentException("first %d is after last %d".formatted(first, last));
    }
  }

  /** Whether the period lies in the range. */
  public boolean holds(double period) {
    return first <= period && period <= last;
  }

  @Override
  public String toString() {
    return first + ".." + last;
  }
}
