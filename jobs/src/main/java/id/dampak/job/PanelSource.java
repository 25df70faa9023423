package id.dampak.job;

import id.dampak.contract.Attribution;
import id.dampak.contract.Merchant;
import id.dampak.contract.PanelCell;
import id.dampak.contract.Suspension;
import id.dampak.contract.Table;
import id.dampak.contract.Transaction;
import id.dampak.gold.TouchedPeriods;
import id.dampak.study.Input;
import java.util.List;
import java.util.Optional;

/** Which parts of the panel have to be derived, by how far it has followed the cleaned rows. */
final class PanelSource {
  /** With more periods than this, all of them is less work than a list. */
  private static final int MOST_PERIODS = 400;

  private static final List<Table> SOURCES =
      List.of(Transaction.TABLE, Attribution.TABLE, Merchant.TABLE, Suspension.TABLE);

  private final RunContext run;
  private final Watermarks marks;

  /**
   * The sources of some tables.
   *
   * @param panel the tables of the panel, the cells first
   */
  PanelSource(RunContext run, List<Table> panel) {
    this.run = run;
    this.marks = new Watermarks(run, panel, SOURCES);
  }

  /** Whether nothing that the panel is derived from has changed. */
  boolean isFollowed() {
    return SOURCES.stream().allMatch(marks::isFollowed);
  }

  /** Whether the suspensions have not changed. */
  boolean hasSameSuspensions() {
    return marks.isFollowed(Suspension.TABLE);
  }

  /**
   * The periods whose transactions have changed since the panel was derived; empty where all have
   * to be derived, because nobody can tell, or because attributions decide channels too: they may
   * come long after their orders.
   */
  Optional<TouchedPeriods> touched() {
    if (!run.study().inputsFor(Input.Target.ATTRIBUTION).isEmpty()) {
      return Optional.empty();
    }
    return marks
        .changes(Transaction.TABLE)
        .map(
            changed ->
                TouchedPeriods.startsOf(changed, run.study())
                    .limit(MOST_PERIODS + 1)
                    .collectAsList()
                    .stream()
                    .map(row -> new FieldReader(row).wallClock(PanelCell.PERIOD_START))
                    .toList())
        .filter(starts -> starts.size() <= MOST_PERIODS)
        .map(starts -> new TouchedPeriods(run.study().period(), starts));
  }

  /** Notes that the panel is about to be derived. */
  void begin() {
    marks.begin();
  }

  /** Notes that the panel has followed the cleaned rows to where they are now. */
  void follow() {
    marks.follow();
  }
}
