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

  boolean balances() {
    return in == out + quarantined + duplicates;
  }
}
