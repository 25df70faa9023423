package id.dampak.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dampak.Rows;
import id.dampak.SharedSpark;
import id.dampak.SmallMarket;
import id.dampak.contract.EstimateRow;
import id.dampak.contract.JobRun;
import id.dampak.contract.Merchant;
import id.dampak.contract.Profile;
import id.dampak.contract.Quality;
import id.dampak.contract.Quarantine;
import id.dampak.contract.Table;
import id.dampak.error.DampakException;
import id.dampak.lake.Lake;
import id.dampak.quality.Touched;
import id.dampak.study.StudyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rules do to a run, on the small market whose files have a fault of every kind. */
@Tag("spark")
class CheckQualityTest {
  private static final Lake FIRST = SmallMarket.lake(SmallMarket.LAKE);

  @TempDir Path folder;

  @Test
  void everyRuleOfEveryTableHasAVerdict() {
    // Four of the 133 orders that are no repeats, and one of two suspensions, were set aside.
    assertThat(
            Rows.texts(
                FIRST.read(Quality.TABLE).filter("NOT passed"), "subject_table", "rule", "rows"))
        .isEqualTo(
            List.of(
                "silver.suspension | set_aside | 1",
                "silver.suspension | set_aside_by_file | 1",
                "silver.transaction | set_aside | 1",
                "silver.transaction | set_aside | 1",
                "silver.transaction | set_aside | 1",
                "silver.transaction | set_aside | 1"));
    assertThat(Rows.texts(FIRST.read(Quality.TABLE).filter("passed"), "rule"))
        .contains("unique", "volume", "merchant_listed", "channel_shares", "up_to_date");
  }

  @Test
  void aRuleThatStopsEndsTheRunAndLeavesTheResultsAsTheyWere() {
    Lake lake = SmallMarket.lake(SmallMarket.copiedLake(folder.resolve("second")));
    long estimates = lake.version(EstimateRow.TABLE);
    Path study =
        studyWith(
            "quality: [{table: transaction, rule: set_aside, severity: stop, reason: No row may be"
                + " lost.}]\n");

    assertThatThrownBy(() -> SmallMarket.run(study, lake.root(), Pipeline.from("check")))
        .isInstanceOfSatisfying(
            DampakException.class,
            stop -> {
              assertThat(stop.kind().exitCode()).isEqualTo(3);
              assertThat(stop.problem()).contains("silver.transaction.set_aside");
              assertThat(stop.reason()).contains("1 row of orders set aside: amount … is negative");
            });

    assertThat(lake.version(EstimateRow.TABLE)).isEqualTo(estimates);
    assertThat(lake.read(Quality.TABLE).filter("severity = 'stop' AND NOT passed").count())
        .isEqualTo(4);
  }

  @Test
  void aRuleAboutSingleRowsSetsThemAsideAndTheRowsStillBalance() throws IOException {
    Path study =
        studyWith(
            "quality: [{table: transaction, rule: known_after_it_happened, severity: quarantine,"
                + " reason: Nobody sells tomorrow.}]\n");
    Path orders = study.resolveSibling("orders 1.csv");
    List<String> lines = new java.util.ArrayList<>(Files.readAllLines(orders));
    lines.add("future,m0,2999-01-01,shop,5,completed,Bali");
    lines.add("epoch,m0,1970-01-01,shop,5,completed,Bali");
    Files.write(orders, lines);
    Path lake = folder.resolve("lake");

    SmallMarket.run(study, lake, List.of(Pipeline.named("land"), Pipeline.named("clean")));

    assertThat(
            Rows.texts(
                SmallMarket.lake(lake).read(Quarantine.TABLE).filter("source_row > 134"),
                "source_row",
                "reasons"))
        .containsExactly(
            "135 | [breaks the rule known_after_it_happened]",
            "136 | [breaks the rule plausible_time]");
    assertThat(
            Rows.texts(
                SmallMarket.lake(lake)
                    .read(JobRun.TABLE)
                    .filter("job = 'clean' AND subject = 'orders'"),
                "rows_in",
                "rows_out",
                "rows_quarantined",
                "rows_duplicate"))
        .containsExactly("136 | 129 | 6 | 1");
  }

  @Test
  void lookingAtWhatWasTouchedGivesWhatLookingAtEverythingGives() {
    Lake lake = SmallMarket.lake(SmallMarket.copiedLake(folder.resolve("second")));
    List<String> profile = contents(lake, Profile.TABLE, "run_id");
    // Counts of a touched day, a touched file and a touched table that no longer hold.
    lake.append(
        Profile.TABLE,
        SharedSpark.session()
            .sql(
                "SELECT 'small-market' AS dataset, subject, 'orders' AS input,"
                    + " 'gone.csv' AS source_file, '' AS release, day, measure, item, 7L AS"
                    + " measured FROM VALUES ('transaction', '2025-08-30', 'rows', ''),"
                    + " ('transaction', '', 'set_aside', 'stale'), ('merchant', '', 'rows', '')"
                    + " AS stale(subject, day, measure, item)"));
    RunContext run = new RunContext(StudyFile.read(SmallMarket.STUDY), lake, Instant.now());

    assertThat(
            QualityProfile.renewed(
                run,
                Optional.of(
                    new Touched(
                        Set.of(LocalDate.of(2025, 8, 30)),
                        Set.of("orders 1.csv", "gone.csv"),
                        Set.of(Merchant.TABLE.name())))))
        .hasSize(profile.size());

    assertThat(contents(lake, Profile.TABLE, "run_id")).isEqualTo(profile);
  }

  private Path studyWith(String block) {
    try {
      Path study = SmallMarket.write(Files.createDirectory(folder.resolve("study")));
      return Files.writeString(study, Files.readString(study) + block);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<String> contents(Lake lake, Table table, String without) {
    return Rows.texts(
        lake.read(table),
        table.fields().stream()
            .map(field -> field.name())
            .filter(name -> !name.equals(without))
            .toArray(String[]::new));
  }
}
