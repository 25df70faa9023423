package id.dampak.job;

import id.dampak.contract.Table;
import id.dampak.lake.Intent;
import id.dampak.study.Input;

/**
 * What has to be done for one table of silver.
 *
 * @param target what the rows are
 * @param files files whose rows have to be cleaned
 * @param wanted all files whose rows are in silver afterwards
 * @param way what becomes of the rows that are in silver already
 * @param intent where it is written down while it is done
 */
record CleaningBatch(
    Input.Target target, CleanedFiles files, CleanedFiles wanted, Way way, Intent intent) {

  /** What a batch does to the rows that are in silver already. */
  enum Way {
    /** They stay, and new ones are merged by their key. */
    MERGE,
    /** All of the dataset's rows are made anew. */
    REPLACE
  }

  /**
   * The files that are not in silver yet. All of them, where one has left or is read in another way
   * than it was, because the rows that it superseded have to come back; where a cleaning of other
   * files was cut, whose rows may be there; and where only part of the knowledge counts, which is
   * asked for too seldom to be kept up.
   *
   * @param landed files whose rows count
   * @param cleaned what the latest cleaning left
   */
  static CleaningBatch of(
      RunContext run, Input.Target target, LandedFiles landed, CleanedFiles cleaned) {
    CleanedFiles wanted = CleanedFiles.wanted(run.study(), target, landed);
    CleanedFiles there = cleaned.of(target);
    Table table = Cleaning.table(target);
    Intent intent = run.lake().intent(table.name() + ".clean", run.study().cleanedDataset());
    boolean anew =
        run.derivation() == Derivation.OF_EVERYTHING
            || run.study().knownOn().isPresent()
            || !run.lake().has(table) // removed, whatever the list says
            || there.files().isEmpty()
            || intent.forbidsAdding(wanted::lines)
            || !wanted.files().containsAll(there.files());
    return anew
        ? new CleaningBatch(target, wanted, wanted, Way.REPLACE, intent)
        : new CleaningBatch(target, wanted.without(there), wanted, Way.MERGE, intent);
  }

  /** Writes down what is about to be done. */
  void begin() {
    intent.begin(wanted.lines(), way == Way.REPLACE);
  }

  /** Whether silver is as it should be. */
  boolean isDone() {
    return way == Way.MERGE && files.files().isEmpty();
  }
}
