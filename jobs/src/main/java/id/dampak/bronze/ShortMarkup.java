package id.dampak.bronze;

import java.io.FilterReader;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;

/**
 * The characters of an XML file that hold nothing but elements and short texts. A parser keeps a
 * text, an attribute or a comment whole, however long it is; and a document type can name other
 * files. Spreadsheet programs write neither, so that both are refused before the parser sees them.
 */
final class ShortMarkup extends FilterReader {
  private static final String DECLARATION = "<?xml";
  private static final int LONGEST_DECLARATION = 1 << 10;

  private final int longest;
  private int sinceTag;
  private boolean tagOpens;

  private ShortMarkup(Reader in, int longest) {
    super(in);
    this.longest = longest;
  }

  /** Thrown where there is anything else; the message is a clause that follows the file's name. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  /**
   * The characters behind the XML declaration.
   *
   * @param longest characters from one tag to the next
   */
  static Reader of(Reader in, int longest) throws IOException {
    PushbackReader start = new PushbackReader(in, DECLARATION.length());
    char[] first = new char[DECLARATION.length()];
    int read = 0;
    while (read < first.length) {
      int c = start.read();
      if (c < 0) {
        break;
      }
      first[read] = (char) c;
      read++;
    }
    if (read == first.length && new String(first).equals(DECLARATION)) {
      skipDeclaration(start);
    } else if (read > 0) {
      start.unread(first, 0, read);
    }
    return new ShortMarkup(start, longest);
  }

  private static void skipDeclaration(Reader in) throws IOException {
    for (int skipped = 0; skipped < LONGEST_DECLARATION; skipped++) {
      int c = in.read();
      if (c == '>') {
        return;
      }
    }
    throw new Refused("has an XML declaration without end");
  }

  @Override
  public int read() throws IOException {
    int c = super.read();
    if (c >= 0) {
      check((char) c);
    }
    return c;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    for (int i = offset; i < offset + read; i++) {
      check(buffer[i]);
    }
    return read;
  }

  private void check(char c) throws Refused {
    if (tagOpens && (c == '!' || c == '?')) {
      throw new Refused("declares a document type, or holds a comment, CDATA or an instruction");
    }
    tagOpens = c == '<';
    sinceTag = tagOpens ? 0 : sinceTag + 1;
    if (sinceTag > longest) {
      throw new Refused("has more than %,d characters in one tag or text".formatted(longest));
    }
  }
}
