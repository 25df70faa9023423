package id.dampak.text;

import java.util.List;
import java.util.Set;

/** Reads one masked or abbreviated word the way a reader would. */
final class Unmasking {
  private static final String LOOK_ALIKES = "аеіоосруѕхјкмтԁһвнαοερικτν";
  private static final String LATIN = "aeioocpysxjkmtdhbhaoepiktv";

  private static final String DIGITS = "0134567890@$";
  private static final String LETTERS = "oieasgtbgoas";

  private static final Set<String> UNITS =
      Set.of(
          "rb", "ribu", "k", "jt", "juta", "pcs", "kg", "g", "gr", "ml", "l", "cm", "m", "mm", "x",
          "jam", "menit", "hari", "an", "th", "thn", "tahun", "gb", "mb", "persen", "orang");

  private static final Set<String> REDUPLICATED_ENDINGS = Set.of("", "nya", "an", "kan", "in");

  /** Longer words are read in pieces: no word of the language is longer, and memory is bounded. */
  private static final int LONGEST = 64;

  private Unmasking() {}

  /** Adds the words that {@code piece} stands for. */
  static void words(String piece, List<String> tokens) {
    if (!Character.isLetterOrDigit(piece.charAt(0))) {
      tokens.add(piece);
      return;
    }
    for (int start = 0; start < piece.length(); start += LONGEST) {
      String part = piece.substring(start, Math.min(start + LONGEST, piece.length()));
      unmask(withoutLookAlikes(part), tokens);
    }
  }

  private static void unmask(String piece, List<String> tokens) {
    int firstLetter = indexOfKind(piece, 0, Kind.LETTER);
    if (firstLetter == piece.length()) {
      tokens.add(Normaliser.NUMBER);
      return;
    }
    int mask = indexOfKind(piece, firstLetter, Kind.OTHER);
    String head = piece.substring(0, firstLetter);
    String word = piece.substring(firstLetter, mask);
    String tail = piece.substring(mask);
    if (tail.isEmpty() && isQuantity(head, word)) {
      tokens.add(Normaliser.NUMBER);
      spell(word, tokens);
    } else if (head.isEmpty() && isReduplication(word, tail)) {
      spell(word, tokens);
      spell(word + tail.substring(1), tokens);
    } else if (head.isEmpty() && indexOfKind(tail, 0, Kind.LETTER) == tail.length()) {
      spell(word, tokens);
      if (!tail.isEmpty()) {
        tokens.add(Normaliser.NUMBER);
      }
    } else {
      spell(translate(piece, DIGITS, LETTERS), tokens);
    }
  }

  /** {@code 50rb} and {@code 12orang} are amounts; {@code 4yo} is a word in disguise. */
  private static boolean isQuantity(String digits, String word) {
    return !digits.isEmpty()
        && (digits.length() > 1 || digits.equals("2") || UNITS.contains(word))
        && digits.chars().allMatch(Character::isDigit);
  }

  /** {@code rame2} and {@code hati2nya} repeat the word, as Indonesian plurals do. */
  private static boolean isReduplication(String word, String tail) {
    return word.length() > 1
        && tail.startsWith("2")
        && REDUPLICATED_ENDINGS.contains(tail.substring(1));
  }

  private static void spell(String word, List<String> tokens) {
    tokens.addAll(Slang.expand(collapse(word)));
  }

  /** {@code bakaaar} is {@code bakar}: no word of the language has a letter three times running. */
  private static String collapse(String word) {
    StringBuilder collapsed = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); ) {
      int end = i;
      while (end < word.length() && word.charAt(end) == word.charAt(i)) {
        end++;
      }
      collapsed.append(word, i, end - i > 2 ? i + 1 : end);
      i = end;
    }
    return collapsed.toString();
  }

  /** A Latin word with Cyrillic or Greek letters in it was disguised; a Cyrillic word was not. */
  private static String withoutLookAlikes(String piece) {
    boolean latin = piece.chars().anyMatch(c -> c >= 'a' && c <= 'z');
    return latin ? translate(piece, LOOK_ALIKES, LATIN) : piece;
  }

  private static String translate(String text, String from, String to) {
    StringBuilder translated = new StringBuilder(text);
    for (int i = 0; i < translated.length(); i++) {
      int at = from.indexOf(translated.charAt(i));
      if (at >= 0) {
        translated.setCharAt(i, to.charAt(at));
      }
    }
    return translated.toString();
  }

  private enum Kind {
    LETTER,
    OTHER
  }

  /** The first index from {@code start} of a character of that kind; the length if none. */
  private static int indexOfKind(String piece, int start, Kind kind) {
    int i = start;
    while (i < piece.length()
        && (Character.isLetter(piece.charAt(i)) ? Kind.LETTER : Kind.OTHER) != kind) {
      i++;
    }
    return i;
  }
}
