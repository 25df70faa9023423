package id.dampak.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.dampak.error.DampakException;
import id.dampak.text.TextModel.Weight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TextModelTest {
  private static final TextModel MODEL =
      new TextModel(
          -1,
          new Platt(2, 0.5),
          new Thresholds(0.9, 0.6, 0.4),
          Map.of(
              Block.WORD,
              Map.of("bakar", new Weight(3, 2), "kantor", new Weight(4, -1)),
              Block.CHARACTER,
              Map.of("ak", new Weight(1, 0.5))));

  @Test
  void theMarginIsTheSumOverBlocksOfWeightsOnFeaturesScaledToLengthOne() {
    // Words: length √(9+16) = 5, so 2·3/5 − 1·4/5 = 0.4. Characters: 0.5·1/1.
    assertThat(MODEL.margin("Bakar kantor!")).isCloseTo(-1 + 0.4 + 0.5, within(1e-15));
    assertThat(MODEL.score("Bakar kantor!"))
        .isCloseTo(1 / (1 + Math.exp(-(2 * -0.1 + 0.5))), within(1e-15));
  }

  @Test
  void aTextWithoutKnownFeaturesScoresTheIntercept() {
    double intercept = 1 / (1 + Math.exp(-(2 * -1 + 0.5)));
    for (String text : List.of("", "\ud83d", "привет", "?".repeat(1_000_000))) {
      assertThat(MODEL.score(text)).isCloseTo(intercept, within(1e-15));
    }
  }

  @Test
  void partsOfAnExplanationSumToTheLogitAndCreditRunsOfCharactersToTheirWords() {
    Explanation explanation = MODEL.explain("bakar anak");
    // "ak" occurs in both words: each gets half of 2·0.5; "bakar" alone has word length 3.
    assertThat(explanation.parts())
        .containsExactly(
            new Explanation.Part("bakar", 2 * 2 + 0.5), new Explanation.Part("anak", 0.5));
    double sum = explanation.parts().stream().mapToDouble(Explanation.Part::contribution).sum();
    assertThat(explanation.intercept() + sum).isCloseTo(explanation.logit(), within(1e-12));
    assertThat(explanation.score()).isCloseTo(MODEL.score("bakar anak"), within(1e-12));
  }

  @Test
  void whatIsWrittenIsReadAgainWithTheSameId(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("models").resolve("m.tsv.gz");
    TextModelFile.write(MODEL, file);
    TextModel read = TextModelFile.read(file);
    assertThat(read.id()).isEqualTo(MODEL.id()).hasSize(16);
    assertThat(read.thresholds()).isEqualTo(MODEL.thresholds());
    assertThat(read.score("bakar kantor")).isEqualTo(MODEL.score("bakar kantor"));
  }

  @Test
  void aMissingOrDamagedModelIsTheUsersError(@TempDir Path folder) throws Exception {
    Path damaged = Files.writeString(folder.resolve("damaged.tsv.gz"), "not gzip");
    for (Path file : List.of(folder.resolve("absent.tsv.gz"), damaged)) {
      assertThatThrownBy(() -> TextModelFile.read(file))
          .isInstanceOf(DampakException.class)
          .hasMessageContaining("dampak train");
    }
  }
}
