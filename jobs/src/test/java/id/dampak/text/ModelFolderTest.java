package id.dampak.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {
  @TempDir Path lake;

  @Test
  void aStudyScoresWithItsOwnModelAndElseWithTheOneForAll() throws IOException {
    ModelFolder models = ModelFolder.of(lake);
    assertThat(models.usableBy("here")).isEmpty();
    assertThat(models.studiesWithOne()).isEmpty();

    TextModelFile.write(model(1), models.shared());
    TextModelFile.write(model(2), models.trainedBy("here"));

    assertThat(models.usableBy("here")).containsExactly(models.trainedBy("here"), models.shared());
    assertThat(models.usableBy("there")).containsExactly(models.shared());
    assertThat(models.studiesWithOne()).containsExactly("here");
  }

  @Test
  void theModelOfAPastRunIsFoundByItsContent() throws IOException {
    ModelFolder models = ModelFolder.of(lake);
    TextModelFile.write(model(1), models.shared());
    TextModelFile.write(model(2), models.trainedBy("here"));

    assertThat(models.usableBy("here", model(1).id())).contains(models.shared());
    assertThat(models.usableBy("here", model(2).id())).contains(models.trainedBy("here"));
    assertThat(models.usableBy("there", model(2).id())).isEmpty();
  }

  private static TextModel model(double intercept) {
    return new TextModel(intercept, new Platt(1, 0), new Thresholds(0.9, 0.6, 0.4), Map.of());
  }
}
