package id.dampak.job;

/**
 * How the rows of one input or table fared in a job.
 *
 * @param subject input or table
 * @param in rows read
 * @param out rows written
 * @param quarantined rows set aside with a reason
 * @param duplicates repeats dropped
 */
record Tally(String subject, long in, long out, long quarantined, long duplicates) {

  /** Rows that were only read and written. */
  static Tally of(String subject, long in, long out) {
    return new Tally(subject, in, out, 0, 0);
  }

  /** For the progress of a job that keeps every row: {@code gold.unit: 1,500 rows}. */
  String size() {
    return "%s: %,d rows".formatted(subject, out);
  }

  /** For the progress of a job that sets rows aside: where each of them went. */
  String account() {
    return "%s: %,d rows in = %,d out + %,d quarantined + %,d repeats"
        .formatted(subject, in, out, quarantined, duplicates);
  }

  boolean balances() {
    return in == out + quarantined + duplicates;
  }
}
