package id.dampak.silver;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.dense_rank;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import id.dampak.contract.Landed;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Numbers the rows that one file has under one text, where they are different things: an order for
 * five of a product may be two lines of it, in two parcels or at two prices. The first keeps its
 * text, so that what nearly always stands alone has one key whatever becomes of it. Numbers follow
 * what the rows say and not their order, and rows that say the same share one, so that an export
 * that is made again gives the same keys.
 */
final class LineNumbers {
  private static final String FILLED = "filled ";

  private LineNumbers() {}

  /**
   * Appends the number to a text, from the second on.
   *
   * @param text name of the column of the text
   * @param apart what the rows differ in; a blank is no difference, because it may be filled later
   */
  static Dataset<Row> appended(Dataset<Row> rows, String text, List<Column> apart) {
    Column key = col("`" + text + "`");
    WindowSpec alike = Window.partitionBy(Landed.SOURCE_SHA256.col(), key);
    Dataset<Row> filled = rows;
    List<String> said = new ArrayList<>();
    for (int i = 0; i < apart.size(); i++) {
      said.add(FILLED + i);
      filled = filled.withColumn(FILLED + i, coalesce(apart.get(i), min(apart.get(i)).over(alike)));
    }
    Column[] all = said.stream().map(name -> col("`" + name + "`")).toArray(Column[]::new);
    Column number = dense_rank().over(alike.orderBy(all));
    Column numbered = concat(key, when(number.gt(1), concat(lit("#"), number)).otherwise(lit("")));
    return filled.withColumn(text, numbered).drop(said.toArray(String[]::new));
  }
}
