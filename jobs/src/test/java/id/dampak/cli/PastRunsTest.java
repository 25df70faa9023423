package id.dampak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.SmallMarket;
import id.dampak.contract.Landed;
import id.dampak.contract.PanelCell;
import id.dampak.contract.Run;
import id.dampak.contract.StoredStudy;
import id.dampak.job.Job;
import id.dampak.job.Pipeline;
import id.dampak.job.Progress;
import id.dampak.job.RunHistory;
import id.dampak.job.RunRecord;
import id.dampak.job.Runner;
import id.dampak.lake.Lake;
import id.dampak.lake.TimeTravel;
import id.dampak.study.StudyFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * A lake in which the small market ran, then again with one sale corrected and as known on a day,
 * then with another study on the first panel.
 */
@Tag("spark")
@Tag("soak")
class PastRunsTest {
  private static final List<Job> TO_ESTIMATES =
      List.of(
          Pipeline.named("land"),
          Pipeline.named("clean"),
          Pipeline.named("build-panel"),
          Pipeline.named("estimate"));

  @TempDir static Path folder;
  private static Lake lake = SmallMarket.lake(Path.of("unset"));
  private static List<RunRecord> runs = List.of();

  private record Outcome(int code, String out, String err) {}

  @BeforeAll
  static void threeRuns() throws IOException {
    lake = SmallMarket.lake(SmallMarket.copiedLake(folder.resolve("lake")));
    Path market = Files.createDirectory(folder.resolve("market"));
    Path study = SmallMarket.write(market);
    edit(market.resolve("orders 1.csv"), sale(SmallMarket.amount(3, 5)), sale(77_000));
    new Runner(lake, Progress.silent())
        .run(StudyFile.read(study).asKnownOn(LocalDate.of(2100, 1, 1)), TO_ESTIMATES);
    edit(study, "leads: 4", "leads: 3");
    SmallMarket.run(study, lake.root(), List.of(Pipeline.named("estimate")));
    runs =
        new RunHistory(lake).runs().stream().sorted(Comparator.comparing(RunRecord::id)).toList();
  }

  private static String sale(long amount) {
    return "3-5,m3,2025-08-25T03:00:00Z,shop," + amount + ",";
  }

