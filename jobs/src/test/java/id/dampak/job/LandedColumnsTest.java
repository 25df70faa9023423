package id.dampak.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.dampak.SharedSpark;
import id.dampak.StudyText;
import id.dampak.bronze.FileColumns;
import id.dampak.error.DampakException;
import id.dampak.lake.Lake;
import id.dampak.privacy.Fate;
import id.dampak.privacy.PseudonymKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a lake remembers of columns, and what a run says of them. */
@Tag("spark")
class LandedColumnsTest {
  private static final Optional<PseudonymKey> KEY = Optional.of(PseudonymKey.random());
  private static final LandedFiles LANDED =
      new LandedFiles(
          List.of(new LandedFiles.File("orders", "hash", "a.csv", 1, Instant.EPOCH, Uses.NONE)));

  private static final FileColumns COLUMNS =
      new FileColumns("orders", Map.of("amount", Fate.KEPT), Map.of());

  @TempDir Path folder;

  @Test
  void merchantsThatTheStudyGivesInAnotherWayThanWhenFilesLandedAreRefused() throws IOException {
    RunContext melati = run("columns: {merchant_id: {constant: toko-melati}}");
    LandedColumns.in(melati).record(KEY, List.of(COLUMNS));

    LandedColumns.in(melati).requireSame(KEY, LANDED);
    assertThat(memory()).contains("given.orders=m-").doesNotContain("melati");
    assertThat(refusal(run("columns: {merchant_id: {constant: toko-mawar}}"), KEY))
        .contains("The input \"orders\" has landed otherwise", "constant", "--lake");
    assertThat(refusal(melati, Optional.empty())).contains("has landed otherwise");
  }

  @Test
  void aMemoryThatCannotBeReadIsCalledSo() throws IOException {
    Path memory = folder.resolve("lake/.columns/test-study.properties");
    Files.createDirectories(memory.getParent());
    Files.write(memory, new byte[] {(byte) 0xff, (byte) 0xfe, (byte) 0xff});

    assertThatThrownBy(() -> LandedColumns.in(run("delivery: snapshot")))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining(memory + " of the lake cannot be read");
  }

  @Test
  void aRunSaysWhatItDroppedAndWhichDeclaredColumnsAreInNoFile() {
    RunContext run = run("personal: [Surat, pelanggan], authors: [Speaker_ID, penyiar]");
    FileColumns columns =
        new FileColumns(
            "orders",
            Map.of(
                "speaker id", Fate.AUTHOR,
                "pelanggan.kode", Fate.DROPPED,
                "kiriman", Fate.DROPPED_WITH_PARTS,
                "_extra_3", Fate.DROPPED_UNNAMED),
            Map.of("kiriman", Set.of("phone")));

    DroppedColumns.note(run, List.of(columns));

    assertThat(run.drainNotes())
        .containsExactly(
            "orders: dropped, because names within them are personal: kiriman",
            "orders: dropped, because they have no name, and the source has personal columns:"
                + " _extra_3",
            "orders: declared as personal, and in no file; look whether the source renamed them:"
                + " Surat",
            "orders: declared as authors, and in no file; look whether the source renamed them:"
                + " penyiar");
  }

  private static String refusal(RunContext run, Optional<PseudonymKey> key) {
    return String.valueOf(
        catchThrowableOfType(
                DampakException.class, () -> LandedColumns.in(run).requireSame(key, LANDED))
            .getMessage());
  }

  private String memory() throws IOException {
    return Files.readString(folder.resolve("lake/.columns/test-study.properties"));
  }

  private RunContext run(String keys) {
    return new RunContext(
        StudyText.daily().with("identifiers", "pseudonyms").orders(keys).read(),
        new Lake(SharedSpark.session(), folder.resolve("lake")),
        Instant.EPOCH);
  }
}
