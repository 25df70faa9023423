package id.dampak.panel;

import id.dampak.estimate.Panel;
import id.dampak.estimate.PanelPieces;
import id.dampak.estimate.PiecePass;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;

/**
 * A table in pieces, kept on the disks of those who hold them: rows go once to the place of their
 * bucket, a hash of their group, and are sorted there. Sums are made bucket by bucket and added two
 * by two, so that they are the same to the last digit on any number of partitions.
 */
final class SparkPieces implements PanelPieces, AutoCloseable {
  /** Where the hash of a group goes. */
  private static final String BUCKET = "__bucket";

  private final JavaRDD<byte[]> pieces;
  private final List<RowField> fields;
  private final String grouping;

  private SparkPieces(JavaRDD<byte[]> pieces, List<RowField> fields, String grouping) {
    this.pieces = pieces;
    this.fields = fields;
    this.grouping = grouping;
  }

  /**
   * Pieces of rows of {@code fields}.
   *
   * @param grouping column or cells {@code a^b} whose values no piece splits
   */
  static SparkPieces of(Dataset<Row> rows, List<RowField> fields, String grouping) {
    List<String> names = fields.stream().map(RowField::name).toList();
    List<String> keys = Panel.columnsOf(grouping);
    Dataset<Row> bucketed =
        rows.withColumn(
            BUCKET,
            functions
                .pmod(functions.xxhash64(columns(rows, keys)), functions.lit(BucketSums.BUCKETS))
                .cast("int"));
    int partitions =
        Math.min(
            BucketSums.BUCKETS,
            Integer.parseInt(rows.sparkSession().conf().get("spark.sql.shuffle.partitions")));
    Column place =
        functions
            .floor(bucketed.col(BUCKET).multiply(partitions).divide(BucketSums.BUCKETS))
            .cast("int");
    Stream<String> order =
        Stream.concat(keys.stream(), names.stream().filter(name -> !keys.contains(name)));
    Dataset<Row> sorted =
        bucketed
            .repartitionById(partitions, place)
            .sortWithinPartitions(
                Stream.concat(
                        Stream.of(bucketed.col(BUCKET)),
                        order.map(name -> bucketed.col("`" + name + "`")))
                    .toArray(Column[]::new));
    int[] group = keys.stream().mapToInt(names::indexOf).toArray();
    return new SparkPieces(
        SparkRows.pieces(sorted, fields, group).persist(StorageLevel.DISK_ONLY()),
        fields,
        grouping);
  }

  @Override
  public <S> S sum(PiecePass<S> pass) {
    Task<S> task = new Task<>(pass, fields, grouping);
    BucketSums<S> sums = new BucketSums<>(pass);
    SparkRows.told(() -> pieces.mapPartitions(task::sums).collect()).forEach(sums::add);
    return sums.total();
  }

  @Override
  public void close() {
    pieces.unpersist();
  }

  private static Column[] columns(Dataset<Row> rows, List<String> names) {
    return names.stream().map(name -> rows.col("`" + name + "`")).toArray(Column[]::new);
  }

  /** What is done with the pieces of a partition, which come bucket by bucket. */
  private record Task<S>(PiecePass<S> pass, List<RowField> fields, String grouping)
      implements java.io.Serializable {
    private static final long serialVersionUID = 1L;

    Iterator<BucketSums.Node<S>> sums(Iterator<byte[]> some) {
      BucketSums<S> sums = new BucketSums<>(pass);
      int bucket = -1;
      S current = pass.start();
      while (some.hasNext()) {
        byte[] piece = some.next();
        if (PieceBytes.bucket(piece) != bucket) {
          if (bucket >= 0) {
            sums.add(new BucketSums.Node<>(0, bucket, current));
            current = pass.start();
          }
          bucket = PieceBytes.bucket(piece);
        }
        pass.add(current, PieceBytes.decoded(piece, fields, grouping));
      }
      if (bucket >= 0) {
        sums.add(new BucketSums.Node<>(0, bucket, current));
      }
      return sums.nodes().iterator();
    }
  }
}
