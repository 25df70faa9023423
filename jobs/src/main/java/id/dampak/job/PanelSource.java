package id.dampak.job;

import id.dampak.contract.PanelCell;
import id.dampak.contract.Transaction;
import id.dampak.contract.Watermark;
import id.dampak.gold.TouchedPeriods;
import id.dampak.study.Input;
import java.util.List;
import java.util.Optional;

/** How far the panel of a study has followed the transactions that it is derived from. */
final class PanelSource {
  /** With more periods than this, all of them is less work than a list. */
  private static final int MOST_PERIODS = 400;

  private final RunContext run;
  private final String plan;

  PanelSource(RunContext run) {
    this.run = run;
    this.plan = plan(run);
  }

  /** What decides a cell beside the version: a table that was made anew counts from 0 again. */
  private static String plan(RunContext run) {
    return String.join(
        " ",
        run.study().hash(),
        CodeVersion.current(),
        run.lake().identity(Transaction.TABLE).orElse("none"));
  }

  /**
   * The periods whose transactions have changed since the panel was derived; empty where all have
   * to be derived, because it never was, or by another plan, or the lake cannot tell what changed,
   * or attributions decide channels too: they may come long after their orders.
   */
  Optional<TouchedPeriods> touched() {
    if (run.derivation() == Derivation.OF_EVERYTHING
        || !run.lake().has(PanelCell.TABLE)
        || !run.study().inputsFor(Input.Target.ATTRIBUTION).isEmpty()) {
      return Optional.empty();
    }
    return followed()
        .flatMap(version -> run.lake().changes(Transaction.TABLE, version))
        .map(
            changed ->
                TouchedPeriods.startsOf(
                        changed.filter(
                            Transaction.DATASET.col().equalTo(run.study().cleanedDataset())),
                        run.study())
                    .limit(MOST_PERIODS + 1)
                    .collectAsList()
                    .stream()
                    .map(row -> new FieldReader(row).wallClock(PanelCell.PERIOD_START))
                    .toList())
        .filter(starts -> starts.size() <= MOST_PERIODS)
        .map(starts -> new TouchedPeriods(run.study().period(), starts));
  }

  private Optional<Long> followed() {
    return run.read(Watermark.TABLE).collectAsList().stream()
        .map(FieldReader::new)
        .filter(mark -> mark.text(Watermark.DERIVED).equals(PanelCell.TABLE.id()))
        .filter(mark -> mark.text(Watermark.SOURCE).equals(Transaction.TABLE.id()))
        .filter(mark -> mark.text(Watermark.PLAN).equals(plan))
        .map(mark -> mark.whole(Watermark.VERSION))
        .findFirst();
  }

  /** Notes that the panel has followed the transactions to where they are now. */
  void follow() {
    if (run.lake().has(Transaction.TABLE)) {
      run.write(
          Watermark.TABLE,
          List.of(
              new TableRow(Watermark.TABLE)
                  .with(Watermark.STUDY, run.study().id())
                  .with(Watermark.DERIVED, PanelCell.TABLE.id())
                  .with(Watermark.SOURCE, Transaction.TABLE.id())
                  .with(Watermark.VERSION, run.lake().version(Transaction.TABLE))
                  .with(Watermark.PLAN, plan)
                  .row()));
    }
  }
}
