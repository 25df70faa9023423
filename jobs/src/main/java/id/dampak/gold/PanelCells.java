package id.dampak.gold;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import id.dampak.contract.PanelCell;
import id.dampak.contract.Transaction;
import id.dampak.study.Study;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The sparse panel: sales by unit and period, without the cells in which there were none. */
public final class PanelCells {

  private PanelCells() {}

  /** Rows of {@link PanelCell}, sorted by unit and period, from those of {@link Transaction}. */
  public static Dataset<Row> of(Dataset<Row> transactions, Study study) {
    return Sales.of(transactions, study)
        .withColumn(PanelCell.PERIOD_START.name(), Sales.period(Transaction.LOCAL_AT.col(), study))
        .groupBy(Transaction.MERCHANT_ID.col(), PanelCell.PERIOD_START.col())
        .agg(
            max(struct(Transaction.LOCAL_AT.col(), Transaction.REGION_CODE.col()))
                .getField(Transaction.REGION_CODE.name())
                .as(PanelCell.REGION_CODE.name()),
            sum(Transaction.AMOUNT.col()).as(PanelCell.AMOUNT.name()),
            sum(Sales.featureAmount(study)).as(PanelCell.FEATURE_AMOUNT.name()),
            count(lit(1)).as(PanelCell.TRANSACTIONS.name()))
        .withColumn(PanelCell.STUDY.name(), lit(study.id()))
        .withColumnRenamed(Transaction.MERCHANT_ID.name(), PanelCell.UNIT_ID.name())
        .sortWithinPartitions(PanelCell.UNIT_ID.col(), PanelCell.PERIOD_START.col())
        .select(PanelCell.TABLE.columns());
  }
}
