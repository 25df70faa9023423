package id.dampak.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.dampak.ConfidentialMarket;
import id.dampak.Rows;
import id.dampak.SmallMarket;
import id.dampak.contract.EstimateRow;
import id.dampak.contract.Landed;
import id.dampak.contract.Merchant;
import id.dampak.contract.Quarantine;
import id.dampak.contract.Transaction;
import id.dampak.error.DampakException;
import id.dampak.lake.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lake made of files with planted personal values, searched for them byte by byte. */
@Tag("spark")
class ConfidentialLakeTest {
  @TempDir static Path folder;
  private static ConfidentialMarket market;
  private static PseudonymKey key;
  private static Path lake;
  private static String overheard;
  private static Map<Path, String> contents;

  @BeforeAll
  static void fillALake() throws Exception {
    market = ConfidentialMarket.write(folder);
    key = KeyFile.read(market.keyFile());
    lake = folder.resolve("lake");
    overheard = Overheard.during(() -> market.run("lake", key));
    Lake filled = SmallMarket.lake(lake);
    DeltaLog log = DeltaLog.forTable(filled.session(), filled.path(Landed.TRANSACTION).toString());
    log.checkpoint(log.unsafeVolatileSnapshot(), scala.Option.empty());
    contents = new DecodedFiles(lake).texts();
  }

  @Test
  void noFileOfTheLakeHoldsAPlantedValueAMerchantsNameOrTheKey() throws IOException {
    assertThat(contents.keySet())
        .anyMatch(file -> file.toString().contains(".checkpoint"))
        .anyMatch(file -> file.endsWith("report.html"))
        .hasSizeGreaterThan(100);
    List<String> secrets = secrets();

    contents.forEach(
        (file, content) ->
            assertThat(DecodedFiles.found(content, secrets)).as("in %s", file).isEmpty());
  }

  /** What the lake does hold is found by the same search, or the one above proves nothing. */
  @Test
  void theSameSearchFindsWhatIsThere() {
    Set<String> found = new HashSet<>();
    String pseudonym = new Pseudonyms(key).of(Subject.MERCHANT, "toko-tertanam-3");
    List<String> known = List.of(pseudonym, "Atlantis", "orders 1.csv", key.fingerprint());
    contents.values().forEach(content -> found.addAll(DecodedFiles.found(content, known)));

    assertThat(found).containsExactlyInAnyOrderElementsOf(known);
  }

  @Test
  void neitherLogNorPlanNorUserInterfaceHasThem() throws IOException {
    assertThat(overheard).contains("== Physical Plan ==").contains("orders 1.csv");
    assertThat(DecodedFiles.found(overheard, secrets())).isEmpty();
  }

  @Test
  void onlyTheOwnerCanGetAtAnyFileOrFolderOfTheLake() throws IOException {
    try (Stream<Path> paths = Files.walk(lake)) {
      assertThat(paths.toList())
          .hasSizeGreaterThan(100)
          .allSatisfy(
              path ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                      .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
    }
  }

  @Test
  void aRowOutOfStepWithItsHeaderIsSetAsideWithoutItsValues() {
    assertThat(
            Rows.texts(
                SmallMarket.lake(lake)
                    .read(Quarantine.TABLE)
                    .filter(Quarantine.SOURCE_ROW.col().equalTo(132)),
                "input",
                "reasons",
                "fields"))
        .allSatisfy(
            row ->
                assertThat(row)
                    .contains("orders | [the row has 17 fields, but the header has 16")
                    .endsWith(" | {}"));
  }

  @Test
  void merchantsAreTheSameInEveryTable() {
    Lake filled = SmallMarket.lake(lake);
    Set<String> expected = new HashSet<>();
    ConfidentialMarket.merchants()
        .forEach(name -> expected.add(new Pseudonyms(key).of(Subject.MERCHANT, name)));

    assertThat(values(filled, Merchant.TABLE, "merchant_id")).isEqualTo(expected);
    assertThat(values(filled, Transaction.TABLE, "merchant_id")).isEqualTo(expected);
  }

  @Test
  void anotherKeyIsRefusedByALakeWithTheRemedy() {
    DampakException refusal =
        catchThrowableOfType(
            DampakException.class, () -> market.run("lake", PseudonymKey.random()));

    assertThat(refusal.kind().exitCode()).isEqualTo(2);
    assertThat(refusal.problem()).contains("made with another pseudonym key");
    assertThat(refusal.reason()).contains(key.fingerprint());
    assertThat(refusal.remedy()).contains("--lake");
  }

  /** Rotation: the files land anew, by another key, into another lake. */
  @Test
  @Tag("soak")
  void aNewKeyInANewLakeGivesTheSameEstimatesAndNoPseudonymOfTheOldOne() {
    Lake old = SmallMarket.lake(lake);
    Lake rotated = SmallMarket.lake(market.run("rotated", PseudonymKey.random()));

    List<Row> before = estimates(old);
    List<Row> after = estimates(rotated);
    assertThat(before).isNotEmpty();
    assertThat(after).hasSameSizeAs(before);
    for (int at = 0; at < before.size(); at++) {
      assertThat(after.get(at).getString(0)).isEqualTo(before.get(at).getString(0));
      double was = before.get(at).getDouble(1);
      // Merchants are summed in the order of their names, which are others.
      assertThat(after.get(at).getDouble(1))
          .isCloseTo(was, org.assertj.core.data.Offset.offset(1e-9 * Math.abs(was)));
    }
    assertThat(values(rotated, Merchant.TABLE, "merchant_id"))
        .hasSize(8)
        .doesNotContainAnyElementsOf(values(old, Merchant.TABLE, "merchant_id"));
  }

  private static List<Row> estimates(Lake from) {
    return from.read(EstimateRow.TABLE)
        .select(EstimateRow.TERM.col(), EstimateRow.ESTIMATE.col())
        .orderBy(EstimateRow.SPECIFICATION.col(), EstimateRow.TERM.col())
        .collectAsList();
  }

  private static Set<String> values(Lake from, id.dampak.contract.Table table, String column) {
    return new HashSet<>(
        from.read(table).select(column).distinct().collectAsList().stream()
            .map(row -> row.getString(0))
            .toList());
  }

  /** Planted values and the key in the forms in which they might be written. */
  private static List<String> secrets() throws IOException {
    List<String> secrets = new ArrayList<>(ConfidentialMarket.PLANTED);
    secrets.addAll(ConfidentialMarket.merchants());
    String text = Files.readString(market.keyFile()).strip();
    byte[] material = Base64.getUrlDecoder().decode(text);
    secrets.add(text);
    secrets.add(Base64.getEncoder().encodeToString(material));
    secrets.add(HexFormat.of().formatHex(material));
    secrets.add(new String(material, java.nio.charset.StandardCharsets.ISO_8859_1));
    return secrets;
  }
}
