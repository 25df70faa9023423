package id.dampak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.Conformance;
import id.dampak.Repository;
import id.dampak.Rows;
import id.dampak.SmallMarket;
import id.dampak.contract.EstimateRow;
import id.dampak.contract.JobRun;
import id.dampak.contract.Power;
import id.dampak.contract.Run;
import id.dampak.lake.Lake;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Tag("spark")
class PowerCommandTest {
  @TempDir Path folder;

  private record Outcome(int code, String out, String err) {}

  /** A market of the bundled study with fewer merchants than the sample has. */
  private String[] bundledStudy() {
    Path market = folder.resolve("market");
    Main.commandLine()
        .execute("simulate", "--merchants=200", "--days=78", "--seed=20250830", "--out=" + market);
    return new String[] {
      "--study=" + Repository.path("jobs/studies/tiktok-live-2025.yaml"),
      "--input=transactions=" + market.resolve("transactions*.csv.gz"),
      "--input=merchants=" + market.resolve("merchants.csv"),
      "--input=sessions=" + market.resolve("live_sessions.csv"),
      "--specification=without region-by-day effects",
      "--periods=2"
    };
  }

  @Test
  void aLakeWithoutThePanelGetsItAndTheStudyIsToldWhatItCouldDetect() {
    Lake lake = SmallMarket.lake(folder.resolve("lake"));

    Outcome outcome = power(lake, bundledStudy());

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .contains("the suspension from 2025-08-30 on", "from 2025-06-28 until then")
        .containsPattern("A 4-day suspension is detectable from a loss of \\d[\\d.]* % of a m")
        .contains("46 placebo suspensions of every weekday, since the 7 of its own are fewer");
    assertThat(
            Rows.texts(
                lake.read(Power.TABLE)
                    .filter("power = 0.8 AND unit_multiple = 1 AND exposure_multiple = 1"),
                "basis",
                "periods",
                "placebos",
                "test_size"))
        .containsExactlyInAnyOrder(
            "placebo_dates | 4 | 46 | 0.05",
            "standard_error | 4 | 46 | 0.05",
            "placebo_dates | 2 | 48 | 0.05");
    Conformance.assertConforms(Power.TABLE, lake.read(Power.TABLE));
    assertThat(lake.has(EstimateRow.TABLE)).as("nothing is estimated").isFalse();
    assertThat(Rows.texts(lake.read(Power.TABLE).select("run_id").distinct(), "run_id"))
        .isEqualTo(Rows.texts(lake.read(Run.TABLE), "run_id"));
    assertThat(Rows.texts(lake.read(JobRun.TABLE).filter("job = 'power'"), "subject"))
        .isEqualTo(List.of("gold.power"));
  }

  @Test
  void aPanelThatIsThereIsUsedAndTooFewDatesAreSaidInWords() {
    Lake lake = SmallMarket.lake(SmallMarket.copiedLake(folder.resolve("lake")));

    Outcome outcome = power(lake, "--study=" + SmallMarket.STUDY);

    assertThat(outcome.code()).isZero();
    assertThat(outcome.err()).contains("[1/1] power").doesNotContain("build-panel");
    // Ten days before the event: starts after four leads and over four days later.
    assertThat(outcome.out())
        .contains("Cannot estimate power by placebo dates.")
        .contains("The 10 days before the suspension hold 3 placebo dates")
        .contains("remedy: Let \"window:\" in the study file begin 16 days earlier")
        .contains(
            "A 4-day suspension cannot be measured by this study: even by its standard error");
    assertThat(Rows.texts(lake.read(Power.TABLE), "basis").stream().distinct())
        .containsExactlyInAnyOrder("standard_error", "extrapolated");
  }

  private static Outcome power(Lake on, String... flags) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    int code =
        line.execute(
            Stream.concat(Stream.of("power", "--lake=" + on.root()), Stream.of(flags))
                .toArray(String[]::new));
    return new Outcome(code, out.toString(), err.toString());
  }
}
