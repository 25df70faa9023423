package id.dampak.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputsTest {
  @TempDir Path folder;

  @Test
  void filesOfTheCommandLineReplaceThoseOfTheStudy() {
    Study study = study();

    Study moved = Inputs.overridden(study, List.of("orders=/data/a.csv", "orders=/data/b=c.csv"));

    assertThat(moved.inputs().get(0).files())
        .containsExactly(Path.of("/data/a.csv"), Path.of("/data/b=c.csv"));
    assertThat(moved).isEqualTo(study.withInputs(moved.inputs()));
  }

  @Test
  void aRelativePathIsRelativeToWhereTheCommandRuns() {
    assertThat(Inputs.overridden(study(), List.of("orders=data/../a.csv")).inputs().get(0).files())
        .containsExactly(Path.of("a.csv").toAbsolutePath());
  }

  @Test
  void withoutOverridesNothingChanges() {
    assertThat(Inputs.overridden(study(), List.of())).isEqualTo(study());
  }

  @Test
  void anInputThatTheStudyLacksIsRefusedWithThoseItHas() {
    assertThatThrownBy(() -> Inputs.overridden(study(), List.of("order=a.csv")))
        .hasMessageContaining("no input \"order\"")
        .hasMessageContaining("orders");
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders", "=a.csv", "orders=", ""})
  void whatIsNotNameAndPathIsRefused(String override) {
    assertThatThrownBy(() -> Inputs.overridden(study(), List.of(override)))
        .hasMessageContaining("Cannot read --input \"" + override + "\"")
        .hasMessageContaining("NAME=PATH");
  }

  private Study study() {
    return StudyExample.read(folder, StudyExample.TEXT);
  }
}
