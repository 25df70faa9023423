package id.dampak.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.dampak.StudyText;
import id.dampak.error.DampakException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Study files that ask too much of their reader, or whose names would lead elsewhere. */
class BoundsTest {
  @TempDir Path folder;

  @Test
  void blocksThatMultiplyByAliasesAreRefusedAtTheLineThatGoesTooFar() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int level = 1; level < 9; level++) {
      String below = "*a" + (level - 1);
      bomb.append("a%d: &a%d [%s]\n".formatted(level, level, (below + ", ").repeat(9)));
    }
    // Nine aliases in line 2, so that the second in line 3 is one too many.
    refused(bomb.toString(), "line 3: too many aliases of blocks", "10 times");
  }

  @Test
  void tenThousandBracketsAreRefusedBeforeTheStackIsFull() throws IOException {
    refused("study: " + "[".repeat(10_000) + "]".repeat(10_000), "line 1", "nested too deep");
    refused("a:\n" + "- ".repeat(10_000) + "x\n", "line 2", "nested too deep");
    refused("{a: ".repeat(10_000), "line 1", "nested too deep");
  }

  @Test
  void aGigabyteIsRefusedWithoutReadingIt() throws IOException {
    Path file = folder.resolve("huge.yaml");
    try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
      huge.setLength(1L << 30);
    }
    assertThatThrownBy(() -> StudyFile.read(file))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("1,073,741,824 bytes");
  }

  @Test
  void aNulCharacterIsNoYaml() throws IOException {
    refused("study: a\0b\n", "line 1", "not valid YAML");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../etc",
        "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggggg",
        "a/b",
        "x'; DROP TABLE gold.estimate; --",
        "`x`",
        "\"a\\nb\"",
        "Upper"
      })
  void identifiersThatBecomeFoldersHaveLettersDigitsAndHyphensOnly(String id) {
    String quoted = id.startsWith("\"") ? id : "\"" + id + "\"";
    for (String key : new String[] {"study", "dataset"}) {
      assertThatThrownBy(() -> StudyText.daily().with(key, quoted).read())
          .isInstanceOf(DampakException.class)
          .hasMessageContaining("\"" + key + "\" cannot be")
          .hasMessageContaining("at most 64 lower-case letters, digits and hyphens");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../orders", "or'ders", "or`ders", "a;b", "\"a\\nb\"", "\"a\\e[31mb\"", "a=b"})
  void namesOfInputsHaveLettersDigitsHyphensAndUnderscoresOnly(String name) {
    String quoted = name.startsWith("\"") ? name : "\"" + name + "\"";
    String inputs = "{" + quoted + ": {table: transaction, format: csv, files: []}}";
    assertThatThrownBy(() -> StudyText.daily().with("inputs", inputs).read())
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("at most 64 letters, digits, hyphens and underscores");
  }

  private void refused(String text, String... says) throws IOException {
    Path file = Files.writeString(folder.resolve("study.yaml"), text);
    DampakException refusal =
        catchThrowableOfType(DampakException.class, () -> StudyFile.read(file));
    assertThat(refusal).isNotNull();
    assertThat(refusal.getMessage()).contains(says).contains(file.toString());
  }
}
