package id.dampak.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits a text into tokens in which spellings of the same word look alike: Unicode compatibility
 * forms, case, accents, invisible characters, letters spaced apart ({@code b a k a r}), digits in
 * place of letters ({@code b4kar}), drawn-out letters and common short forms are folded.
 *
 * <p>Linear in the length of the text and total: every string, ill-formed ones included, has
 * tokens. Question and exclamation marks, quotation marks and pictographs are tokens of their own,
 * because a question or a quotation is not a call.
 */
public final class Normaliser {
  /** What stands for a web address. */
  static final String URL = "<url>";

  /** What stands for an account name or an e-mail address. */
  static final String USER = "<user>";

  /** What stands for a number. */
  static final String NUMBER = "<num>";

  private static final String QUOTES = "\"\u201c\u201d\u201e\u00ab\u00bb";
  private static final String DROPPED_INSIDE_WORDS = "'\u2018\u2019`\u02bc_*";

  /** Three single letters in a row are one word spelt out; two may be initials. */
  private static final int SPELT_OUT = 3;

  private Normaliser() {}

  /** The tokens of {@code text}, in order. */
  public static List<String> tokens(String text) {
    List<String> pieces = new ArrayList<>();
    String folded = fold(text);
    int start = 0;
    for (int i = 0; i <= folded.length(); i++) {
      if (i == folded.length() || Character.isWhitespace(folded.charAt(i))) {
        if (i > start) {
          split(folded.substring(start, i), pieces);
        }
        start = i + 1;
      }
    }
    return words(pieces);
  }

  /** Lower case without accents or invisible characters; what is not a character is a space. */
  private static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    Normalizer.normalize(text, Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(
            c -> {
              switch (Character.getType(c)) {
                case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.FORMAT -> {}
                case Character.SURROGATE, Character.CONTROL, Character.SPACE_SEPARATOR ->
                    folded.append(' ');
                default -> folded.appendCodePoint(c);
              }
            });
    return folded.toString();
  }

  private static void split(String chunk, List<String> pieces) {
    if (chunk.startsWith("http://") || chunk.startsWith("https://") || chunk.startsWith("www.")) {
      pieces.add(URL);
      return;
    }
    int at = chunk.indexOf('@');
    boolean account = at == 0 && chunk.length() > 1 && isWordPart(chunk.codePointAt(1));
    boolean address = at > 0 && chunk.indexOf('.', at) > at + 1;
    if (account || address) {
      pieces.add(USER);
      return;
    }
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < chunk.length(); ) {
      int c = chunk.codePointAt(i);
      i += Character.charCount(c);
      boolean inside = !word.isEmpty() && i < chunk.length() && isWordPart(chunk.codePointAt(i));
      if (isWordPart(c) || (inside && (c == '@' || c == '$'))) {
        word.appendCodePoint(c);
      } else if (!inside || DROPPED_INSIDE_WORDS.indexOf(c) < 0) {
        flush(word, pieces);
        mark(c, pieces);
      }
    }
    flush(word, pieces);
  }

  private static boolean isWordPart(int c) {
    return Character.isLetterOrDigit(c);
  }

  private static void flush(StringBuilder word, List<String> pieces) {
    if (!word.isEmpty()) {
      pieces.add(word.toString());
      word.setLength(0);
    }
  }

  /** Keeps marks that carry meaning, each run of them once. */
  private static void mark(int c, List<String> pieces) {
    String mark = QUOTES.indexOf(c) >= 0 ? "\"" : Character.toString(c);
    boolean kept =
        c == '?' || c == '!' || mark.equals("\"") || Character.getType(c) == Character.OTHER_SYMBOL;
    if (kept && (pieces.isEmpty() || !pieces.get(pieces.size() - 1).equals(mark))) {
      pieces.add(mark);
    }
  }

  /** Joins words that were spelt out letter by letter and unmasks each. */
  private static List<String> words(List<String> pieces) {
    List<String> tokens = new ArrayList<>();
    int i = 0;
    while (i < pieces.size()) {
      int end = i;
      StringBuilder joined = new StringBuilder();
      while (end < pieces.size() && isSingle(pieces.get(end))) {
        joined.append(pieces.get(end));
        end++;
      }
      boolean speltOut =
          end - i >= SPELT_OUT && joined.chars().filter(Character::isLetter).count() > 1;
      if (speltOut) {
        Unmasking.words(joined.toString(), tokens);
        i = end;
      } else {
        Unmasking.words(pieces.get(i), tokens);
        i++;
      }
    }
    return List.copyOf(tokens);
  }

  private static boolean isSingle(String piece) {
    return piece.length() == 1 && isWordPart(piece.charAt(0));
  }
}
