package id.dampak.lake;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.error.DampakException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;

/** What is told apart from a bug, by what Spark, Hadoop and the system throw. */
class DamageTest {
  private static final String LAKE = "/srv/my lake";

  @Test
  void aFileOfATableThatSparkCannotReadNamesTheTable() {
    DampakException damage = known(unreadable("file:" + LAKE + "/gold/panel/part-0.parquet", null));
    assertThat(damage.problem())
        .isEqualTo("The table gold.panel of the lake " + LAKE + " is damaged.");
    assertThat(damage.reason())
        .isEqualTo("The file " + LAKE + "/gold/panel/part-0.parquet is not what was once written.");
    assertThat(damage.remedy()).contains("folder " + LAKE + "/gold/panel", "--rebuild");
    assertThat(damage.kind().exitCode()).isEqualTo(2);
  }

  @Test
  void aSpaceMayBeWrittenAsInAnAddress() {
    assertThat(
            known(unreadable("file:///srv/my%20lake/bronze/content/part-0.parquet", null))
                .problem())
        .isEqualTo("The table bronze.content of the lake " + LAKE + " is damaged.");
  }

  @Test
  void aFileThatIsNotThereIsSaidToBeSo() {
    Throwable cause = new FileNotFoundException("File does not exist");
    assertThat(known(unreadable("file:" + LAKE + "/ops/run/part-0.parquet", cause)).reason())
        .endsWith("part-0.parquet is not there.");
  }

  @Test
  void aChecksumOfHadoopNamesTheFileInItsMessage() {
    String message =
        "Checksum error: file:" + LAKE + "/silver/merchant/_delta_log/1.json at 512 exp: 1 got: 2";
    assertThat(known(new ChecksumException(message, 512)).problem())
        .startsWith("The table silver.merchant of the lake " + LAKE);
  }

  @Test
  void aFileOfNoTableIsAnInput() {
    assertThat(known(unreadable("file:/data/orders.parquet", null)).problem())
        .isEqualTo("The file /data/orders.parquet cannot be read.");
  }

  @Test
  void aFullDiskIsFoundAmongTheCausesAndWhatWasSuppressed() {
    IOException full = new IOException("No space left on device");
    RuntimeException failure = new IllegalStateException("Job aborted", new RuntimeException(full));
    assertThat(known(failure).problem()).isEqualTo("The disk is full.");
    RuntimeException other = new IllegalStateException("another");
    other.addSuppressed(full);
    assertThat(known(other).problem()).isEqualTo("The disk is full.");
    assertThat(known(new IOException("x (Read-only file system)")).problem())
        .isEqualTo("The disk cannot be written.");
  }

  @Test
  void anythingElseIsABug() {
    assertThat(Damage.in(new IllegalStateException("/gold/panel/part-0.parquet"))).isEmpty();
    assertThat(Damage.in(new FileNotFoundException("/gold/panel/part-0.parquet"))).isEmpty();
    Throwable one = new IllegalStateException("one");
    Throwable other = new IllegalStateException("other", one);
    one.initCause(other);
    assertThat(Damage.in(one)).as("causes in a circle").isEmpty();
  }

  private static DampakException known(Throwable failure) {
    return Damage.in(failure).orElseThrow();
  }

  private static SparkException unreadable(
      String path, @org.jspecify.annotations.Nullable Throwable cause) {
    return new SparkException(
        "FAILED_READ_FILE.NO_HINT",
        scala.collection.immutable.Map.from(
            scala.jdk.javaapi.CollectionConverters.asScala(Map.of("path", path))),
        cause);
  }
}
