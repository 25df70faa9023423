package id.dampak.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A block of features: what of a text is looked at together, and scaled to length one. A feature is
 * present or absent; how often it occurs says little in short texts.
 */
public enum Block {
  /** Words and pairs of neighbouring words. */
  WORD {
    @Override
    Set<String> features(List<String> tokens) {
      Set<String> features = new LinkedHashSet<>(tokens);
      for (int i = 1; i < tokens.size(); i++) {
        features.add(tokens.get(i - 1) + " " + tokens.get(i));
      }
      return features;
    }
  },

  /** Runs of two to five characters within a word and its borders. */
  CHARACTER {
    @Override
    Set<String> features(List<String> tokens) {
      Set<String> features = new LinkedHashSet<>();
      new LinkedHashSet<>(tokens).forEach(token -> addRuns(token, features));
      return features;
    }
  };

  private static final int SHORTEST_RUN = 2;
  private static final int LONGEST_RUN = 5;

  /** The distinct features of a text with these {@linkplain Normaliser#tokens tokens}. */
  abstract Set<String> features(List<String> tokens);

  /** Adds the runs of characters in {@code token}; marks and placeholders have none. */
  static void addRuns(String token, Set<String> features) {
    if (!Character.isLetterOrDigit(token.codePointAt(0))) {
      return;
    }
    String padded = " " + token + " ";
    for (int n = SHORTEST_RUN; n <= Math.min(LONGEST_RUN, padded.length()); n++) {
      for (int i = 0; i + n <= padded.length(); i++) {
        features.add(padded.substring(i, i + n));
      }
    }
  }
}