  @Test
  void historyListsTheLatestFirstWithItsHeadline() {
    List<String> lines = call("history").out().lines().skip(2).toList();

    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).startsWith(runs.get(2).id()).contains(" small-market ");
    assertThat(lines.get(1))
        .contains(" small-market@2100-01-01 ", " 2100-01-01 ", "transaction 2", " loss ");
    assertThat(lines.get(2))
        .startsWith(runs.get(0).id())
        .contains(" small-market ", " all ", "transaction 1", " loss ");
    assertThat(call("history", "--last=1").out()).contains("and 2 before");
  }

  @Test
  void aStudyIsKeptOnceForAllItsRuns() {
    assertThat(lake.read(StoredStudy.TABLE).count()).isEqualTo(2);
    assertThat(lake.read(Run.TABLE).filter("known_on IS NOT NULL").count()).isEqualTo(1);
  }

  @Test
  void oneCorrectedSaleIsFoundAndNamed() {
    String diff = call("diff", runs.get(0).id(), runs.get(1).id()).out();

    String amount = "amount " + SmallMarket.amount(3, 5) + " → 77000";
    assertThat(diff.lines())
        .contains(
            "Study: the same",
            "  silver.transaction: 0 added, 0 removed, 1 changed",
            "    ~ transaction_id 3-5: " + amount,
            "  gold.panel: 0 added, 0 removed, 1 changed",
            "    ~ unit_id m3, period_start 2025-08-25 00:00:00: " + amount,
            "    ~ unit_id m3: baseline_amount "
                + baseline(SmallMarket.amount(3, 5))
                + " → "
                + baseline(77_000))
        .anyMatch(line -> line.matches("Results: [1-9]\\d* of \\d+ numbers differ"))
        .anyMatch(line -> line.matches("  orders/orders 1.csv: \\w{12} → \\w{12}"));
    assertThat(diff).doesNotContain("silver.merchant:", "silver.suspension:", "gold.episode:");
  }

  /** The sales of merchant 3 over the eight days of the baseline. */
  private static long baseline(long fifth) {
    long sum = fifth;
    for (int d = 0; d < 8; d++) {
      sum += d == 5 ? 0 : SmallMarket.amount(3, d);
    }
    return sum;
  }

  @Test
  void anotherStudyIsFoundKeyByKey() {
    String diff = call("diff", "latest~2", "latest").out();

    assertThat(diff.lines())
        .contains("Data: no row differs", "  specifications[headline].leads 4 → 3")
        .anyMatch(
            line -> line.startsWith("gold.event_study  headline, -4 ") && line.contains("none"));
  }

  @Test
  void aRunIsReproducedFromBronzeAfterFurtherDataHaveLanded() {
    Outcome outcome = call("reproduce", runs.get(0).id());

    assertThat(outcome.out())
        .contains("From  bronze.suspension 1, bronze.transaction 1, bronze.merchant 1")
        .contains("SAME  gold.estimate: 3 rows", "SAME  gold.loss: 3 rows")
        .contains("Reproduced to the last digit.");
    assertThat(outcome.code()).isZero();
    assertThatNothingIsLeft();
  }

  @Test
  void aRunAsKnownOnADayIsReproducedAsSuch() {
    Outcome outcome = call("reproduce", "latest~1");

    assertThat(outcome.out()).contains("of small-market@2100-01-01", "Reproduced to the last");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void aRunFromTheMiddleIsReproducedFromThere() {
    Outcome outcome = call("reproduce", "latest");

    assertThat(outcome.out()).contains("From  gold.unit ", "Reproduced to the last digit.");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void anotherNumberIsFoundAndEndsWithThree() throws IOException {
    Lake tampered = SmallMarket.lake(copy("tampered"));
    tampered
        .session()
        .sql(
            "UPDATE delta.`%s` SET amount = amount + 1 WHERE study = 'small-market'"
                    .formatted(tampered.path(PanelCell.TABLE))
                + " AND unit_id = 'm3' AND period_start = '2025-08-28'");
    tampered
        .session()
        .sql(
            "UPDATE delta.`%s` SET table_versions = map_concat(map_filter(table_versions, (k, v) ->"
                    .formatted(tampered.path(Run.TABLE))
                + " k <> 'gold.panel'), map('gold.panel', '%d')) WHERE run_id = '%s'"
                    .formatted(tampered.version(PanelCell.TABLE), runs.get(2).id()));

    Outcome outcome = callOn(tampered, "reproduce", "latest");

    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.out())
        .contains("OTHER gold.estimate: 3 rows", "  gold.estimate: 0 added, 0 removed, 3 changed")
        .containsPattern("~ specification headline, term \\S.*: estimate \\S+ → \\S+");
    assertThat(outcome.err()).contains("was not reproduced");
  }

  @Test
  void whatVacuumRemovedIsNamed() throws IOException {
    Lake vacuumed = SmallMarket.lake(copy("vacuumed"));
    String gone = removeFile(vacuumed);

    Outcome outcome = callOn(vacuumed, "reproduce", runs.get(0).id());

    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.err())
        .containsPattern(
            "bronze.transaction at version 1 lacks 1 of its \\d files, such as " + gone)
        .contains("backup");
  }

  /** Removes the file that version 1 wrote. */
  private static String removeFile(Lake from) throws IOException {
    Path file =
        Path.of(
            java.net.URI.create(new TimeTravel(from).rows(Landed.TRANSACTION, 1).inputFiles()[0]));
    Files.delete(file);
    return file.getFileName().toString();
  }

  @Test
  void runsThatAreNotThereAreTheUsersError() {
    assertThat(call("reproduce", "2019").err()).contains("no run \"2019\"", runs.get(2).id());
    assertThat(call("reproduce", "2").err()).contains("may be one of 3 runs");
    assertThat(call("reproduce", "latest~3").code()).isEqualTo(2);
    assertThat(callOn(SmallMarket.lake(folder.resolve("none")), "diff", "a", "b").err())
        .contains("knows of no run");
    assertThat(
            call("reproduce", runs.get(0).id(), "--study=" + folder.resolve("market/study.yaml"))
                .err())
        .contains("is not the one of the run");
  }

  private static void assertThatNothingIsLeft() {
    try (Stream<Path> files = Files.list(lake.root())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith(".scratch"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Path copy(String name) throws IOException {
    Path to = folder.resolve(name);
    try (Stream<Path> files = Files.walk(lake.root())) {
      for (Path file : files.filter(f -> !f.toString().contains(".scratch")).toList()) {
        Files.copy(file, to.resolve(lake.root().relativize(file).toString()));
      }
    }
    return to;
  }

  private static void edit(Path file, String before, String after) throws IOException {
    if (Files.isRegularFile(file)) {
      String text = Files.readString(file);
      assertThat(text).contains(before);
      Files.writeString(file, text.replace(before, after));
    }
  }

  private static Outcome call(String... arguments) {
    return callOn(lake, arguments);
  }

  private static Outcome callOn(Lake on, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    String[] all =
        Stream.concat(Stream.of(arguments), Stream.of("--lake=" + on.root()))
            .toArray(String[]::new);
    int code = line.execute(all);
    return new Outcome(code, out.toString(), err.toString());
  }
}
