package id.dampak.panel;

import id.dampak.estimate.Panel;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Columns of a panel that are put together from {@link PieceBytes}. */
final class PieceColumns {
  private final List<RowField> fields;
  private final int total;
  private final List<double[]> numbers = new ArrayList<>();
  private final List<int[]> codes = new ArrayList<>();
  private final List<Map<String, Integer>> labels = new ArrayList<>();
  private int filled;

  /** Room for {@code total} rows. */
  PieceColumns(List<RowField> fields, int total) {
    this.fields = fields;
    this.total = total;
    for (RowField field : fields) {
      numbers.add(new double[field.label() ? 0 : total]);
      codes.add(new int[field.label() ? total : 0]);
      labels.add(new LinkedHashMap<>());
    }
  }

  /** Adds the rows of a piece after those that are there. */
  void add(byte[] piece) {
    ByteBuffer bytes = ByteBuffer.wrap(piece);
    bytes.getInt();
    int rows = bytes.getInt();
    for (int f = 0; f < fields.size(); f++) {
      if (bytes.get() == PieceBytes.NUMBERS) {
        bytes.asDoubleBuffer().get(numbers.get(f), filled, rows);
        bytes.position(bytes.position() + rows * Double.BYTES);
      } else {
        addCodes(bytes, rows, codes.get(f), labels.get(f));
      }
    }
    filled += rows;
  }

  private void addCodes(ByteBuffer bytes, int rows, int[] to, Map<String, Integer> known) {
    List<String> own = PieceBytes.labels(bytes);
    int[] common = new int[own.size()];
    for (int code = 0; code < common.length; code++) {
      common[code] = known.computeIfAbsent(own.get(code), label -> known.size());
    }
    bytes.asIntBuffer().get(to, filled, rows);
    bytes.position(bytes.position() + rows * Integer.BYTES);
    for (int i = filled; i < filled + rows; i++) {
      to[i] = to[i] < 0 ? -1 : common[to[i]];
    }
  }

  /** The panel, in which messages tell rows by {@code place}, or by their number if it is empty. */
  Panel panel(String place) {
    Panel.Builder panel = Panel.ofRows(total).namingRowsBy(place);
    for (int f = 0; f < fields.size(); f++) {
      RowField field = fields.get(f);
      if (field.label()) {
        int[] code = codes.get(f);
        panel.categorical(field.name(), code, List.copyOf(labels.get(f).keySet()));
      } else {
        panel.numeric(field.name(), numbers.get(f));
      }
    }
    return panel.build();
  }
}
