package id.dampak.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the classifiers of a lake lie: one a study, so that none scores with what another has
 * learnt from other texts or on another day, and one of {@code dampak train} for all without.
 *
 * @param root folder of all of them
 */
public record ModelFolder(Path root) {

  /** The models of the lake in a folder. */
  public static ModelFolder of(Path lake) {
    return new ModelFolder(lake.resolve("models"));
  }

  /** The model that a study trains; it need not be there. */
  public Path trainedBy(String study) {
    return studies().resolve(study).resolve(TextModelFile.NAME);
  }

  /** The model that {@code dampak train} writes; it need not be there. */
  public Path shared() {
    return root.resolve(TextModelFile.NAME);
  }

  /** The models that are there for a study, the one to score with first. */
  public List<Path> usableBy(String study) {
    return Stream.of(trainedBy(study), shared()).filter(Files::exists).toList();
  }

  /** The model for a study that has a certain content. */
  public Optional<Path> usableBy(String study, String modelId) {
    return usableBy(study).stream()
        .filter(file -> TextModelFile.read(file).id().equals(modelId))
        .findFirst();
  }

  /** The studies that have trained a model, by name. */
  public List<String> studiesWithOne() {
    if (!Files.isDirectory(studies())) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(studies())) {
      return folders
          .map(folder -> String.valueOf(folder.getFileName()))
          .filter(study -> Files.exists(trainedBy(study)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Apart from what {@code dampak train} writes, which replaces folders of its own. */
  private Path studies() {
    return root.resolve("studies");
  }
}
