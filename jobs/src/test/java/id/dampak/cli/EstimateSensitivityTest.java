package id.dampak.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code dampak estimate} says beside an event study. */
class EstimateSensitivityTest {
  private static final List<String> STUDY =
      List.of(
          "--outcome=sales", "--exposure=share", "--unit=shop", "--time=day", "--event-period=31");

  @TempDir Path folder;
  private Path market = Path.of("");

  /** Forty shops in eight provinces; the exposed lose 4 on days 31 to 33 of 36. */
  @BeforeEach
  void simulate() throws IOException {
    Random random = new Random(20250830);
    StringBuilder csv = new StringBuilder("shop,province,latitude,longitude,share,day,sales\n");
    for (int shop = 0; shop < 40; shop++) {
      double share = (shop % 5) / 4.0;
      for (int day = 1; day <= 36; day++) {
        double lost = day >= 31 && day <= 33 ? 4 * share : 0;
        csv.append(
            "%d,P%d,%d,%d,%s,%d,%.5f%n"
                .formatted(
                    shop,
                    shop % 8,
                    -(shop % 8),
                    100 + shop % 8,
                    share,
                    day,
                    50 + shop + random.nextGaussian() - lost));
      }
    }
    market = Files.writeString(folder.resolve("market.csv"), csv);
  }

  @Test
  void theEffectIsTheMeanOfItsPeriods() throws IOException {
    JsonNode report = report("--effect=0:2");

    JsonNode effect = report.get("effect").get(0);
    double mean = 0;
    for (int k = 0; k < 3; k++) {
      mean += term(report, "share[" + k + "]").get("estimate").asDouble() / 3;
    }
    assertThat(effect.get("estimate").asDouble()).isCloseTo(mean, within(1e-12));
    assertThat(mean).isCloseTo(-4, within(0.9));
  }

  @Test
  void honestIntervalsWidenWithTheBoundUntilItBreaksDown() throws IOException {
    JsonNode report = report("--effect=0:2", "--bins=-6:5", "--honest");

    JsonNode intervals = report.get("honest_intervals");
    assertThat(intervals).hasSize(9);
    double width = 0;
    for (int i = 1; i <= 4; i++) {
      JsonNode interval = intervals.get(i);
      double wider = interval.get("conf_high").asDouble() - interval.get("conf_low").asDouble();
      assertThat(interval.get("restriction").asText()).isEqualTo("DeltaRM");
      assertThat(wider).isGreaterThan(width);
      width = wider;
    }
    double breakdown = report.get("breakdown").get(0).get("bound").asDouble();
    for (JsonNode interval : intervals) {
      if (interval.get("restriction").asText().equals("DeltaRM")) {
        assertThat(interval.get("conf_high").asDouble() < 0)
            .isEqualTo(interval.get("bound").asDouble() < breakdown);
      }
    }
  }

  @Test
  void aSteeperTrendIsSeenMoreOften() throws IOException {
    JsonNode power = report("--effect=0:2", "--bins=-6:5", "--trend-power").get("trend_power");

    assertThat(power.get(0).get("power").asDouble()).isCloseTo(0.5, within(1e-4));
    assertThat(power.get(1).get("power").asDouble()).isCloseTo(0.8, within(1e-4));
    assertThat(power.get(1).get("slope").asDouble())
        .isGreaterThan(power.get(0).get("slope").asDouble());
  }

  @Test
  void eachProvinceAndEachHoleIsLeftOut() throws IOException {
    JsonNode report =
        report("--effect=0:2", "--leave-one-out=province", "--donut=34:36", "--donut=30:30");

    assertThat(report.get("without_province")).hasSize(8);
    for (JsonNode without : report.get("without_province")) {
      assertThat(without.get("estimate").asDouble()).isCloseTo(-4, within(1.2));
    }
    assertThat(report.get("donut").get(0).get("estimate").asDouble())
        .isCloseTo(report.get("effect").get(0).get("estimate").asDouble(), within(1e-9));
    assertThat(report.get("donut").get(1).get("estimate").isNull()).isTrue();
    assertThat(report.get("donut").get(1).get("refusal").asText()).contains("reference");
  }

  @Test
  void otherDatesAndOtherShopsGiveLess() throws IOException {
    JsonNode report =
        report("--effect=0:2", "--bins=-6:5", "--placebo-dates=7:20", "--permute", "--draws=99");

    assertThat(report.get("placebo_dates")).hasSize(15);
    assertThat(report.get("placebo_dates").get(0).get("p_value").asDouble())
        .isCloseTo(1 / 15.0, within(1e-12));
    assertThat(report.get("permutations")).hasSize(100);
    assertThat(report.get("permutations").get(0).get("p_value").asDouble())
        .isCloseTo(1 / 100.0, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"cr2", "wild", "bootstrap"})
  void otherStandardErrorsLeaveTheEstimates(String errors) throws IOException {
    JsonNode plain = term(report("--cluster=province"), "share[1]");
    JsonNode other =
        term(report("--cluster=province", "--se=" + errors, "--crossing=carried"), "share[1]");

    assertThat(other.get("estimate").asDouble())
        .isCloseTo(plain.get("estimate").asDouble(), within(1e-9));
    assertThat(other.get("p_value").asDouble()).isNotEqualTo(plain.get("p_value").asDouble());
  }

  @Test
  void nearProvincesMayGoTogether() throws IOException {
    JsonNode conley =
        term(
            report(
                "--cluster=province", "--se=conley", "--place=latitude,longitude", "--cutoff=400"),
            "share[1]");

    assertThat(conley.get("std_error").asDouble()).isPositive();
  }

  @Test
  void pValuesOfAllTermsAreLargerThanThoseOfEach() throws IOException {
    JsonNode values = report("--all-terms=holm").get("all_terms_at_once");

    assertThat(values).hasSize(35);
    for (JsonNode value : values) {
      assertThat(value.get("adjusted_p_value").asDouble())
          .isGreaterThanOrEqualTo(value.get("p_value").asDouble());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --placebo-dates=7:20 | needs --bins
          --donut=30 | is not FROM:TO
          --effect=50:60 | names none of the estimated periods
          --by=province --honest | one at a time
          --se=conley --cluster=province | needs --place
          --se=conley --cluster=province --place=latitude,longitude | needs --cutoff
          --method=poisson-event-study --se=cr2 | goes with --method ols, feols, event-study
          --method=poisson-event-study --honest | does not go with --method poisson-event-study
          """)
  void whatDoesNotGoTogetherIsSaid(String flags, String message) {
    EstimateRun run = run(List.of(flags.split(" ")));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.complaint()).contains(message);
  }

  private JsonNode report(String... flags) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(flags));
    arguments.add("--format=json");
    EstimateRun run = run(arguments);
    assertThat(run.complaint()).isEmpty();
    assertThat(run.code()).isZero();
    return new ObjectMapper().readTree(run.printed());
  }

  private EstimateRun run(List<String> flags) {
    List<String> arguments = new ArrayList<>(STUDY);
    arguments.addAll(flags);
    arguments.add(market.toString());
    return EstimateRun.of(arguments);
  }

  private static JsonNode term(JsonNode report, String term) {
    for (JsonNode estimate : report.get("estimates")) {
      if (estimate.get("term").asText().equals(term)) {
        return estimate;
      }
    }
    throw new AssertionError("no term " + term);
  }
}
