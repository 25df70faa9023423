package id.dampak.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PseudonymsTest {
  /** Made by a random generator for this test, and used nowhere else. */
  private static final String KEY =
      "3b9f27c4d1e85a60f27714b8ce90355da84603e7b21fcd68953a70d40e6bf811";

  private final Pseudonyms pseudonyms = new Pseudonyms(KeyText.parsed(KEY, "test"));

  /** {@code printf 'merchant:toko-1' | openssl dgst -sha256 -mac HMAC -macopt hexkey:KEY}. */
  @Test
  void aPseudonymIsTheFirst130BitsOfAnHmacInBase32AsAnotherProgramComputesIt() {
    String hmac = "bcf27764d97b2be2333c2e5cc007769e8531be35e5223ad487f616e1bdf8cca6";
    String bits = new BigInteger("1" + hmac, 16).toString(2).substring(1, 131);
    StringBuilder letters = new StringBuilder("m-");
    for (int at = 0; at < bits.length(); at += 5) {
      letters.append(
          "abcdefghijklmnopqrstuvwxyz234567".charAt(Integer.parseInt(bits, at, at + 5, 2)));
    }

    assertThat(pseudonyms.of(Subject.MERCHANT, "toko-1")).isEqualTo(letters.toString());
  }

  @Test
  void theSameTextAsMerchantAndAsAuthorDoesNotLink() {
    String merchant = pseudonyms.of(Subject.MERCHANT, "sari");
    String author = pseudonyms.of(Subject.AUTHOR, "sari");

    assertThat(merchant).matches("m-[a-z2-7]{26}");
    assertThat(author).matches("a-[a-z2-7]{26}");
    assertThat(merchant.substring(2)).isNotEqualTo(author.substring(2));
  }

  @Test
  void theTabsThatExportsAddDoNotMakeAnotherMerchant() {
    assertThat(pseudonyms.of(Subject.MERCHANT, " 0123\t"))
        .isEqualTo(pseudonyms.of(Subject.MERCHANT, "0123"))
        .isNotEqualTo(pseudonyms.of(Subject.MERCHANT, "123"));
  }

  @Test
  void aMissingIdentifierIsStillMissing() {
    assertThat(pseudonyms.of(Subject.MERCHANT, " \t")).isEmpty();
  }

  @Test
  void differentMerchantsHaveDifferentPseudonymsAndAnotherKeyGivesOthers() {
    Pseudonyms others = new Pseudonyms(PseudonymKey.random());
    Set<String> all = new HashSet<>();
    for (int merchant = 0; merchant < 1000; merchant++) {
      all.add(pseudonyms.of(Subject.MERCHANT, String.valueOf(merchant)));
      all.add(others.of(Subject.MERCHANT, String.valueOf(merchant)));
    }
    assertThat(all).hasSize(2000);
  }

  @Test
  void noTextOfTheObjectsHoldsTheKeyAndTheyWorkElsewhereToo() throws Exception {
    PseudonymKey key = KeyText.parsed(KEY, "test");

    assertThat(key + " " + pseudonyms).doesNotContain(KEY, key.text());
    assertThat(key.fingerprint()).matches("[0-9a-f]{16}");
    assertThat(KEY + key.text()).doesNotContain(key.fingerprint());
    assertThat(copied(pseudonyms).of(Subject.AUTHOR, "sari"))
        .isEqualTo(pseudonyms.of(Subject.AUTHOR, "sari"));
  }

  @Test
  void aKeyIsTheSameInHexadecimalAndInBothKindsOfBase64() {
    byte[] material = HexFormat.of().parseHex(KEY);
    String standard = java.util.Base64.getEncoder().encodeToString(material);
    String fingerprint = KeyText.parsed(KEY, "test").fingerprint();

    assertThat(KeyText.parsed(standard + "\n", "test").fingerprint()).isEqualTo(fingerprint);
    assertThat(KeyText.parsed(new PseudonymKey(material).text(), "test").fingerprint())
        .isEqualTo(fingerprint);
  }

  private static Pseudonyms copied(Pseudonyms pseudonyms)
      throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(pseudonyms);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (Pseudonyms) in.readObject();
    }
  }
}
