package id.dampak.cli;

/**
 * Texts as a terminal may show them. Names and values come from files of others: what would move
 * the cursor, recolour or reorder what stands beside it is shown as a sign instead.
 */
final class Printable {
  private static final char REPLACEMENT = '\uFFFD';
  private static final char PICTURES = '\u2400';
  private static final char DELETE = '\u007F';
  private static final char PICTURE_OF_DELETE = '\u2421';

  private Printable() {}

  /** The text on one line. */
  static String of(String text) {
    StringBuilder shown = new StringBuilder(text);
    for (int at = 0; at < shown.length(); at++) {
      shown.setCharAt(at, shown(shown.charAt(at)));
    }
    return shown.toString();
  }

  /** The text on one line, and of a long one only so many characters from its start. */
  static String of(String text, int most) {
    return text.length() <= most
        ? of(text)
        : of(text.substring(0, most)) + " … (%,d characters more)".formatted(text.length() - most);
  }

  private static char shown(char character) {
    if (character < ' ') {
      return (char) (PICTURES + character);
    }
    if (character == DELETE) {
      return PICTURE_OF_DELETE;
    }
    return Character.isISOControl(character) || reorders(character) ? REPLACEMENT : character;
  }

  /** The marks of Unicode by which a text can be made to read as another. */
  private static boolean reorders(char character) {
    return switch (Character.getDirectionality(character)) {
      case Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
          Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
          Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
          Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
          Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
          Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE ->
          true;
      default -> false;
    };
  }
}
