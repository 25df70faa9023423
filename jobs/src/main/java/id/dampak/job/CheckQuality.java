package id.dampak.job;

import id.dampak.contract.Quality;
import id.dampak.contract.Quarantine;
import id.dampak.contract.Transaction;
import id.dampak.gold.Anomalies;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Looks for anomalies by rules that know no particular source. */
final class CheckQuality {

  private CheckQuality() {}

  static void run(RunContext run) {
    Dataset<Row> found =
        Anomalies.of(run.read(Transaction.TABLE), run.read(Quarantine.TABLE), run.study());
    run.write(Quality.TABLE, found);
    run.read(Quality.TABLE)
        .orderBy(Quality.RULE.col(), Quality.SUBJECT.col())
        .collectAsList()
        .forEach(row -> run.note("anomaly: " + row.getAs(Quality.FINDING.name())));
  }
}
