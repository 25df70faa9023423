package id.dampak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.dampak.estimate.Reference;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The numbers of peer programs through {@code dampak estimate}, one for each method. */
class EstimateReferenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          mpdta | --method=callaway-santanna --outcome=lemp --unit=countyreal --time=year --cohort=first_treat | simple | /never_noX/simple/overall | estimate | se
          mpdta | --method=callaway-santanna --outcome=lemp --unit=countyreal --time=year --cohort=first_treat --compare=not_yet_treated --regressors=lpop | dynamic | /notyet_lpop_dr/dynamic/overall | estimate | se
          mpdta | --method=imputation --outcome=lemp --unit=countyreal --time=year --cohort=first_treat --singletons=drop | ATT | /imputation_static/0 | estimate | se
          mpdta | --method=sun-abraham --outcome=lemp --unit=countyreal --time=year --cohort=first_treat --effects-by=all | ATT | /sunab_att | estimate | se
          math_reform_bacon | --method=bacon --outcome=incearn_ln --treatment=reform_math --unit=state --time=class | reform_math | /twfe/0 | estimate | se/cluster_nonnested
          nsw_lalonde_drdid | --method=did-2x2 --before=re75 --outcome=re78 --treatment=experimental --regressors=age,educ,black,married,nodegree,hisp,re74 | ATT | /drdid_imp | estimate | se
          favara_imbs | --method=did-l --outcome=Dl_vloans_b --treatment=inter_bra --unit=county --time=year --effects=8 --placebos=3 --cluster=state_n | placebo[2] | /cl8/placebos/1 | Estimate | SE
          favara_imbs | --method=did-l --outcome=Dl_vloans_b --treatment=inter_bra --unit=county --time=year --effects=3 --placebos=2 | average | /nocl3/ate/0 | Estimate | SE
          california_prop99 | --method=synthetic-did --outcome=PacksPerCapita --unit=State --time=Year --treatment=treated --solver=frank_wolfe | att | /0 | estimate | placebo_se_exact
          california_prop99 | --method=synthetic-did --outcome=PacksPerCapita --unit=State --time=Year --treatment=treated | att | /0 | estimate_exact_qp_no_sparsify |
          california_prop99 | --method=synthetic-control --outcome=PacksPerCapita --unit=State --time=Year --treatment=treated --solver=frank_wolfe | att | /1 | estimate | placebo_se_exact
          california_prop99 | --method=average-did --outcome=PacksPerCapita --unit=State --time=Year --treatment=treated | att | /2 | estimate | placebo_se_exact
          """)
  void aMethodPrintsTheNumbersOfItsPeer(
      String name, String flags, String term, String at, String estimate, @Nullable String stdError)
      throws IOException {
    Reference reference = Reference.named(name);
    JsonNode theirs = reference.results("").at(at);

    JsonNode ours = estimate(reference, flags, term);

    Reference.near(ours.get("estimate").asDouble(), theirs.at("/" + estimate).asDouble(), 1e-7);
    if (stdError != null) {
      Reference.near(ours.get("std_error").asDouble(), theirs.at("/" + stdError).asDouble(), 1e-6);
    }
  }

  private static JsonNode estimate(Reference reference, String flags, String term)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of(flags.split(" ")));
    arguments.add(reference.folder().resolve("data.csv").toString());
    arguments.add("--format=json");
    StringWriter out = new StringWriter();
    CommandLine command = new CommandLine(new EstimateCommand());
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setOut(new PrintWriter(out));
    assertThat(command.execute(arguments.toArray(String[]::new))).isZero();
    JsonNode estimates = new ObjectMapper().readTree(out.toString()).get("estimates");
    return StreamSupport.stream(estimates.spliterator(), false)
        .filter(row -> row.get("term").asText().equals(term))
        .findFirst()
        .orElseThrow();
  }
}
