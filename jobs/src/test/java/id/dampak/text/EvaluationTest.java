package id.dampak.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dampak.error.DampakException;
import id.dampak.text.Evaluation.Scored;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvaluationTest {
  private static final List<Scored> SCORED =
      List.of(
          new Scored("ayo bakar kantornya", true, List.of("calls"), 0.8),
          new Scored("nanti malam, bawa korek", true, List.of("calls"), 0.4),
          new Scored("kantor itu dibakar massa", false, List.of("news"), 0.1));

  @Test
  void theBaselineIsMeasuredBesideOnTheSameTexts() {
    List<Metric> metrics = Evaluation.beside("m", 0.5, "set", SCORED);
    assertThat(metrics)
        .contains(
            new Metric("m", "set", "all", Measure.RECALL, OptionalDouble.of(0.5), 3),
            new Metric(RegexBaseline.ID, "set", "all", Measure.RECALL, OptionalDouble.of(0.5), 3),
            new Metric("m", "set", "calls", Measure.ACCURACY, OptionalDouble.of(0.5), 2),
            new Metric("m", "set", "news", Measure.RECALL, OptionalDouble.empty(), 1));
  }

  @Test
  void theBaselineHearsACommandButNotAReport() {
    assertThat(RegexBaseline.score("B4kar aja gedungnya")).isEqualTo(1);
    assertThat(RegexBaseline.score("gedung itu dibakar, mereka membakarnya")).isEqualTo(0);
    assertThat(RegexBaseline.score("")).isEqualTo(0);
  }

  @Test
  void aTextThatWasLearntFromIsNotUnseenHoweverItIsSpelt() {
    LabelledText fresh = new LabelledText("bakar ikan", false, List.of());
    LabelledText learnt = new LabelledText("B4KAR kantornya", true, List.of());
    assertThat(new Unseen(Stream.of("bakar kantornya")).among(List.of(learnt, fresh)))
        .containsExactly(fresh);
  }

  @Test
  void labelledTextsAreReadByTheColumnsNamed(@TempDir Path folder) throws Exception {
    Path file =
        Files.writeString(folder.resolve("t.csv"), "kind,words,mark\na,halo kak,0\nb,\"x, y\",4\n");
    assertThat(new LabelledTexts("words", "mark", 4, Optional.of("kind")).read(file))
        .containsExactly(
            new LabelledText("halo kak", false, List.of("a")),
            new LabelledText("x, y", true, List.of("b")));
    assertThatThrownBy(() -> new LabelledTexts("text", "mark", 4, Optional.empty()).read(file))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("kind, words, mark");
    assertThatThrownBy(() -> new LabelledTexts("words", "kind", 4, Optional.empty()).read(file))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("line 2");
  }
}
