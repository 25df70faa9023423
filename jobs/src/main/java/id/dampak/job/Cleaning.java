package id.dampak.job;

import static org.apache.spark.sql.functions.lit;

import id.dampak.contract.Attribution;
import id.dampak.contract.Content;
import id.dampak.contract.EvaluationText;
import id.dampak.contract.Landed;
import id.dampak.contract.LiveSession;
import id.dampak.contract.Merchant;
import id.dampak.contract.Quarantine;
import id.dampak.contract.Suspension;
import id.dampak.contract.Table;
import id.dampak.contract.Transaction;
import id.dampak.lake.Lake;
import id.dampak.silver.Precedence;
import id.dampak.silver.TypedRows;
import id.dampak.silver.Typing;
import id.dampak.study.Input;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * The typed rows of a batch, kept at hand while they are stored and counted.
 *
 * @param batch what has to be done
 * @param typed the rows of its files
 */
record Cleaning(CleaningBatch batch, TypedRows typed) {

  static Cleaning of(RunContext run, CleaningBatch batch) {
    TypedRows typed =
        new Typing(run.study()).rows(batch.target(), input -> landed(run, batch, input));
    return new Cleaning(batch, typed.over(typed.rows().persist(StorageLevel.MEMORY_AND_DISK())));
  }

  /** The rows of the batch's files, under the name that their cleaned form goes by. */
  private static Dataset<Row> landed(RunContext run, CleaningBatch batch, Input input) {
    return run.read(LandFiles.table(input.target()))
        .filter(Landed.INPUT.col().equalTo(input.name()))
        .filter(Landed.SOURCE_SHA256.col().isInCollection(batch.files().hashes(input)))
        .withColumn(Landed.DATASET.name(), lit(run.study().cleanedDataset()));
  }

  /** The table of silver that a target stands for. */
  static Table table(Input.Target target) {
    return switch (target) {
      case SUSPENSION -> Suspension.TABLE;
      case TRANSACTION -> Transaction.TABLE;
      case ATTRIBUTION -> Attribution.TABLE;
      case MERCHANT -> Merchant.TABLE;
      case LIVE_SESSION -> LiveSession.TABLE;
      case CONTENT -> Content.TABLE;
      case EVALUATION_TEXT -> EvaluationText.TABLE;
    };
  }

  /** Brings the usable rows into silver. */
  void store(RunContext run) {
    switch (batch.way()) {
      case REPLACE -> run.write(typed.target(), typed.accepted());
      case MERGE ->
          run.merge(
              typed.target(),
              typed.accepted(),
              Precedence.supersedes(typed.target(), Lake.ARRIVED, Lake.STORED));
    }
  }

  /** Sets the other rows aside, in at most two transactions for all tables of silver. */
  static void storeQuarantine(RunContext run, List<Cleaning> cleanings) {
    List<Cleaning> anew = of(cleanings, CleaningBatch.Way.REPLACE);
    if (!anew.isEmpty()) {
      List<String> targets = anew.stream().map(some -> some.typed.target().name()).toList();
      run.write(
          Quarantine.TABLE,
          slice -> slice.withTexts(Quarantine.TARGET, targets),
          quarantined(anew));
    }
    List<Cleaning> merged = of(cleanings, CleaningBatch.Way.MERGE);
    if (!merged.isEmpty()) {
      Dataset<Row> rows = quarantined(merged);
      if (!rows.isEmpty() || !run.lake().has(Quarantine.TABLE)) {
        run.merge(Quarantine.TABLE, rows, lit(false));
      }
    }
  }

  /** Those that were done in one way. */
  static List<Cleaning> of(List<Cleaning> cleanings, CleaningBatch.Way way) {
    return cleanings.stream().filter(cleaning -> cleaning.batch.way() == way).toList();
  }

  private static Dataset<Row> quarantined(List<Cleaning> cleanings) {
    return cleanings.stream()
        .map(cleaning -> cleaning.typed.quarantined())
        .reduce(Dataset::unionByName)
        .orElseThrow();
  }

  void release() {
    Dataset<Row> unused = typed.rows().unpersist();
  }
}
