package id.dampak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.Repository;
import id.dampak.StudyText;
import id.dampak.contract.Field;
import id.dampak.contract.Table;
import id.dampak.contract.Tables;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code dampak privacy} and {@code dampak key}, and a run without its key; none needs Spark. */
class PrivacyCommandTest {
  @TempDir Path folder;

  private record Outcome(int code, String out, String err) {}

  @Test
  void theRecordNamesEveryColumnOfEveryTable() {
    Path bundled = Repository.path("jobs/studies/tiktok-live-2025.yaml");
    String record = dampak("privacy", "--study=" + bundled).out();

    for (Table table : Tables.ALL) {
      assertThat(record).contains("### " + table.id() + "\n");
      for (Field field : table.fields()) {
        assertThat(record).contains("| " + field.name() + " | " + field.doc().replace("|", "\\|"));
      }
    }
    assertThat(record).contains("simulated: nobody is concerned", "[NV]", "Art. 34(2)");
  }

  @Test
  void theRecordSaysWhatIsDroppedAndWhatIsKeptUnderAPseudonym() {
    Path study =
        StudyText.daily()
            .with("origin", "real")
            .orders("columns: {merchant_id: shop}, personal: [Alamat], authors: [creator]")
            .write(folder.resolve("study.yaml"));

    String record =
        dampak("privacy", "--study=" + study, "--retention=24 months", "--controller=BPS").out();

    assertThat(record)
        .contains(
            "| orders | transaction | csv | Alamat, others by name | creator (author), shop"
                + " (merchant) |",
            "| Controller | BPS |",
            "texts (`bronze`, `silver`, and the tables of `gold` with an identifier) are kept: 24"
                + " months.",
            "| Legal basis | *(to be filled in)* |",
            "pseudonyms: HMAC-SHA256",
            "| merchant_id | Merchant, or other unit that sells | identifier");
  }

  @Test
  void everyBundledStudyHasARecord() {
    for (String name : new String[] {"shopee-orders", "stop-registry", "texas-harvey"}) {
      Outcome outcome =
          dampak("privacy", "--study=" + Repository.path("jobs/studies/" + name + ".yaml"));
      assertThat(outcome.code()).isZero();
      assertThat(outcome.out()).startsWith("# Record of processing: ");
    }
  }

  @Test
  void aKeyIsMadeOnceAndNeverPrinted() throws Exception {
    Path file = folder.resolve("market.key");
    Outcome made = dampak("key", "new", file.toString());
    String key = Files.readString(file).strip();
    String fingerprint = dampak("key", "fingerprint", file.toString()).out().strip();

    assertThat(made.code()).isZero();
    assertThat(made.out()).contains(fingerprint).doesNotContain(key);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(dampak("key", "new", file.toString()).code()).isEqualTo(2);
    assertThat(Files.readString(file).strip()).isEqualTo(key);
  }

  @Test
  void aRunWithPseudonymsAndWithoutAKeyStopsAndSaysHowToMakeOne() {
    Path study =
        StudyText.daily()
            .with("origin", "real")
            .orders("columns: {merchant_id: shop}")
            .write(folder.resolve("study.yaml"));
    Outcome outcome =
        dampak("run", "--study=" + study, "--lake=" + folder.resolve("lake"), "--input=orders=x");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("has no key for its pseudonyms", "dampak key new FILE", "--pseudonym-key FILE");
    assertThat(folder.resolve("lake")).doesNotExist();
  }

  @Test
  void aRunWithAnExposedKeyStopsWithoutQuotingIt() throws Exception {
    Path study =
        StudyText.daily()
            .with("origin", "real")
            .orders("columns: {merchant_id: shop}")
            .write(folder.resolve("study.yaml"));
    Path key = folder.resolve("market.key");
    dampak("key", "new", key.toString());
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    Outcome outcome = dampak("run", "--study=" + study, "--pseudonym-key=" + key);

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("is not secret", "chmod 600")
        .doesNotContain(Files.readString(key).strip());
  }

  private static Outcome dampak(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    int code = line.execute(arguments);
    return new Outcome(code, out.toString(), err.toString());
  }
}
