package id.dampak.privacy;

import java.io.Serial;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret from which pseudonyms follow. It travels to where rows are read as part of a Java
 * object, and is in no text that this object gives of itself: plans, logs and messages show {@link
 * #toString}.
 */
public final class PseudonymKey implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  /** Bytes of a new key, and the fewest of any. */
  static final int LENGTH = 32;

  private static final String ALGORITHM = "HmacSHA256";
  private static final int FINGERPRINT_BYTES = 8;

  /** No pseudonym is made of it: their messages name a subject and have a colon behind it. */
  private static final String FINGERPRINT_OF = "fingerprint of a key";

  private final byte[] material;

  PseudonymKey(byte[] material) {
    this.material = material.clone();
  }

  /** A key that nobody has had before. */
  public static PseudonymKey random() {
    byte[] material = new byte[LENGTH];
    new SecureRandom().nextBytes(material);
    return new PseudonymKey(material);
  }

  /** The key as its file has it; for that file only. */
  String text() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(material);
  }

  /**
   * What tells one key from another and gives nothing of either away: a lake remembers it, so that
   * nobody goes on with another key by mistake.
   */
  public String fingerprint() {
    return HexFormat.of()
        .formatHex(Arrays.copyOf(authenticated(FINGERPRINT_OF), FINGERPRINT_BYTES));
  }

  /** The keyed hash of a message. */
  byte[] authenticated(String message) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(material, ALGORITHM));
      return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
    } catch (InvalidKeyException e) { // whose message is not passed on
      throw new IllegalStateException("A key of " + LENGTH + " bytes or more is always valid");
    }
  }

  @Override
  public String toString() {
    return "PseudonymKey[secret]";
  }
}
