package id.dampak.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.dampak.error.DampakException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {
  @TempDir Path folder;

  @Test
  void aNewKeyIsReadableByItsOwnerOnlyAndIsReadBackAsItWas() throws IOException {
    Path file = folder.resolve("market.key");
    PseudonymKey made = KeyFile.create(file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(KeyFile.read(file).fingerprint()).isEqualTo(made.fingerprint());
    assertThat(Base64.getUrlDecoder().decode(Files.readString(file).strip())).hasSize(32);
  }

  @Test
  void twoNewKeysDiffer() {
    assertThat(KeyFile.create(folder.resolve("one")).fingerprint())
        .isNotEqualTo(KeyFile.create(folder.resolve("other")).fingerprint());
  }

  @Test
  void aFileThatIsThereIsNotOverwritten() throws IOException {
    Path file = Files.writeString(folder.resolve("market.key"), "precious");

    DampakException refusal =
        catchThrowableOfType(DampakException.class, () -> KeyFile.create(file));

    assertThat(refusal.problem()).contains("is there already");
    assertThat(file).hasContent("precious");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "r-----r--", "rw-rw-rw-"})
  void aKeyThatOthersCanGetAtIsRefusedAndNotQuoted(String permissions) throws IOException {
    Path file = folder.resolve("market.key");
    KeyFile.create(file);
    String key = Files.readString(file).strip();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

    DampakException refusal = catchThrowableOfType(DampakException.class, () -> KeyFile.read(file));

    assertThat(refusal.kind().exitCode()).isEqualTo(2);
    assertThat(refusal.problem()).contains("is not secret");
    assertThat(refusal.reason()).contains(permissions);
    assertThat(refusal.remedy()).contains("chmod 600 " + file);
    assertThat(refusal).message().doesNotContain(key);
  }

  @ParameterizedTest
  @CsvSource({
    "31 random bytes, 3b9f27c4d1e85a60f27714b8ce90355da84603e7b21fcd68953a70d40e6bf8, stands for 31"
        + " bytes",
    "one byte again and again, abababababababababababababababababababababababababababababababab,"
        + " few different bytes",
    "a short key twice, 3b9f27c4d1e85a60f27714b8ce90355d3b9f27c4d1e85a60f27714b8ce90355d, repeats a"
        + " shorter key",
    "counting, 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f, count up or down",
    "counting down by three, fffcf9f6f3f0edeae7e4e1dedbd8d5d2cfccc9c6c3c0bdbab7b4b1aeaba8a5a2,"
        + " count up or down",
    "no key, 'correct horse battery staple correct horse battery staple', neither base64 nor hex",
  })
  void aWeakKeyIsRefusedWithTheReasonAndWithoutTheKey(String name, String text, String reason)
      throws IOException {
    DampakException refusal =
        catchThrowableOfType(DampakException.class, () -> KeyFile.read(withText(text)));

    assertThat(refusal.kind().exitCode()).isEqualTo(2);
    assertThat(refusal.reason()).as(name).containsIgnoringCase(reason);
    assertThat(refusal.remedy()).contains("dampak key new FILE");
    assertThat(refusal).message().doesNotContain(text.substring(0, 16));
    assertThat(refusal.getCause()).isNull();
  }

  @Test
  void aSentenceInBase64IsNoKey() throws IOException {
    String text =
        Base64.getEncoder()
            .encodeToString(
                "the quick brown fox jumps over the lazy dog".getBytes(StandardCharsets.UTF_8));

    DampakException refusal =
        catchThrowableOfType(DampakException.class, () -> KeyFile.read(withText(text)));

    assertThat(refusal.reason()).contains("stands for a text");
  }

  @Test
  void aKeyThatIsNotThereOrIsAFolderIsRefused() {
    assertThat(
            catchThrowableOfType(
                    DampakException.class, () -> KeyFile.read(folder.resolve("absent")))
                .reason())
        .contains("There is no such file");
    assertThat(catchThrowableOfType(DampakException.class, () -> KeyFile.read(folder)).reason())
        .contains("It is no file");
  }

  @Test
  void theCommandLineGoesBeforeTheFileVariableAndThatBeforeTheKeyVariable() throws IOException {
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    String first = KeyFile.create(one).fingerprint();
    String second = KeyFile.create(two).fingerprint();
    String third = "3b9f27c4d1e85a60f27714b8ce90355da84603e7b21fcd68953a70d40e6bf811";
    Map<String, String> both =
        Map.of(KeyFile.FILE_VARIABLE, two.toString(), KeyFile.KEY_VARIABLE, third);

    assertThat(fingerprint(Optional.of(one), both)).isEqualTo(first);
    assertThat(fingerprint(Optional.empty(), both)).isEqualTo(second);
    assertThat(fingerprint(Optional.empty(), Map.of(KeyFile.KEY_VARIABLE, third)))
        .isEqualTo(new PseudonymKey(HexFormat.of().parseHex(third)).fingerprint());
    assertThat(KeyFile.find(Optional.empty(), Map.of(KeyFile.KEY_VARIABLE, " "))).isEmpty();
  }

  private static String fingerprint(Optional<Path> named, Map<String, String> environment) {
    return KeyFile.find(named, environment).orElseThrow().fingerprint();
  }

  private Path withText(String text) throws IOException {
    Path file = folder.resolve("some.key");
    PrivateFiles.create(file);
    return Files.writeString(file, text);
  }
}
