package id.dampak.privacy;

import id.dampak.error.PrivacyErrors;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where keys come from and where new ones go. */
public final class KeyFile {
  /** Names the key's file. */
  public static final String FILE_VARIABLE = "DAMPAK_PSEUDONYM_KEY_FILE";

  /** Holds the key itself. */
  public static final String KEY_VARIABLE = "DAMPAK_PSEUDONYM_KEY";

  private static final long LARGEST = 4096;

  private KeyFile() {}

  /**
   * The key that was given, if any: by the file on the command line, else by {@link
   * #FILE_VARIABLE}, else by {@link #KEY_VARIABLE}.
   */
  public static Optional<PseudonymKey> find(Optional<Path> named, Map<String, String> environment) {
    Optional<Path> file =
        named.or(() -> given(environment, FILE_VARIABLE).map(text -> Path.of(text)));
    return file.isPresent()
        ? file.map(KeyFile::read)
        : given(environment, KEY_VARIABLE)
            .map(text -> KeyText.parsed(text, "the variable " + KEY_VARIABLE));
  }

  /** The key in a file that only its owner can read. */
  public static PseudonymKey read(Path file) {
    try {
      if (!Files.exists(file)) {
        throw PrivacyErrors.unreadableKey(file, "there is no such file");
      }
      if (!Files.isRegularFile(file)) {
        throw PrivacyErrors.unreadableKey(file, "it is no file");
      }
      if (!PrivateFiles.isPrivate(file)) {
        throw PrivacyErrors.exposedKey(file, PrivateFiles.permissions(file));
      }
      if (Files.size(file) > LARGEST) {
        throw PrivacyErrors.weakKey(file.toString(), "it is too long for a key");
      }
      return KeyText.parsed(Files.readString(file, StandardCharsets.US_ASCII), file.toString());
    } catch (CharacterCodingException e) {
      throw PrivacyErrors.weakKey(file.toString(), KeyText.NO_KEY);
    } catch (AccessDeniedException e) {
      throw PrivacyErrors.unreadableKey(file, "you may not read it");
    } catch (IOException e) {
      throw PrivacyErrors.unreadableKey(file, "the system says " + e.getClass().getSimpleName());
    }
  }

  /** Writes a new key into a file that is not there yet and that only its owner will read. */
  public static PseudonymKey create(Path file) {
    PseudonymKey key = PseudonymKey.random();
    try {
      PrivateFiles.create(file);
      Files.writeString(file, key.text() + "\n", StandardCharsets.US_ASCII);
      return key;
    } catch (FileAlreadyExistsException e) {
      throw PrivacyErrors.keyExists(file);
    } catch (NoSuchFileException e) {
      throw PrivacyErrors.unwritableKey(file, "its folder does not exist");
    } catch (IOException e) {
      throw PrivacyErrors.unwritableKey(file, "the system says " + e.getClass().getSimpleName());
    }
  }

  private static Optional<String> given(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable)).filter(text -> !text.isBlank());
  }
}
