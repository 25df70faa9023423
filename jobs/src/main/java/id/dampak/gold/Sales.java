package id.dampak.gold;

import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import id.dampak.contract.PanelCell;
import id.dampak.contract.Transaction;
import id.dampak.study.Exposure;
import id.dampak.study.Input;
import id.dampak.study.Study;
import id.dampak.study.Window;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** The transactions that are sales and lie where the study uses their input. */
final class Sales {
  private static final String COMPLETED = "completed";

  private Sales() {}

  static Dataset<Row> of(Dataset<Row> transactions, Study study) {
    return transactions.filter(Transaction.STATUS.col().equalTo(COMPLETED).and(inUse(study)));
  }

  /** Whether a local time lies in a window of days. */
  static Column within(Column localTime, Window window) {
    Column day = localTime.cast(DataTypes.DateType);
    return day.geq(lit(java.sql.Date.valueOf(window.from())))
        .and(day.lt(lit(java.sql.Date.valueOf(window.until()))));
  }

  /** The start of the period that a local time falls in, as a wall-clock time. */
  static Column period(Column localTime, Study study) {
    return date_trunc(study.period().truncation(), localTime).cast(PanelCell.PERIOD_START.type());
  }

  /** The amount where the sale went through the feature, else zero. */
  static Column featureAmount(Study study) {
    return study.exposure() instanceof Exposure.FeatureShare share
        ? when(Transaction.CHANNEL.col().equalTo(share.channel()), Transaction.AMOUNT.col())
            .otherwise(0L)
        : lit(0L);
  }

  private static Column inUse(Study study) {
    Column inUse = within(Transaction.LOCAL_AT.col(), study.window());
    for (Input input : study.inputsFor(Input.Target.TRANSACTION)) {
      if (input.use().isPresent()) {
        inUse =
            inUse.and(
                Transaction.INPUT
                    .col()
                    .notEqual(input.name())
                    .or(within(Transaction.LOCAL_AT.col(), input.use().get())));
      }
    }
    return inUse;
  }
}
