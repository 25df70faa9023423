package id.dampak.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EstimateCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** Two treated and two other shops over four days; the treated fall by 3 from day 3 on. */
  private Path shops() throws IOException {
    StringBuilder csv = new StringBuilder("shop,day,treated,after,sales,city\n");
    int[] level = {10, 20, 30, 40};
    for (int shop = 0; shop < 4; shop++) {
      for (int day = 1; day <= 4; day++) {
        int treated = shop < 2 ? 1 : 0;
        int after = day >= 3 ? 1 : 0;
        int wobble = (shop + day) % 2;
        int sales = level[shop] + 2 * day - 3 * treated * after + wobble;
        csv.append("%02d,%d,%d,%d,%d,%s%n".formatted(shop, day, treated, after, sales, "A"));
      }
    }
    csv.append("09,1,,0,5,B\n");
    return Files.writeString(folder.resolve("shops.csv"), csv);
  }

  private int run(String... arguments) {
    EstimateRun run = EstimateRun.of(List.of(arguments));
    out.write(run.printed());
    err.write(run.complaint());
    return run.code();
  }

  @Test
  void aTreatmentWithUnitAndTimeIsADifferenceInDifferences() throws IOException {
    int code =
        run(
            shops().toString(),
            "--outcome=sales",
            "--unit=shop",
            "--time=day",
            "--treatment=treated*after",
            "--cluster=shop",
            "--format=json");
    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.get("method").asText()).isEqualTo("feols");
    assertThat(json.get("n").asInt()).isEqualTo(16);
    assertThat(json.at("/clusters/0/count").asInt()).isEqualTo(4);
    assertThat(json.at("/dropped/0/reason").asText()).isEqualTo("treated missing");
    assertThat(json.at("/estimates/0/term").asText()).isEqualTo("treated*after");
    // The wobble is the same before and after for the treated and the others.
    assertThat(json.at("/estimates/0/estimate").asDouble()).isCloseTo(-3, within(1e-10));
    assertThat(json.at("/options/ssc_k").asText()).isEqualTo("nested");
  }

  @Test
  void anEventStudyTellsThePathAndTheTestOfThePreTrend() throws IOException {
    int code =
        run(
            shops().toString(),
            "--method=event-study",
            "--outcome=sales",
            "--exposure=treated",
            "--unit=shop",
            "--time=day",
            "--event-period=3",
            "--format=json");
    assertThat(code).isZero();
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.get("estimates")).hasSize(3);
    assertThat(json.at("/estimates/1/term").asText()).isEqualTo("treated[0]");
    assertThat(json.at("/tests/0/df1").asInt()).isEqualTo(1);
    assertThat(json.at("/options/cluster/0").asText()).isEqualTo("shop");
  }

  @Test
  void csvHasOneLineForATermAtFullPrecision() throws IOException {
    run(shops().toString(), "--outcome=sales", "--regressors=treated,day", "--format=csv");
    assertThat(out.toString().lines())
        .hasSize(4)
        .startsWith("term,estimate,std_error,conf_low,conf_high,p_value");
  }

  @Test
  void theTableNamesDroppedRowsAndWarnings() throws IOException {
    run(shops().toString(), "--outcome=sales", "--regressors=treated,after", "--fe=shop");
    assertThat(out.toString())
        .contains("observations 16", "dropped 1 rows: treated missing")
        .contains("warning: treated is left out: the fixed effects explain it");
  }

  @Test
  void contradictionsAreUserErrors() throws IOException {
    String file = shops().toString();
    misuse("--level must lie", file, "--outcome=sales", "--regressors=day", "--level=95");
    misuse(
        "exclude each other",
        file,
        "--outcome=sales",
        "--regressors=day",
        "--se=hc1",
        "--cluster=shop");
    misuse("needs --fe", file, "--outcome=sales", "--regressors=day", "--method=feols");
    misuse("name --regressors", file, "--outcome=sales");
    misuse("FIRST:LAST", file, "--outcome=sales", "--bins=4");
    misuse("needs --exposure", file, "--outcome=sales", "--method=event-study");
    misuse("No column \"price\"", file, "--outcome=price", "--regressors=day");
    misuse("no readable file", "absent.csv", "--outcome=y", "--regressors=x");
  }

  @Test
  void aTextAmongNumbersIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("t.csv"), "y,x\n1,2\n2,1.5e-3\n3,n/a\n4,7\n");
    misuse("holds the text \"n/a\"", file.toString(), "--outcome=y", "--regressors=x");
  }

  private void misuse(String message, String... arguments) {
    assertThat(run(arguments)).isEqualTo(2);
    assertThat(err.toString()).contains(message);
  }

  @Test
  void dataThatAllowNoAnswerExitWithThree() throws IOException {
    assertThat(run(shops().toString(), "--outcome=after", "--regressors=day", "--fe=day"))
        .isEqualTo(3);
    assertThat(err.toString()).contains("does not vary", "remedy:");
  }

  @Test
  void effectsByCohortComeWithTheTestOfWhatWasBefore() throws IOException {
    int code =
        run(
            cohorts().toString(),
            "--method=callaway-santanna",
            "--outcome=sales",
            "--unit=shop",
            "--time=day",
            "--cohort=start");
    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(out.toString())
        .contains("callaway-santanna: outcome sales", "ATT(3, 3)", "simple")
        .contains("effects before treatment: ");
  }

  @Test
  void weightsOfASyntheticDoubleAreShown() throws IOException {
    int code =
        run(
            cohorts().toString(),
            "--method=synthetic-did",
            "--outcome=sales",
            "--unit=shop",
            "--time=day",
            "--treated-from=start",
            "--inference=none",
            "--format=json");
    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    JsonNode json = new ObjectMapper().readTree(out.toString());
    double weights = 0;
    for (JsonNode unit : json.get("unit_weights")) {
      weights += unit.get("weight").asDouble();
    }
    assertThat(weights).isCloseTo(1, within(1e-9));
  }

  @Test
  void aFlagThatTheMethodDoesNotKnowIsRefused() throws IOException {
    assertThat(run(shops().toString(), "--outcome=sales", "--fe=shop", "--cohort=day"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("--cohort does not go with --method feols");
  }

  @Test
  void aFlagThatTheMethodNeedsIsAskedFor() throws IOException {
    assertThat(run(shops().toString(), "--outcome=sales", "--method=did-l", "--unit=shop"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("--method did-l needs --treatment");
  }

  /** Six shops over five days, two of them treated from day 3 on. */
  private Path cohorts() throws IOException {
    StringBuilder csv = new StringBuilder("shop,day,start,sales\n");
    for (int shop = 0; shop < 6; shop++) {
      for (int day = 1; day <= 5; day++) {
        int start = shop < 2 ? 3 : 0;
        int effect = start > 0 && day >= start ? -4 : 0;
        int wobble = shop * day * 7 % 5;
        csv.append("%d,%d,%d,%d%n".formatted(shop, day, start, 10 * shop + day + effect + wobble));
      }
    }
    return Files.writeString(folder.resolve("cohorts.csv"), csv);
  }
}
