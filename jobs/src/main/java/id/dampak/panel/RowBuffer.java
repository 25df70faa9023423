package id.dampak.panel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** One column of the rows that are collected where Spark has them: numbers, or codes of labels. */
abstract sealed class RowBuffer {
  /** Writes the first rows. */
  abstract void encode(ByteBuffer bytes, int rows);

  /** Bytes that they take. */
  abstract long size(int rows);

  /** Adds the value of a row in a place. */
  abstract void add(InternalRow row, int place);

  /** Whether the values in two places differ. */
  abstract boolean differs(int place, int other);

  /** Forgets all but the row in a place, which becomes the first. */
  abstract void keep(int place);

  static RowBuffer of(RowField field, int ordinal) {
    return field.label() ? new Labels(field, ordinal) : new Numbers(field, ordinal);
  }

  private static final class Numbers extends RowBuffer {
    private final RowField field;
    private final int ordinal;
    private double[] values = new double[1024];

    Numbers(RowField field, int ordinal) {
      this.field = field;
      this.ordinal = ordinal;
    }

    @Override
    void add(InternalRow row, int place) {
      if (place == values.length) {
        values = Arrays.copyOf(values, 2 * place);
      }
      values[place] = row.isNullAt(ordinal) ? Double.NaN : field.number(row, ordinal);
    }

    @Override
    boolean differs(int place, int other) {
      return Double.compare(values[place], values[other]) != 0;
    }

    @Override
    void keep(int place) {
      values[0] = values[place];
    }

    @Override
    void encode(ByteBuffer bytes, int rows) {
      bytes.put(PieceBytes.NUMBERS).asDoubleBuffer().put(values, 0, rows);
      bytes.position(bytes.position() + rows * Double.BYTES);
    }

    @Override
    long size(int rows) {
      return 1 + (long) rows * Double.BYTES;
    }
  }

  private static final class Labels extends RowBuffer {
    private static final int MISSING = -1;

    /** Keys whose codes are at hand, a power of two. */
    private static final int RECENT = 1024;

    private final RowField field;
    private final int ordinal;
    private final Map<Object, Integer> codes = new HashMap<>();
    private final List<String> labels = new ArrayList<>();
    private int[] values = new int[1024];
    private UTF8String lastText = UTF8String.EMPTY_UTF8;
    private int lastCode = MISSING;
    private final long[] recentKeys = new long[RECENT];
    private final int[] recentCodes = new int[RECENT];

    Labels(RowField field, int ordinal) {
      this.field = field;
      this.ordinal = ordinal;
      Arrays.fill(recentCodes, MISSING);
    }

    @Override
    void add(InternalRow row, int place) {
      if (place == values.length) {
        values = Arrays.copyOf(values, 2 * place);
      }
      values[place] =
          row.isNullAt(ordinal)
              ? MISSING
              : field.kind() == RowField.Kind.TEXT
                  ? codeOf(row.getUTF8String(ordinal))
                  : codeOf(field.key(row, ordinal));
    }

    /** Rows mostly come sorted: the same text comes many times in a row. */
    private int codeOf(UTF8String text) {
      if (lastCode == MISSING || !text.equals(lastText)) {
        // A row is overwritten by the next one.
        lastText = text.clone();
        Integer known = codes.get(lastText);
        lastCode = known == null ? added(lastText, text.toString()) : known;
      }
      return lastCode;
    }

    private int codeOf(long key) {
      int slot = (int) (key ^ key >>> 32) & RECENT - 1;
      if (recentCodes[slot] == MISSING || recentKeys[slot] != key) {
        Integer known = codes.get(key);
        recentKeys[slot] = key;
        recentCodes[slot] = known == null ? added(key, field.label(key)) : known;
      }
      return recentCodes[slot];
    }

    private int added(Object key, String label) {
      codes.put(key, labels.size());
      labels.add(label);
      return labels.size() - 1;
    }

    @Override
    boolean differs(int place, int other) {
      return values[place] != values[other];
    }

    @Override
    void keep(int place) {
      int code = values[place];
      codes.clear();
      String label = code == MISSING ? "" : labels.get(code);
      labels.clear();
      lastCode = MISSING;
      Arrays.fill(recentCodes, MISSING);
      values[0] = code == MISSING ? MISSING : added(keyOf(label), label);
    }

    private Object keyOf(String label) {
      return field.kind() == RowField.Kind.TEXT ? UTF8String.fromString(label) : field.key(label);
    }

    @Override
    void encode(ByteBuffer bytes, int rows) {
      bytes.put(PieceBytes.LABELS).putInt(labels.size());
      for (String label : labels) {
        byte[] text = label.getBytes(StandardCharsets.UTF_8);
        bytes.putInt(text.length).put(text);
      }
      bytes.asIntBuffer().put(values, 0, rows);
      bytes.position(bytes.position() + rows * Integer.BYTES);
    }

    @Override
    long size(int rows) {
      long size = 1 + Integer.BYTES + (long) rows * Integer.BYTES;
      for (String label : labels) {
        size += Integer.BYTES + label.getBytes(StandardCharsets.UTF_8).length;
      }
      return size;
    }
  }
}
