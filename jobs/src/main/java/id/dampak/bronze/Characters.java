package id.dampak.bronze;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The characters of a text file, and those that no text has. Bytes that are not of the file's
 * encoding are read as a mark that no valid text can hold (the second half of a surrogate pair
 * without its first), so that the field they stand in is known, and the rows around it are kept.
 */
final class Characters {
  private static final char MARK = '\uDFFF';
  private static final char REPLACEMENT = '\uFFFD';
  private static final List<Charset> MARKED_BY_BOM =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

  private Characters() {}

  /** The characters of {@code bytes}: UTF-8, or the encoding that a byte order mark names. */
  static Reader of(InputStream bytes) throws IOException {
    InputStream in = new BufferedInputStream(bytes);
    Charset charset = charset(in);
    return new InputStreamReader(
        in,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .replaceWith(String.valueOf(MARK)));
  }

  /** Leaves the stream behind the byte order mark, if there is one. */
  private static Charset charset(InputStream in) throws IOException {
    for (Charset charset : MARKED_BY_BOM) {
      byte[] bom = "\uFEFF".getBytes(charset);
      in.mark(bom.length);
      if (Arrays.equals(in.readNBytes(bom.length), bom)) {
        return charset;
      }
      in.reset();
    }
    return StandardCharsets.UTF_8;
  }

  /** What a text has that no text should, in words that follow its name. */
  static Optional<String> fault(String text) {
    if (text.indexOf('\0') >= 0) {
      return Optional.of("holds a NUL character");
    }
    return firstMark(text) >= 0
        ? Optional.of("holds bytes that are not of the file's encoding")
        : Optional.empty();
  }

  /** A text that can be stored: the usual sign for an unreadable character instead of the mark. */
  static String storable(String text) {
    if (firstMark(text) < 0) {
      return text;
    }
    StringBuilder storable = new StringBuilder(text);
    for (int at = 0; at < text.length(); at++) {
      if (isMark(text, at)) {
        storable.setCharAt(at, REPLACEMENT);
      }
    }
    return storable.toString();
  }

  private static int firstMark(String text) {
    int at = text.indexOf(MARK);
    while (at >= 0 && !isMark(text, at)) {
      at = text.indexOf(MARK, at + 1);
    }
    return at;
  }

  private static boolean isMark(String text, int at) {
    return text.charAt(at) == MARK && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
