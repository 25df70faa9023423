package id.dampak.report;

/** What a template can hand to its {@code chart} filter. */
interface Charted {

  /** The chart of the numbers at hand. */
  Chart chart();
}
