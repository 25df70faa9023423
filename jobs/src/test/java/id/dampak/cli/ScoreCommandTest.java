package id.dampak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.dampak.text.ModelFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class ScoreCommandTest {
  private static final String MODEL =
      """
      dampak-text-model\t1
      intercept\t-1.0
      calibration\t1.0\t0.0
      thresholds\t0.9\t0.6\t0.4
      WORD\tbakar\t1.0\t3.0
      """;

  @TempDir Path folder = Path.of(".");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeModel() throws Exception {
    try (GZIPOutputStream file =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("m.tsv.gz")))) {
      file.write(MODEL.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void oneTextIsScoredAndTakenApart() throws Exception {
    assertThat(score("--text", "bakar", "--explain", "--format", "json")).isZero();
    JsonNode line = new ObjectMapper().readTree(out.toString());
    assertThat(line.get("score").asDouble()).isEqualTo(1 / (1 + Math.exp(-2.0)));
    assertThat(line.get("logit").asDouble()).isEqualTo(2.0);
    assertThat(line.get("intercept").asDouble()).isEqualTo(-1.0);
    assertThat(line.get("parts").get(0).get("contribution").asDouble()).isEqualTo(3.0);
  }

  @Test
  void theTableSaysWhatToLookAt() {
    assertThat(score("--text", "bakar", "--explain")).isZero();
    assertThat(out.toString()).contains("0.881  yes", "+3.000", "= logit of the score 0.881");
  }

  @Test
  void aFileIsScoredTextByText() throws Exception {
    Path csv = Files.writeString(folder.resolve("t.csv"), "id,text\n1,bakar\n2,halo\n");
    assertThat(score(csv.toString())).isZero();
    assertThat(out.toString()).contains("0.881  yes", "0.269  no");
  }

  @Test
  void withoutAModelItSaysHowToTrainOne() {
    assertThat(run("--text", "x", "--lake", folder.resolve("none").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("dampak train");
  }

  @Test
  void theOnlyStudyOfALakeLendsItsModel() throws Exception {
    Path lake = folder.resolve("lake");
    train(ModelFolder.of(lake).trainedBy("orders"));
    train(ModelFolder.of(lake).trainedBy("orders@2025-09-01"));
    assertThat(run("--text", "bakar", "--lake", lake.toString())).isZero();
    assertThat(out.toString()).contains("0.881  yes");
  }

  @Test
  void amongTheModelsOfSeveralStudiesItDoesNotChoose() throws Exception {
    Path lake = folder.resolve("lake");
    train(ModelFolder.of(lake).trainedBy("orders"));
    train(ModelFolder.of(lake).trainedBy("payments"));
    assertThat(run("--text", "bakar", "--lake", lake.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("orders, payments", "--model " + lake, "dampak train");
    train(ModelFolder.of(lake).shared());
    assertThat(run("--text", "bakar", "--lake", lake.toString())).isZero();
  }

  private void train(Path model) throws IOException {
    Files.createDirectories(model.resolveSibling("."));
    Files.copy(folder.resolve("m.tsv.gz"), model);
  }

  @Test
  void textAndFileTogetherAreTheUsersError() {
    assertThat(score("--text", "x", "y.txt")).isEqualTo(2);
    assertThat(score()).isEqualTo(2);
  }

  private int score(String... arguments) {
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--model";
    all[arguments.length + 1] = folder.resolve("m.tsv.gz").toString();
    return run(all);
  }

  private int run(String... arguments) {
    CommandLine line = new CommandLine(new ScoreCommand());
    line.setExecutionExceptionHandler(Failures::failed);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }
}
