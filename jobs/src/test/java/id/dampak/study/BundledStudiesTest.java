package id.dampak.study;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundledStudiesTest {

  @Test
  void everyStudyInTheRepositoryCanBeRead() throws IOException {
    try (Stream<Path> files = Files.list(Repository.path("jobs/studies"))) {
      List<Path> studies =
          files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();

      assertThat(studies).hasSizeGreaterThanOrEqualTo(4);
      assertThat(studies)
          .allSatisfy(
              file ->
                  assertThat(file.getFileName()).hasToString(StudyFile.read(file).id() + ".yaml"));
    }
  }
}
