package id.dampak.privacy;

import java.io.Serial;
import java.io.Serializable;
import java.util.Locale;

/**
 * Replaces identifiers by pseudonyms: HMAC-SHA256 of the identifier under a secret key, cut to 130
 * bits. The same identifier always gets the same pseudonym, so that rows still belong together;
 * without the key it can neither be turned back nor be found by trying identifiers.
 */
public final class Pseudonyms implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int LETTERS = 26; // of five bits
  private static final int BITS_A_LETTER = 5;

  private final PseudonymKey key;

  /** Pseudonyms by a key. */
  public Pseudonyms(PseudonymKey key) {
    this.key = key;
  }

  /**
   * The pseudonym of an identifier. White space around it does not count, as exports add tabs; an
   * identifier that is empty stays so, because a missing one must still be seen to be missing.
   */
  public String of(Subject subject, String identifier) {
    String name = identifier.strip();
    if (name.isEmpty()) {
      return name;
    }
    byte[] hash = key.authenticated(subject.name().toLowerCase(Locale.ROOT) + ":" + name);
    return subject.prefix() + letters(hash);
  }

  private static String letters(byte[] hash) {
    StringBuilder letters = new StringBuilder(LETTERS);
    int buffer = 0;
    int bits = 0;
    for (int at = 0; letters.length() < LETTERS; ) {
      if (bits < BITS_A_LETTER) {
        buffer = (buffer << Byte.SIZE) | (hash[at++] & 0xff);
        bits += Byte.SIZE;
      }
      bits -= BITS_A_LETTER;
      letters.append(ALPHABET.charAt((buffer >> bits) & 0x1f));
      buffer &= (1 << bits) - 1;
    }
    return letters.toString();
  }

  @Override
  public String toString() {
    return "Pseudonyms[of a secret key]";
  }
}
