package id.dampak.privacy;

import id.dampak.error.PrivacyErrors;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A key as text: base64, with the letters of files or of URLs, or hexadecimal. What somebody has
 * thought of is refused as far as it shows, because a key that can be guessed protects nothing.
 */
final class KeyText {
  static final String NO_KEY = "it is neither base64 nor hexadecimal";

  private static final Pattern HEXADECIMAL = Pattern.compile("([0-9a-fA-F]{2})+");

  /** 32 random bytes have 30 different values; fewer than this come once in 10^17 keys. */
  private static final int FEWEST_VALUES = 16;

  private static final int FIRST_PRINTABLE = 0x20;
  private static final int LAST_PRINTABLE = 0x7e;

  private KeyText() {}

  /**
   * The key that a text stands for.
   *
   * @param origin where the text came from, for the message
   */
  static PseudonymKey parsed(String text, String origin) {
    byte[] material =
        decoded(text.strip()).orElseThrow(() -> PrivacyErrors.weakKey(origin, NO_KEY));
    weakness(material)
        .ifPresent(
            weakness -> {
              throw PrivacyErrors.weakKey(origin, weakness);
            });
    return new PseudonymKey(material);
  }

  private static Optional<byte[]> decoded(String text) {
    if (HEXADECIMAL.matcher(text).matches()) {
      return Optional.of(HexFormat.of().parseHex(text));
    }
    try {
      return Optional.of(Base64.getUrlDecoder().decode(text.replace('+', '-').replace('/', '_')));
    } catch (IllegalArgumentException e) { // whose message would quote the text
      return Optional.empty();
    }
  }

  private static Optional<String> weakness(byte[] material) {
    if (material.length < PseudonymKey.LENGTH) {
      return Optional.of(
          "it stands for %d bytes, and %d are the fewest"
              .formatted(material.length, PseudonymKey.LENGTH));
    }
    if (bytes(material).distinct().count() < FEWEST_VALUES) {
      return Optional.of("it repeats few different bytes, so that it can be guessed");
    }
    if (repeats(material)) {
      return Optional.of("it repeats a shorter key");
    }
    if (counts(material)) {
      return Optional.of("its bytes count up or down, so that it can be guessed");
    }
    return bytes(material).allMatch(b -> b >= FIRST_PRINTABLE && b <= LAST_PRINTABLE)
        ? Optional.of("it stands for a text, and what is written can be guessed")
        : Optional.empty();
  }

  private static IntStream bytes(byte[] material) {
    return IntStream.range(0, material.length).map(at -> material[at] & 0xff);
  }

  private static boolean repeats(byte[] material) {
    return IntStream.rangeClosed(1, material.length / 2)
        .anyMatch(
            period ->
                IntStream.range(period, material.length)
                    .allMatch(at -> material[at] == material[at - period]));
  }

  private static boolean counts(byte[] material) {
    byte step = (byte) (material[1] - material[0]);
    return IntStream.range(1, material.length)
        .allMatch(at -> (byte) (material[at] - material[at - 1]) == step);
  }
}
