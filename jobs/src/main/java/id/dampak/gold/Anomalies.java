package id.dampak.gold;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.format_number;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.sum;

import id.dampak.contract.Quality;
import id.dampak.contract.Quarantine;
import id.dampak.contract.Transaction;
import id.dampak.study.Study;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** Findings about cleaned rows by rules that know no particular source. */
public final class Anomalies {
  private static final String PERIOD = "period";
  private static final String ROWS = "period_rows";
  private static final String SHARE = "modal_share";
  private static final String USUAL = "usual_share";
  private static final String RELEASES = "releases";

  /**
   * Releases whose usual share of late rows is below this are no evidence that late rows are
   * missing.
   */
  private static final double LEAST_USUAL_LATENESS = 0.005;

  private static final int FEWEST_RELEASES = 6;

  private Anomalies() {}

  /** Rows of {@link Quality}. */
  public static Dataset<Row> of(Dataset<Row> transactions, Dataset<Row> quarantine, Study study) {
    return stampedAlike(transactions, study)
        .unionByName(quarantineReasons(quarantine))
        .withColumn(Quality.DATASET.name(), lit(study.cleanedDataset()))
        .select(Quality.TABLE.columns());
  }

  /**
   * Releases of a source whose rows all carry one period, where its other releases usually bring
   * late rows of earlier periods too: a sign that the period was stamped on rather than reported.
   */
  private static Dataset<Row> stampedAlike(Dataset<Row> transactions, Study study) {
    Dataset<Row> releases =
        transactions
            .filter(Transaction.RELEASE.col().isNotNull())
            .withColumn(PERIOD, Sales.period(Transaction.LOCAL_AT.col(), study))
            .groupBy(Transaction.INPUT.col(), Transaction.RELEASE.col(), col(PERIOD))
            .agg(count(lit(1)).as(ROWS))
            .groupBy(Transaction.INPUT.col(), Transaction.RELEASE.col())
            .agg(
                max(col(ROWS)).divide(sum(col(ROWS))).as(SHARE),
                max_by(col(PERIOD), col(ROWS)).as(PERIOD),
                sum(col(ROWS)).as(ROWS));
    Dataset<Row> usual =
        releases
            .groupBy(Transaction.INPUT.col())
            .agg(percentile(col(SHARE), lit(0.5)).as(USUAL), count(lit(1)).as(RELEASES));
    Column finding =
        concat(
            lit("all "),
            format_number(col(ROWS), 0),
            lit(" rows that count from release "),
            Transaction.RELEASE.col(),
            lit(" of "),
            Transaction.INPUT.col(),
            lit(" carry the period "),
            col(PERIOD).cast(DataTypes.DateType).cast(DataTypes.StringType),
            lit("; usually "),
            format_number(lit(1).minus(col(USUAL)).multiply(100), 1),
            lit(" % of a release are late rows of other periods"));
    return releases
        .join(usual, Transaction.INPUT.name())
        .filter(
            col(SHARE)
                .equalTo(1)
                .and(lit(1).minus(col(USUAL)).geq(LEAST_USUAL_LATENESS))
                .and(col(RELEASES).geq(FEWEST_RELEASES)))
        .select(
            lit("release stamped with one period").as(Quality.RULE.name()),
            concat(Transaction.INPUT.col(), lit(" "), Transaction.RELEASE.col())
                .as(Quality.SUBJECT.name()),
            lit("warning").as(Quality.SEVERITY.name()),
            finding.as(Quality.FINDING.name()));
  }

  private static Dataset<Row> quarantineReasons(Dataset<Row> quarantine) {
    Column kind =
        org.apache.spark.sql.functions.regexp_replace(
            array_join(Quarantine.REASONS.col(), "; "), "\"[^\"]*\"|-?\\d[\\d.,:TZ+-]*", "…");
    return quarantine
        .groupBy(Quarantine.INPUT.col(), kind.as(PERIOD))
        .agg(count(lit(1)).as(ROWS))
        .select(
            lit("rows in quarantine").as(Quality.RULE.name()),
            concat(Quarantine.INPUT.col(), lit(": "), col(PERIOD)).as(Quality.SUBJECT.name()),
            lit("warning").as(Quality.SEVERITY.name()),
            concat(
                    format_number(col(ROWS), 0),
                    lit(" rows of "),
                    Quarantine.INPUT.col(),
                    lit(" set aside: "),
                    col(PERIOD))
                .as(Quality.FINDING.name()));
  }
}
