package id.dampak.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.dampak.estimate.BasqueData;
import id.dampak.estimate.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two cases of peer programs whose numbers are in tables beside the terms. */
class EstimateTablesTest {
  @TempDir Path folder;

  @Test
  void coefficientsOfAnotherProgramGetTheIntervalsOfHonestDid() throws IOException {
    Reference ehec = Reference.named("honestdid_ehec");
    String covariance =
        IntStream.rangeClosed(1, 7).mapToObj(i -> "V" + i).collect(Collectors.joining(","));

    JsonNode report =
        report(
            ehec.folder().resolve("data.csv"),
            "--method=honest-did",
            "--outcome=betahat",
            "--time=year",
            "--event-period=2014",
            "--effect=0:0",
            "--covariance=" + covariance,
            "--magnitudes=0.5,1,1.5,2",
            "--smoothness=0,0.01,0.02,0.03,0.04,0.05");

    JsonNode intervals = report.get("honest_intervals");
    assertThat(intervals).hasSize(1 + 4 + 6);
    int row = 1;
    for (JsonNode theirs : ehec.results("DeltaRM")) {
      same(intervals.get(row++), "DeltaRM", theirs.get("Mbar"), theirs, 1.5e-3);
    }
    for (JsonNode theirs : ehec.results("DeltaSD")) {
      same(intervals.get(row++), "DeltaSD", theirs.get("M"), theirs, 1e-3);
    }
  }

  private static void same(
      JsonNode ours, String restriction, JsonNode bound, JsonNode theirs, double tolerance) {
    assertThat(ours.get("restriction").asText()).isEqualTo(restriction);
    assertThat(ours.get("bound").asDouble()).isEqualTo(bound.asDouble());
    assertThat(ours.get("conf_low").asDouble())
        .isCloseTo(theirs.get("lb").asDouble(), within(tolerance));
    assertThat(ours.get("conf_high").asDouble())
        .isCloseTo(theirs.get("ub").asDouble(), within(tolerance));
  }

  @Test
  void theBasqueCountryIsMadeOfCataloniaAndMadrid() throws IOException {
    Reference basque = Reference.named("basque");
    Path file = Files.write(folder.resolve("basque.csv"), BasqueData.lines(basque));

    JsonNode report =
        report(
            file,
            Stream.concat(
                    Stream.of(
                        "--method=synthetic-control",
                        "--outcome=gdpcap",
                        "--unit=regionno",
                        "--time=year",
                        "--treatment=terrorism",
                        "--inference=none",
                        "--fit-over=1960:1969"),
                    BasqueData.predictors().stream().map(predictor -> "--predictor=" + predictor))
                .toArray(String[]::new));

    for (JsonNode unit : report.get("unit_weights")) {
      String region = unit.get("unit").asText().replace(".0", "");
      assertThat(unit.get("weight").asDouble())
          .isCloseTo(basque.results("W").get(region).asDouble(), within(0.005));
    }
    double gap = report.get("estimates").get(0).get("estimate").asDouble();
    Reference.near(gap, basque.results("mean_gap_1970_1997").asDouble(), 0.02);
  }

  private static JsonNode report(Path file, String... flags) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(flags));
    arguments.add(file.toString());
    arguments.add("--format=json");
    EstimateRun run = EstimateRun.of(arguments);
    assertThat(run.code()).as(run.toString()).isZero();
    return new ObjectMapper().readTree(run.printed());
  }
}
