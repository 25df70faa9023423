package id.dampak.job;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.Rows;
import id.dampak.SharedSpark;
import id.dampak.StudyText;
import id.dampak.contract.Landed;
import id.dampak.contract.PanelCell;
import id.dampak.contract.Profile;
import id.dampak.contract.Quarantine;
import id.dampak.contract.Table;
import id.dampak.contract.Transaction;
import id.dampak.contract.Unit;
import id.dampak.lake.Lake;
import id.dampak.study.Study;
import id.dampak.study.StudyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What runs derive from what changed is what a run derives from everything: over random deliveries
 * that split, repeat, correct and withdraw rows. {@code -Ddampak.deliveries=N} asks for more.
 */
@Tag("spark")
@Tag("soak")
class IncrementTest {
  private static final List<Job> JOBS =
      List.of(
          Pipeline.named("land"),
          Pipeline.named("clean"),
          Pipeline.named("check"),
          Pipeline.named("build-panel"));
  private static final String HEADER =
      "transaction_id,merchant_id,occurred_at,amount,region,release";
  private static final List<String> MERCHANTS = List.of("a", "b", "c");
  private static final List<String> REGIONS = List.of("Bali", "Banten", "Atlantis");

  @TempDir Path folder;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Integer.getInteger("dampak.deliveries", 2));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsDerivedFromWhatChangedIsWhatIsDerivedFromEverything(long seed) throws IOException {
    Random random = new Random(seed);
    Study study = study(random.nextBoolean() ? "snapshot" : "increments");
    for (Path delivery : deliveries(random)) {
      Files.move(delivery, folder.resolve("given").resolve(delivery.getFileName()));
      if (random.nextInt(4) == 0) {
        withdraw(random);
      }
      run(study, Derivation.OF_WHAT_CHANGED);
    }
    Map<String, List<String>> followed = contents();
    run(study, Derivation.OF_EVERYTHING);

    assertThat(followed).isEqualTo(contents());
    assertThat(followed.get(PanelCell.TABLE.id())).isNotEmpty();
    assertThat(followed.get(Quarantine.TABLE.id())).isNotEmpty();
  }

  /** Files in a random order; some are the bytes of others under a name of their own. */
  private List<Path> deliveries(Random random) throws IOException {
    Files.createDirectories(folder.resolve("given"));
    Path ready = Files.createDirectories(folder.resolve("ready"));
    List<Path> files = new ArrayList<>();
    for (int f = 0; f < 4; f++) {
      StringBuilder text = new StringBuilder(HEADER + "\n");
      int rows = 1 + random.nextInt(6);
      for (int r = 0; r < rows; r++) {
        text.append(row(random)).append('\n');
      }
      files.add(Files.writeString(ready.resolve("delivery " + f + ".csv"), text));
    }
    files.add(Files.copy(files.get(random.nextInt(4)), ready.resolve("again.csv")));
    Collections.shuffle(files, random);
    return files;
  }

  /** Few keys, so that rows correct each other; a correction may move a sale to another day. */
  private static String row(Random random) {
    return "%d,%s,2025-08-%02d,%d,%s,%d"
        .formatted(
            random.nextInt(8),
            MERCHANTS.get(random.nextInt(MERCHANTS.size())),
            1 + random.nextInt(6),
            random.nextInt(100),
            REGIONS.get(random.nextInt(REGIONS.size())),
            random.nextInt(3));
  }

  private void withdraw(Random random) throws IOException {
    try (var given = Files.list(folder.resolve("given"))) {
      List<Path> files = given.sorted().toList();
      Files.delete(files.get(random.nextInt(files.size())));
    }
    if (isEmpty(folder.resolve("given"))) {
      Files.writeString(folder.resolve("given/nothing.csv"), HEADER + "\n");
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  private Map<String, List<String>> contents() {
    Map<String, List<String>> contents = new TreeMap<>();
    for (Table table :
        List.of(
            Landed.TRANSACTION,
            Transaction.TABLE,
            Quarantine.TABLE,
            Profile.TABLE,
            PanelCell.TABLE,
            Unit.TABLE)) {
      contents.put(table.id(), Rows.texts(lake().read(table), lake().read(table).columns()));
    }
    return contents;
  }

  private void run(Study study, Derivation derivation) {
    new Runner(lake(), Progress.silent(), derivation).run(study, JOBS);
  }

  private Lake lake() {
    return new Lake(SharedSpark.session(), folder.resolve("lake"));
  }

  private Study study(String delivery) {
    return StudyFile.read(
        StudyText.daily()
            .with(
                "inputs",
                "{orders: {table: transaction, format: csv, files: ['given/*.csv'], delivery: "
                    + delivery
                    + "}}")
            .write(folder.resolve("study.yaml")));
  }
}
