package id.dampak.panel;

import id.dampak.estimate.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A column of categories, -1 where missing. */
final class TextBuffer implements ColumnBuffer {
  private final Map<String, Integer> codes = new HashMap<>();
  private final List<String> labels = new ArrayList<>();
  private int[] values = new int[1024];
  private int size;
  private String lastText = "";
  private int lastCode = -1;

  @Override
  public boolean add(char[] characters, int offset, int length) {
    // Panels are mostly sorted by unit: the same text comes many times in a row.
    if (lastCode >= 0 && sameAsLast(characters, offset, length)) {
      addCode(lastCode);
    } else {
      add(new String(characters, offset, length));
    }
    return true;
  }

  void add(String text) {
    Integer known = codes.get(text);
    if (known == null) {
      known = labels.size();
      codes.put(text, known);
      labels.add(text);
    }
    lastText = text;
    lastCode = known;
    addCode(known);
  }

  @Override
  public void addMissing() {
    addCode(-1);
  }

  @Override
  public void addTo(Panel.Builder panel, String name) {
    panel.categorical(name, row -> values[row], labels);
  }

  private void addCode(int code) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + (size >> 1));
    }
    values[size++] = code;
  }

  private boolean sameAsLast(char[] characters, int offset, int length) {
    if (lastText.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (lastText.charAt(i) != characters[offset + i]) {
        return false;
      }
    }
    return true;
  }
}
