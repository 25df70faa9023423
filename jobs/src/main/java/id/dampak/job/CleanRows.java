package id.dampak.job;

import id.dampak.study.Input;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Types what has landed: each row is accepted, superseded by another of its key, or set aside with
 * its reasons. Only files that are new are read, unless one has left. Each step may be repeated
 * without harm, and the list of cleaned files comes last, so that a run that is cut is made good by
 * the next; one that would do something else finds what was intended, and begins with nothing.
 */
final class CleanRows {
  private CleanRows() {}

  static void run(RunContext run) {
    LandedFiles landed = LandedFiles.counting(run);
    CleanedFiles before = CleanedFiles.listed(run);
    List<CleaningBatch> batches =
        Arrays.stream(Input.Target.values())
            .filter(target -> !run.study().inputsFor(target).isEmpty())
            .map(target -> CleaningBatch.of(run, target, landed, before))
            .toList();
    List<CleaningBatch> open = batches.stream().filter(batch -> !batch.isDone()).toList();
    open.forEach(CleaningBatch::begin);
    List<Cleaning> cleanings = new ArrayList<>();
    try {
      open.forEach(batch -> cleanings.add(Cleaning.of(run, batch)));
      SideBySide.each(cleanings, cleaning -> cleaning.store(run));
      Cleaning.storeQuarantine(run, cleanings);
      RowAccount.balance(run, batches, cleanings, landed);
    } finally {
      cleanings.forEach(Cleaning::release);
    }
    if (!open.isEmpty()) {
      CleanedFiles.record(run, before, batches);
    }
    batches.forEach(batch -> batch.intent().fulfil());
  }
}
