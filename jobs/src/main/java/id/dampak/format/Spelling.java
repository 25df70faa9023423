package id.dampak.format;

import java.util.Collection;
import java.util.Comparator;

/** Finds what the user may have meant. */
public final class Spelling {
  private static final int MOST_EDITS = 3;

  private Spelling() {}

  /**
   * The known word nearest to {@code word} by Levenshtein distance, or the empty string where none
   * is near: half of the word may be wrong, and at most three letters.
   */
  public static String closest(String word, Collection<String> known) {
    int tolerated = Math.min(MOST_EDITS, word.length() / 2);
    return known.stream()
        .filter(candidate -> distance(word, candidate) <= tolerated)
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
        .orElse("");
  }

  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(substituted, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
