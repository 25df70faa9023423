package id.dampak.bronze;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** The lines of a text, none of which may be longer than a bound. */
final class Lines {
  private static final int BUFFER = 1 << 13;

  private final Reader in;
  private final int longest;
  private final char[] buffer = new char[BUFFER];
  private int at;
  private int end;

  /** Thrown at a line that is longer. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }

  Lines(Reader in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** The next line that holds more than blanks. */
  Optional<String> nextNotBlank() throws IOException {
    Optional<String> line = next();
    while (line.isPresent() && line.get().isBlank()) {
      line = next();
    }
    return line;
  }

  private Optional<String> next() throws IOException {
    StringBuilder line = new StringBuilder();
    boolean any = false;
    while (fill()) {
      any = true;
      int from = at;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      if (line.length() + at - from > longest) {
        throw new TooLong();
      }
      line.append(buffer, from, at - from);
      if (at < end) {
        at++;
        break;
      }
    }
    return any ? Optional.of(line.toString()) : Optional.empty();
  }

  private boolean fill() throws IOException {
    if (at == end) {
      end = Math.max(in.read(buffer), 0);
      at = 0;
    }
    return at < end;
  }
}
