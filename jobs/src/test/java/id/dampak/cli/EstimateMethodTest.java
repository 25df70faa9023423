package id.dampak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** Every method is told of and runs. */
class EstimateMethodTest {
  private static final Set<String> TOGETHER =
      Set.of("synthetic-did", "synthetic-control", "average-did");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      names = {"OLS", "FEOLS", "EVENT_STUDY"}, // which the flags without --method lead to
      mode = EnumSource.Mode.EXCLUDE)
  void theHelpHasAnExampleOfAMethod(EstimateMethod method) {
    String help = new CommandLine(new EstimateCommand()).getUsageMessage();

    assertThat(help).contains("--method " + method + " ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ppml --regressors=ads --fe=shop,day | ads
          poisson-event-study --exposure=share --unit=shop --time=day --event-period=11 | share[0]
          dose-bins --exposure=share --unit=shop --time=day --event-period=11 --cuts=0.3 | share(0.3, )[0]
          stacked-events --exposure=share --unit=shop --time=day --events=8,18 --window=-3:3 | share[0]
          interrupted-series --time=day --event=11:20 | level change
          imputation --unit=shop --time=day --cohort=start --leads=2 | ATT
          sun-abraham --unit=shop --time=day --cohort=start | day::0
          bacon --unit=shop --time=day --treatment=treated | treated
          callaway-santanna --unit=shop --time=day --cohort=start | simple
          did-2x2 --before=ads --treatment=ever | ATT
          did-m --unit=shop --time=day --treatment=off | DID_M
          did-l --unit=shop --time=day --treatment=off --effects=2 | effect[2]
          carry-over --unit=shop --time=day --treatment=off | after[1]
          synthetic-did --unit=shop --time=day --treated-from=start --inference=none | att
          synthetic-control --unit=shop --time=day --treated-from=start --inference=none | att
          average-did --unit=shop --time=day --treated-from=start --inference=none | att
          """)
  void aMethodRunsOnAFile(String flags, String term) throws IOException {
    List<String> words = List.of(flags.split(" "));
    Path file = market(words.get(0));
    List<String> arguments =
        new ArrayList<>(List.of(file.toString(), "--outcome=sales", "--method=" + words.get(0)));
    arguments.addAll(words.subList(1, words.size()));

    assertThat(run(arguments)).contains(term + " ");
  }

  @Test
  void channelsOfAMerchantAreCompared() throws IOException {
    StringBuilder csv = new StringBuilder("shop,day,channel,share,sales\n");
    Random random = new Random(4);
    for (int shop = 0; shop < 20; shop++) {
      for (int day = 1; day <= 12; day++) {
        for (String channel : List.of("LIVE", "shop")) {
          csv.append(
              "%d,%d,%s,%d,%.4f%n"
                  .formatted(shop, day, channel, shop % 2, 50 + random.nextGaussian()));
        }
      }
    }
    Path file = Files.writeString(folder.resolve("channels.csv"), csv);

    assertThat(
            run(
                List.of(
                    file.toString(),
                    "--method=triple-differences",
                    "--outcome=sales",
                    "--unit=shop",
                    "--time=day",
                    "--exposure=share",
                    "--channel=channel",
                    "--suspended=LIVE",
                    "--event=6:8")))
        .contains("share:LIVE ");
  }

  private static String run(List<String> arguments) {
    EstimateRun run = EstimateRun.of(arguments);
    assertThat(run.complaint()).isEmpty();
    assertThat(run.code()).isZero();
    return run.printed();
  }

  /** Shops that are exposed more or less; of one method a series, of another a row a shop. */
  private Path market(String method) throws IOException {
    int shops = method.equals("interrupted-series") ? 1 : 24;
    int days = method.equals("did-2x2") ? 1 : 30;
    Random random = new Random(30);
    StringBuilder csv = new StringBuilder("shop,day,share,start,treated,ever,off,ads,sales\n");
    for (int shop = 0; shop < shops; shop++) {
      int start = shop % 3 == 0 ? 0 : blockOrCohort(method, shop);
      for (int day = 1; day <= days; day++) {
        int treated = start > 0 && day >= start ? 1 : 0;
        int off = shop % 4 == 0 && day >= 10 && day < 14 + shop % 3 ? 1 : 0;
        csv.append(
            String.format(
                Locale.ROOT,
                "%d,%d,%.1f,%d,%d,%d,%d,%.4f,%.4f%n",
                shop,
                day,
                shop % 3 * 0.25,
                start,
                treated,
                start > 0 ? 1 : 0,
                off,
                random.nextDouble(),
                20 + shop - 2 * treated - 3 * off + random.nextGaussian()));
      }
    }
    return Files.writeString(folder.resolve("market.csv"), csv);
  }

  /** Synthetic doubles are for units that are treated together. */
  private static int blockOrCohort(String method, int shop) {
    return TOGETHER.contains(method) ? 12 : 12 + shop % 3 * 4;
  }
}
