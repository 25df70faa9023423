package id.dampak.gold;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import id.dampak.contract.Attribution;
import id.dampak.contract.Transaction;
import id.dampak.study.Input;
import id.dampak.study.Study;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Transactions whose channel says through which kind of content they came. */
public final class AttributedSales {
  private static final String LIVE = "live";
  private static final String VIDEO = "video";
  private static final String ORDER = "attributed_order";
  private static final String CREDITED = "credited_channel";

  private AttributedSales() {}

  /**
   * The same rows of {@link Transaction}: the channel of an order that a platform credits to a live
   * session or a video is {@code tiktok_live}, {@code shopee_video} and so on; of an order that is
   * credited to both it is the live session. Other orders keep their channel.
   *
   * @param attributions rows of {@link Attribution}
   */
  public static Dataset<Row> of(Dataset<Row> transactions, Dataset<Row> attributions, Study study) {
    if (study.inputsFor(Input.Target.ATTRIBUTION).isEmpty()) {
      return transactions;
    }
    return transactions
        .join(credited(attributions), Transaction.ORDER_ID.col().equalTo(col(ORDER)), "left_outer")
        .withColumn(Transaction.CHANNEL.name(), coalesce(col(CREDITED), Transaction.CHANNEL.col()))
        .select(Transaction.TABLE.columns());
  }

  /** One row an order. */
  private static Dataset<Row> credited(Dataset<Row> attributions) {
    Column live = max(when(kind(LIVE), channel(LIVE)));
    Column video = max(when(kind(VIDEO), channel(VIDEO)));
    return attributions
        .filter(Attribution.CONTENT_KIND.col().isInCollection(List.of(LIVE, VIDEO)))
        .groupBy(Attribution.ORDER_ID.col().as(ORDER))
        .agg(coalesce(live, video).as(CREDITED));
  }

  private static Column kind(String kind) {
    return Attribution.CONTENT_KIND.col().equalTo(kind);
  }

  private static Column channel(String kind) {
    return concat(lower(Attribution.PLATFORM.col()), lit("_" + kind));
  }
}
