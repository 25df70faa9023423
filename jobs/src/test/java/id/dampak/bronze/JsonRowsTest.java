package id.dampak.bronze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dampak.error.DampakException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRowsTest {
  @TempDir Path folder;

  @Test
  void nestedObjectsAreFlatListsAreJsonAndNumbersKeepTheirText() throws IOException {
    assertThat(
            rows(
                "{\"id\":1.50,\"big\":123456789012345678901,\"yes\":true,\"none\":null,"
                    + "\"outage\":{\"cause\":{\"code\":\"X\"}},"
                    + "\"list\":[1,\"a \\\"b\\\"\",{\"c\":[],\"d\":null},[2.0]]}\n{}\n"))
        .extracting(LandedRow::fields)
        .containsExactly(
            Map.of(
                "id", "1.50",
                "big", "123456789012345678901",
                "yes", "true",
                "none", "",
                "outage.cause.code", "X",
                "list", "[1,\"a \\\"b\\\"\",{\"c\":[],\"d\":null},[2.0]]"),
            Map.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1}\n{\"a\":2}\n",
        "\uFEFF{\"a\":1}\r\n\r\n{\"a\":2}",
        "[{\"a\":1},{\"a\":2}]",
        "{\n\"a\":1\n}\n{\n\"a\":2\n}",
        "{\"success\":true,\"result\":{\"other\":[{\"a\":9}],\n\"annotations\":[{\"a\":1},{\"a\":2}]}}"
      })
  void rowsAreFoundInLinesListsAndAnswersOfServices(String text) throws IOException {
    assertThat(rows(text))
        .extracting(row -> row.number() + ":" + row.fields().get("a"))
        .containsExactly("1:1", "2:2");
  }

  @Test
  void oneObjectIsOneRowUnlessItsListIsAskedFor() throws IOException {
    Path path = file("{\"a\":1,\n\"b\":[{\"a\":2}]}");
    assertThat(read(path, Optional.empty())).hasSize(1);
    assertThatThrownBy(() -> read(path, Optional.of("annotations")))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("has no list \"annotations\"");
  }

  @Test
  void aBadLineLandsWithItsReasonAndTheNextOnesSurvive() throws IOException {
    List<LandedRow> rows =
        rows(
            """
            {"a":1}
            {"a":2,"b":"Budi
            7
            {"a":3} {"a":4}
            {"a":5,"a":6}
            {"a":"x\\u0000"}
            {"a":7}
            """);
    assertThat(rows)
        .extracting(row -> row.defect().orElse(""))
        .containsExactly(
            "",
            "the line is no valid JSON from character 17",
            "the line is no JSON object",
            "the line goes on behind its object",
            "the column a is there twice",
            "the column a holds a NUL character",
            "");
    // What came before the fault is kept, and nothing of what could not be read.
    assertThat(rows.get(1).fields()).isEqualTo(Map.of("a", "2"));
    assertThat(rows.get(6).number()).isEqualTo(7);
  }

  @Test
  void bytesThatAreNoTextAreADefectOfTheirRow() throws IOException {
    Path path = folder.resolve("a.json");
    byte[] text =
        "{\"a\":\"caf?\"}\n{\"a\":\"b\"}\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    text[9] = (byte) 0xE9; // é in Windows-1252
    Files.write(path, text);
    assertThat(read(path, Optional.empty()))
        .extracting(row -> row.fields().get("a") + row.defect().orElse(""))
        .containsExactly(
            "caf\uFFFDthe column a holds bytes that are not of the file's encoding", "b");
  }

  @Test
  void aDocumentWithAFaultIsRefusedByItsPlace() throws IOException {
    refused("[{\"a\":1},\n{\"a\":}]", "Row 2 of ", "no valid JSON from line 2, character 6");
    refused("[{\"a\":1},\n{\"a\":2}", "Row 2 of ", "no valid JSON from line 2");
    refused("", "is empty");
  }

  @Test
  void columnsAreThoseOfAllRows() throws IOException {
    Path path = file("{\"a\":1}\n{\"b\":2}\n{\"a\":3,\"c\":{\"d\":4}}\n");
    try (RowReader rows = JsonRows.any(source(path), Optional.empty())) {
      assertThat(rows.columns()).containsExactly("a", "b", "c.d");
      assertThat(rows.next().fields()).isEqualTo(Map.of("a", "1"));
    }
  }

  private void refused(String text, String... says) throws IOException {
    Path path = file(text);
    assertThatThrownBy(() -> read(path, Optional.empty()))
        .isInstanceOf(DampakException.class)
        .satisfies(refusal -> assertThat(refusal.getMessage()).contains(says));
  }

  private List<LandedRow> rows(String text) throws IOException {
    boolean named = text.contains("annotations");
    return read(file(text), named ? Optional.of("annotations") : Optional.empty());
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("a.json"), text);
  }

  private static SourceFile source(Path path) {
    return new SourceFile("orders", path.toString(), "0");
  }

  static List<LandedRow> read(Path path, Optional<String> list) {
    try (RowReader rows = JsonRows.any(source(path), list)) {
      List<LandedRow> all = new ArrayList<>();
      rows.forEachRemaining(all::add);
      return all;
    }
  }
}
