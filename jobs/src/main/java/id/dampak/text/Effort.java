package id.dampak.text;

/**
 * How much work training is.
 *
 * @param folds models that score what they have not seen, besides the one that is kept
 * @param steps most steps of L-BFGS for each
 */
record Effort(int folds, int steps) {
  /**
   * What every published model takes. On the bundled corpus the out-of-fold PR-AUC and ROC-AUC at
   * 20, 40 and 100 steps differ by less than 0.005, and each step is a Spark job.
   */
  static final Effort USUAL = new Effort(5, 25);
}
