package id.dampak.study;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.Repository;
import id.dampak.StudyText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalStudyTest {
  @TempDir Path folder;

  static List<Path> bundled() throws IOException {
    try (Stream<Path> files = Files.list(Repository.path("jobs/studies"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void aStudyIsReadBackFromItsCanonicalFormWithoutItsFiles(Path file) {
    Study study = StudyFile.read(file);

    assertThat(study.canonical().study()).usingRecursiveComparison().isEqualTo(withoutFiles(study));
    assertThat(study.canonical().study().canonical()).isEqualTo(study.canonical());
  }

  @Test
  void everyKeyAndAnyCharacterSurvive() {
    Study study =
        StudyExample.read(
            folder,
            StudyExample.TEXT.replace(
                "title: An example",
                "title: \"Rp 1\\\\2 \\\"é\\\" \\x7f \\u2028 😀 \\t{a: [b], #c}\""));

    assertThat(study.title()).isEqualTo("Rp 1\\2 \"é\" \u007f \u2028 😀 \t{a: [b], #c}");
    assertThat(study.canonical().study()).usingRecursiveComparison().isEqualTo(withoutFiles(study));
  }

  @Test
  void valuesAreNamedByTheWayThatLeadsToThem() {
    String specification =
        "{name: %s, method: exposure_event_study, outcome: {scale: level}, leads: 4, lags: 5,"
            + " fixed_effects: [unit, period], clusters: [unit]}";
    Study study =
        StudyText.daily()
            .with(
                "specifications",
                "[" + specification.formatted("main") + ", " + specification.formatted("b") + "]")
            .read();

    assertThat(study.canonical().values())
        .containsEntry("seed", "1")
        .containsEntry("window.from", "2025-08-01")
        .containsEntry("suspensions.platforms", "[TikTok]")
        .containsEntry("inputs.orders.table", "transaction")
        .containsEntry("specifications", "[main, b]")
        .containsEntry("specifications[main].leads", "4")
        .containsEntry("specifications[b].outcome.scale", "level")
        .doesNotContainKey("inputs.orders.files");
  }

  private static Study withoutFiles(Study study) {
    return study.withInputs(
        study.inputs().stream().map(input -> input.withFiles(List.of())).sorted(BY_NAME).toList());
  }

  /** Keys are sorted in the canonical form, and the order of inputs means nothing. */
  private static final java.util.Comparator<Input> BY_NAME =
      java.util.Comparator.comparing(Input::name);
}
