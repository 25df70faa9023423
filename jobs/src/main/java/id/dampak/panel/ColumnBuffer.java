package id.dampak.panel;

import id.dampak.estimate.Panel;

/** Collects the values of one column while a file is read. */
sealed interface ColumnBuffer permits NumberBuffer, TextBuffer {

  /** Adds a field; false if this buffer cannot hold it, because it is no number. */
  boolean add(char[] characters, int offset, int length);

  /** Adds a missing value. */
  void addMissing();

  /** Adds the column to a panel. */
  void addTo(Panel.Builder panel, String name);

  /** Whether the field means that there is no value. */
  static boolean isMissing(char[] c, int offset, int length) {
    return switch (length) {
      case 0 -> true;
      case 2 -> c[offset] == 'N' && c[offset + 1] == 'A';
      case 3 -> c[offset] == 'N' && c[offset + 1] == 'a' && c[offset + 2] == 'N';
      case 4 ->
          c[offset] == 'n' && c[offset + 1] == 'u' && c[offset + 2] == 'l' && c[offset + 3] == 'l';
      default -> false;
    };
  }
}
