package id.dampak.panel;

import id.dampak.estimate.Panel;
import java.util.Arrays;

/** A column of numbers, NaN where missing. */
final class NumberBuffer implements ColumnBuffer {
  private double[] values = new double[1024];
  private int size;
  private final NumberField field = new NumberField();

  @Override
  public boolean add(char[] characters, int offset, int length) {
    if (!field.parse(characters, offset, length)) {
      return false;
    }
    add(field.value());
    return true;
  }

  void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + (size >> 1));
    }
    values[size++] = value;
  }

  @Override
  public void addMissing() {
    add(Double.NaN);
  }

  @Override
  public void addTo(Panel.Builder panel, String name) {
    panel.numeric(name, row -> values[row]);
  }
}
