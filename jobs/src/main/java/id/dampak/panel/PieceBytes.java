package id.dampak.panel;

import id.dampak.estimate.Panel;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Rows of Spark gathered into columns of bytes, in pieces of some ten thousand rows: the number of
 * the bucket, that of rows, then column after column its kind, for labels their texts, and the
 * values.
 */
final class PieceBytes implements Iterator<byte[]> {
  static final byte NUMBERS = 0;
  static final byte LABELS = 1;

  /** Rows after which a piece ends where a group does. */
  private static final int ENOUGH = 1 << 15;

  private final Iterator<InternalRow> rows;
  private final List<RowBuffer> columns = new ArrayList<>();
  private final int[] group;
  private final boolean bucketed;
  private int held;
  private int bucket;

  /**
   * Gathers rows.
   *
   * @param group places of the columns of the groups that no piece splits; none if pieces may end
   *     anywhere
   * @param bucketed whether a bucket, which no piece reaches over, comes after the fields
   */
  PieceBytes(Iterator<InternalRow> rows, List<RowField> fields, int[] group, boolean bucketed) {
    this.rows = rows;
    this.group = group;
    this.bucketed = bucketed;
    for (RowField field : fields) {
      columns.add(RowBuffer.of(field, columns.size()));
    }
  }

  @Override
  public boolean hasNext() {
    return held > 0 || rows.hasNext();
  }

  @Override
  public byte[] next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    while (rows.hasNext()) {
      InternalRow row = rows.next();
      int place = held++;
      int own = bucketed ? row.getInt(columns.size()) : 0;
      for (RowBuffer column : columns) {
        column.add(row, place);
      }
      if (place > 0 && (own != bucket || (place >= ENOUGH && startsGroup(place)))) {
        byte[] piece = encoded(place);
        columns.forEach(column -> column.keep(place));
        held = 1;
        bucket = own;
        return piece;
      }
      bucket = own;
    }
    byte[] last = encoded(held);
    held = 0;
    return last;
  }

  private boolean startsGroup(int place) {
    boolean starts = group.length == 0;
    for (int column : group) {
      starts |= columns.get(column).differs(place, place - 1);
    }
    return starts;
  }

  private byte[] encoded(int count) {
    long size = 2 * Integer.BYTES;
    for (RowBuffer column : columns) {
      size += column.size(count);
    }
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(size));
    bytes.putInt(bucket).putInt(count);
    columns.forEach(column -> column.encode(bytes, count));
    return bytes.array();
  }

  /** The bucket of a piece. */
  static int bucket(byte[] piece) {
    return ByteBuffer.wrap(piece).getInt();
  }

  /** Rows of a piece. */
  static int rows(byte[] piece) {
    return ByteBuffer.wrap(piece).getInt(Integer.BYTES);
  }

  /** A piece as a panel in which messages tell rows by {@code place}. */
  static Panel decoded(byte[] piece, List<RowField> fields, String place) {
    PieceColumns columns = new PieceColumns(fields, rows(piece));
    columns.add(piece);
    return columns.panel(place);
  }

  /** The labels at the position of a buffer. */
  static List<String> labels(ByteBuffer bytes) {
    List<String> labels = new ArrayList<>();
    for (int left = bytes.getInt(); left > 0; left--) {
      byte[] text = new byte[bytes.getInt()];
      bytes.get(text);
      labels.add(new String(text, StandardCharsets.UTF_8));
    }
    return labels;
  }
}
