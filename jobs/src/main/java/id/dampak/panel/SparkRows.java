package id.dampak.panel;

import id.dampak.error.DampakException;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Rows as Spark keeps them, before they are turned into objects, which takes longer than the rest.
 */
final class SparkRows {
  private static final int[] ANYWHERE = {};

  private SparkRows() {}

  /** Pieces of rows in the order in which Spark reads them. */
  static JavaRDD<byte[]> pieces(Dataset<Row> rows, List<RowField> fields) {
    return internal(rows).mapPartitions(some -> new PieceBytes(some, fields, ANYWHERE, false));
  }

  /** Pieces of rows that are sorted by bucket, the last of their columns, and group. */
  static JavaRDD<byte[]> pieces(Dataset<Row> rows, List<RowField> fields, int[] group) {
    return internal(rows).mapPartitions(some -> new PieceBytes(some, fields, group, true));
  }

  private static JavaRDD<InternalRow> internal(Dataset<Row> rows) {
    return ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution().toRdd().toJavaRDD();
  }

  /** Does work of Spark; what one of its tasks refused is told as if it had been done here. */
  static <T> T told(Supplier<T> work) {
    try {
      return work.get();
    } catch (Exception e) {
      // Spark throws what is checked without saying so.
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof DampakException refusal) {
          throw refusal;
        }
      }
      throw e instanceof RuntimeException known ? known : new IllegalStateException(e);
    }
  }
}
