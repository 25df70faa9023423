package id.dampak.error;

import id.dampak.error.DampakException.Kind;
import java.nio.file.Path;

/**
 * Errors around personal data. None of them quotes a value of a source or any part of a key: a
 * message ends in logs.
 */
public final class PrivacyErrors {
  private static final String MAKE_ONE =
      "make a key with \"dampak key new FILE\" and name it with --pseudonym-key FILE";

  private PrivacyErrors() {}

  /** A study with pseudonyms is to land files, and no key was given. */
  public static DampakException noKey(String study) {
    return user(
        "The study " + study + " has no key for its pseudonyms.",
        "Merchants and authors land as keyed hashes, so that the lake names nobody; the key was"
            + " given neither by --pseudonym-key nor by DAMPAK_PSEUDONYM_KEY_FILE or"
            + " DAMPAK_PSEUDONYM_KEY.",
        sentence(MAKE_ONE)
            + " For public records or simulated data, write \"identifiers: as_they_are\" in the"
            + " study.");
  }

  /** The key file is not there, or no file; {@code detail} says which. */
  public static DampakException unreadableKey(Path file, String detail) {
    return user(
        "The pseudonym key " + file + " cannot be read.",
        sentence(detail),
        "Name the key file of this lake; for a new lake, " + MAKE_ONE + ".");
  }

  /** Others can read the key file; {@code permissions} as the system lists them. */
  public static DampakException exposedKey(Path file, String permissions) {
    return user(
        "The pseudonym key " + file + " is not secret.",
        "Its permissions are " + permissions + ", so that others than its owner can get at it.",
        "If nobody has, take their access away with \"chmod 600 "
            + file
            + "\"; if somebody may have, make a new key and land the files into a new lake.");
  }

  /** What was given is no key, or one that can be guessed; {@code origin} is where it came from. */
  public static DampakException weakKey(String origin, String detail) {
    return user(
        "The pseudonym key in " + origin + " cannot be used.",
        sentence(detail),
        sentence(MAKE_ONE) + " It has 32 random bytes, which no one has to think of.");
  }

  /** A file that is to hold a new key is there already. */
  public static DampakException keyExists(Path file) {
    return user(
        "The file " + file + " is there already.",
        "If it held a key, the lakes that were made with it could not be added to any more.",
        "Name another file, or remove this one if you are sure.");
  }

  /** A new key cannot be written. */
  public static DampakException unwritableKey(Path file, String detail) {
    return user(
        "The pseudonym key " + file + " cannot be written.",
        sentence(detail),
        "Name a file in a folder of yours that exists.");
  }

  /** The lake holds pseudonyms by another key; both are given by their fingerprints. */
  public static DampakException otherKey(Path lake, String stored, String given) {
    return user(
        "The lake " + lake + " was made with another pseudonym key.",
        "Its key has the fingerprint "
            + stored
            + ", this one has "
            + given
            + "; the same merchant would have two names.",
        "Give the key that the lake was made with, or run into a new lake with --lake.");
  }

  /** Files landed before the study declared what it declares now. */
  public static DampakException landedOtherwise(
      Path lake, String input, String column, String before, String now) {
    return user(
        "The input \"" + input + "\" has landed otherwise than the study now says.",
        "In the lake "
            + lake
            + " its column \""
            + column
            + "\" "
            + before
            + ", but from now on it "
            + now
            + "; what landed is not undone.",
        "Run into a new lake with --lake, and remove this one if it holds what it should not.");
  }

  /** Files landed while the study gave their merchants in another way. */
  public static DampakException landedWithOtherMerchants(Path lake, String input) {
    return user(
        "The input \"" + input + "\" has landed otherwise than the study now says.",
        "In the lake "
            + lake
            + " its merchants, or what else the names of its files say, were read by another"
            + " constant or \"file_name:\", or are no pseudonyms; what landed is not undone.",
        "Run into a new lake with --lake, and remove this one if it holds what it should not.");
  }

  /** Files landed before anything was written down about their columns. */
  public static DampakException landedUnrecorded(Path lake, String input) {
    return user(
        "The input \"" + input + "\" has landed without pseudonyms, or by an unknown key.",
        "The lake " + lake + " has rows of it, and no record of what became of its columns.",
        "Run into a new lake with --lake, and remove this one if it holds what it should not.");
  }

  private static String sentence(String text) {
    String start = Character.toUpperCase(text.charAt(0)) + text.substring(1);
    return start.endsWith(".") ? start : start + ".";
  }

  private static DampakException user(String problem, String reason, String remedy) {
    return new DampakException(Kind.USER, problem, reason, remedy);
  }
}
