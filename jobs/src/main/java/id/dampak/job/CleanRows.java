package id.dampak.job;

import static org.apache.spark.sql.functions.lit;

import id.dampak.contract.Landed;
import id.dampak.contract.Quarantine;
import id.dampak.error.DataErrors;
import id.dampak.silver.TypedRows;
import id.dampak.silver.Typing;
import id.dampak.study.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Types what has landed: each row is accepted, superseded by another of its key, or set aside with
 * its reasons.
 */
final class CleanRows {
  private CleanRows() {}

  static void run(RunContext run) {
    Typing typing = new Typing(run.study());
    Map<String, Set<String>> inUse = LandedFiles.hashesInUse(run);
    List<TypedRows> all = new ArrayList<>();
    for (Input.Target target : Input.Target.values()) {
      if (!run.study().inputsFor(target).isEmpty()) {
        all.add(
            typing.rows(
                target, input -> landed(run, input, inUse.getOrDefault(input.name(), Set.of()))));
      }
    }
    List<TypedRows> kept =
        all.stream()
            .map(typed -> typed.over(typed.rows().persist(StorageLevel.MEMORY_AND_DISK())))
            .toList();
    try {
      store(run, kept);
      balance(run, kept);
    } finally {
      kept.forEach(typed -> typed.rows().unpersist());
    }
  }

  private static void store(RunContext run, List<TypedRows> all) {
    for (TypedRows typed : all) {
      run.write(typed.target(), typed.accepted());
    }
    run.write(
        Quarantine.TABLE,
        all.stream()
            .map(TypedRows::quarantined)
            .reduce(Dataset::unionByName)
            .orElseGet(() -> run.read(Quarantine.TABLE).limit(0)));
  }

  /** The rows of the files that count, under the name that their cleaned form goes by. */
  private static Dataset<Row> landed(RunContext run, Input input, Set<String> files) {
    return run.read(LandFiles.table(input.target()))
        .filter(Landed.INPUT.col().equalTo(input.name()))
        .filter(Landed.SOURCE_SHA256.col().isInCollection(files))
        .withColumn(Landed.DATASET.name(), lit(run.study().cleanedDataset()));
  }

  /**
   * Counts what was stored, not what was meant to be, so that a row that got lost on the way is
   * found.
   */
  private static void balance(RunContext run, List<TypedRows> all) {
    Map<String, Long> landed = RowCounts.byInput(all.stream().map(TypedRows::rows).toList());
    Map<String, Long> superseded =
        RowCounts.byInput(all.stream().map(TypedRows::superseded).toList());
    Map<String, Long> accepted =
        RowCounts.byInput(all.stream().map(typed -> run.read(typed.target())).toList());
    Map<String, Long> quarantined = RowCounts.byInput(List.of(run.read(Quarantine.TABLE)));
    for (Input input : run.study().inputs()) {
      Tally tally =
          new Tally(
              input.name(),
              landed.getOrDefault(input.name(), 0L),
              accepted.getOrDefault(input.name(), 0L),
              quarantined.getOrDefault(input.name(), 0L),
              superseded.getOrDefault(input.name(), 0L));
      run.tally(tally);
      if (!tally.balances()) {
        throw DataErrors.rowsLost(
            input.name(), tally.in(), tally.out(), tally.quarantined(), tally.duplicates());
      }
    }
  }
}
