package id.dampak.bronze;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The texts that the cells of a workbook refer to by their number. They are referred to in any
 * order, so that all of them are kept, side by side in bytes: an object for each would take three
 * times the memory.
 */
final class SharedTexts {
  private static final int MOST_BYTES = 1 << 28;
  private static final int MOST_TEXTS = 1 << 24;

  private final byte[] bytes;
  private final int[] ends;

  private SharedTexts(byte[] bytes, int[] ends) {
    this.bytes = bytes;
    this.ends = ends;
  }

  /** The texts of a workbook without any. */
  static SharedTexts none() {
    return new SharedTexts(new byte[0], new int[0]);
  }

  /** The texts that a part lists. */
  static SharedTexts of(Elements elements) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int[] ends = new int[1 << 10];
    int count = 0;
    while (elements.nextStart()) {
      if (elements.isStart("si")) {
        byte[] text = elements.runs().getBytes(StandardCharsets.UTF_8);
        if (bytes.size() + text.length > MOST_BYTES || count == MOST_TEXTS) {
          throw elements.refused(
              "has more than %,d texts, or %,d bytes of them".formatted(MOST_TEXTS, MOST_BYTES));
        }
        bytes.writeBytes(text);
        ends = count < ends.length ? ends : Arrays.copyOf(ends, 2 * count);
        ends[count] = bytes.size();
        count++;
      }
    }
    return new SharedTexts(bytes.toByteArray(), Arrays.copyOf(ends, count));
  }

  int size() {
    return ends.length;
  }

  /** The text of a number from 0 to {@link #size}, exclusive. */
  String get(int number) {
    int start = number == 0 ? 0 : ends[number - 1];
    return new String(bytes, start, ends[number] - start, StandardCharsets.UTF_8);
  }
}
