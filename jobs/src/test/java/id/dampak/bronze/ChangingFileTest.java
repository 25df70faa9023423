package id.dampak.bronze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dampak.SharedSpark;
import id.dampak.StudyText;
import id.dampak.study.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that somebody writes to between the look at it and the end of its reading. */
@Tag("spark")
class ChangingFileTest {
  @TempDir Path folder;

  @Test
  void rowsOfOtherBytesThanThoseThatTheyAreKnownByDoNotLand() throws IOException {
    Path file = Files.writeString(folder.resolve("orders.csv"), "a\n1\n");
    Dataset<Row> rows = landing(file);
    assertThat(rows.count()).isEqualTo(1);
    Files.writeString(file, "2\n", StandardOpenOption.APPEND);
    assertThatThrownBy(rows::count)
        .hasStackTraceContaining("The input \"orders\" changed while it was read")
        .hasStackTraceContaining(file + " had another SHA-256");
  }

  private static Dataset<Row> landing(Path file) {
    Input input = StudyText.daily().read().inputs().get(0).withFiles(List.of(file));
    return new Landing(SharedSpark.session(), "market", Instant.EPOCH, Optional.empty())
        .rows(input, SourceFile.expand("orders", List.of(file)));
  }
}
