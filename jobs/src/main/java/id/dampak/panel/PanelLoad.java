package id.dampak.panel;

import id.dampak.estimate.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Loads rows of Spark into the arrays of a panel: gathered into columns where they are read. */
final class PanelLoad {
  private PanelLoad() {}

  static Panel of(Dataset<Row> rows, List<RowField> fields) {
    List<byte[]> pieces = SparkRows.told(() -> collected(SparkRows.pieces(rows, fields)));
    int total = 0;
    for (byte[] piece : pieces) {
      total = Math.addExact(total, PieceBytes.rows(piece));
    }
    PieceColumns columns = new PieceColumns(fields, total);
    for (int p = 0; p < pieces.size(); p++) {
      columns.add(pieces.get(p));
      // Its bytes are not needed any more, and the arrays need room.
      pieces.set(p, new byte[0]);
    }
    return columns.panel("");
  }

  /** As many partitions at once as are read side by side: Spark bounds what a job may return. */
  private static List<byte[]> collected(JavaRDD<byte[]> pieces) {
    int partitions = pieces.getNumPartitions();
    int atOnce = Math.max(1, pieces.context().defaultParallelism());
    List<byte[]> collected = new ArrayList<>();
    for (int from = 0; from < partitions; from += atOnce) {
      int[] some = IntStream.range(from, Math.min(partitions, from + atOnce)).toArray();
      for (List<byte[]> partition : pieces.collectPartitions(some)) {
        collected.addAll(partition);
      }
    }
    return collected;
  }
}
