package id.dampak.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.dampak.SharedSpark;
import id.dampak.SmallMarket;
import id.dampak.lake.Lake;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user can get wrong: a message that helps, exit code 2, and a lake as it was. */
@Tag("spark")
class BadInputTest {
  private static final String HEADER =
      "transaction_id,merchant_id,occurred_at,channel,amount,status,province";

  @TempDir Path folder;

  private record Outcome(int code, String err) {}

  @Test
  void aMissingFile() {
    refused(folder.resolve("nowhere.csv"), "The input \"orders\" cannot be read", "nowhere.csv");
  }

  @Test
  void aFolderWhereAFileShouldBe() {
    refused(folder, "is a folder", "--input orders=" + folder.resolve("*.csv"));
  }

  @Test
  void aMissingColumn() throws IOException {
    stopped(
        file(HEADER.replace("amount", "total"), "1,m0,2025-08-20,live,10,completed,"),
        "lacks the column \"amount\"",
        "total");
  }

  @Test
  void anEmptyFile() throws IOException {
    stopped(Files.createFile(folder.resolve("empty.csv")), "is empty", "Export it again");
  }

  @Test
  void aGzipFileThatIsCutOff() throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(whole)) {
      gzip.write((HEADER + "\n").getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 5_000; i++) {
        String row =
            i + ",m0,2025-08-20,live," + Math.floorMod(i * 7919, 104_729) + ",completed,\n";
        gzip.write(row.getBytes(StandardCharsets.UTF_8));
      }
    }
    byte[] half = Arrays.copyOf(whole.toByteArray(), whole.size() / 2);
    stopped(Files.write(folder.resolve("cut.csv.gz"), half), "cut off or damaged", "cut.csv.gz");
  }

  @Test
  void aGzipFileWithAWrongByte() throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(whole)) {
      gzip.write(
          (HEADER + "\n1,m0,2025-08-20,live,10,completed,\n").getBytes(StandardCharsets.UTF_8));
    }
    byte[] wrong = whole.toByteArray();
    wrong[wrong.length - 6] ^= 1; // in the checksum
    stopped(
        Files.write(folder.resolve("wrong.csv.gz"), wrong), "cut off or damaged", "wrong.csv.gz");
  }

  @Test
  void aHeaderThatNamesAColumnTwice() throws IOException {
    stopped(file(HEADER + ",amount", "1"), "names the column \"amount\" twice");
  }

  @Test
  void aQuoteThatGoesWrongInTheMiddle() throws IOException {
    stopped(
        file(
            HEADER,
            "1,m0,2025-08-20,live,10,completed,",
            "\"2\"3,m0,2025-08-20,live,10,completed,"),
        "cannot be read",
        "nothing of it has been kept");
  }

  @Test
  void anInputThatTheStudyDoesNotHave() {
    refused(List.of("--input", "sales=x.csv"), "no input \"sales\"", "registry, merchants, orders");
  }

  @Test
  void aStudyWithATypo() throws IOException {
    Path study = folder.resolve("typo.yaml");
    Files.writeString(
        study, Files.readString(SmallMarket.STUDY).replace("minimum_units:", "minimum_unit:"));
    int line = Files.readAllLines(study).indexOf("minimum_unit: 2") + 1;
    refused(
        run("run", "--study", study.toString(), "--lake", SmallMarket.LAKE.toString()),
        "line " + line,
        "unknown key \"minimum_unit\"",
        "Did you mean \"minimum_units\"?");
  }

  @Test
  void aJobThatThereIsNot() {
    refused(List.of("--only", "estimat"), "There is no job \"estimat\"", "build-panel");
  }

  @Test
  void aLakeWhereNoneCanBe() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    refused(
        run("run", "--study", SmallMarket.STUDY.toString(), "--lake", file.toString()),
        "The lake " + file + " cannot be written",
        file + " is no folder");
    refused(
        run("run", "--study", SmallMarket.STUDY.toString(), "--lake", file.resolve("x").toString()),
        "The lake " + file.resolve("x") + " cannot be written");
  }

  @Test
  void aLakeThatMayOnlyBeRead() throws IOException {
    Path lake = Files.createDirectory(folder.resolve("lake"));
    assumeTrue(lake.toFile().setWritable(false) && !Files.isWritable(lake), "root may write");
    refused(
        run("run", "--study", SmallMarket.STUDY.toString(), "--lake", lake.toString()),
        "The lake " + lake + " cannot be written",
        "a folder that you may not write to");
  }

  @Test
  void aStudyThatIsAFolder() {
    refused(run("run", "--study", folder.toString()), folder + ".", "It is a folder", "--study");
  }

  @Test
  void aStudyThatIsNotThere() {
    refused(run("run", "--study", "nowhere.yaml"), "Cannot open the study", "--study");
  }

  private void refused(Path orders, String... says) {
    refused(List.of("--input", "orders=" + orders), says);
  }

  private static void refused(List<String> flags, String... says) {
    unchanged(2, flags, says);
  }

  /** A file that was found and that nothing can be made of. */
  private void stopped(Path orders, String... says) {
    unchanged(3, List.of("--input", "orders=" + orders), says);
  }

  private static void unchanged(int code, List<String> flags, String... says) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                "--study",
                SmallMarket.STUDY.toString(),
                "--lake",
                SmallMarket.LAKE.toString()));
    arguments.addAll(flags);
    Lake lake = SmallMarket.lake(SmallMarket.LAKE);
    var before = lake.versions();
    Outcome outcome = run(arguments.toArray(String[]::new));
    ended(code, outcome, says);
    assertThat(lake.versions()).isEqualTo(before);
  }

  private static void refused(Outcome outcome, String... says) {
    ended(2, outcome, says);
  }

  private static void ended(int code, Outcome outcome, String... says) {
    assertThat(outcome.err()).contains(says).doesNotContain("\tat ");
    assertThat(outcome.code()).isEqualTo(code);
  }

  private Path file(String... lines) throws IOException {
    return Files.write(folder.resolve("orders.csv"), List.of(lines));
  }

  private static Outcome run(String... arguments) {
    assertThat(SharedSpark.session().sparkContext().isStopped()).isFalse();
    PrintStream usual = System.err;
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      return new Outcome(Main.run(arguments), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setErr(usual);
    }
  }
}
