package id.dampak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.dampak.estimate.Reference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of peer programs through {@code dampak estimate}, of every case that is a table. */
class EstimateReferenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          kielmc | --outcome=rprice --regressors=nearinc,y81,y81nrinc | y81nrinc | /col1/3 | estimate | se/iid
          kielmc | --outcome=rprice --regressors=nearinc,y81,y81nrinc,age,agesq --se=hc1 | y81nrinc | /col2/3 | estimate | se/hc1
          injury | --outcome=ldurat --regressors=afchnge,highearn,afhigh | afhigh | /3 | estimate | se/iid
          jtrain | --outcome=lscrap --regressors=d88,d89,grant,grant_1 --fe=fcode --cluster=fcode | grant | /lscrap/2 | estimate | se/cluster_nonnested
          jtrain | --outcome=hrsemp --regressors=grant,grant_1,lemploy --fe=fcode,year --singletons=drop --cluster=fcode,year | grant_1 | /hrsemp_dropsingletons/1 | estimate | se/twoway_Gmin
          petersen | --outcome=y --regressors=x --cluster=firm,year --ssc-g=conventional | x | /pooled_cluster_firm/1 | estimate | se/twoway_Gconventional
          petersen | --outcome=y --regressors=x --fe=firm,year --cluster=firm --ssc-k=all | x | /twfe/0 | estimate | se/cluster_Kfull
          base_did | --outcome=y --unit=id --time=period --treatment=treat*post --regressors=x1 --cluster=id | treat*post | /static/1 | estimate | se/cluster_nonnested
          base_did | --outcome=y --exposure=treat --unit=id --time=period --event-period=6 --regressors=x1 | treat[-5] | /eventstudy/1 | estimate | se/cluster_nonnested
          base_stagg | --method=sun-abraham --outcome=y --regressors=x1 --unit=id --time=year --cohort=year_treated --effects-by=all --cluster=id | ATT | /sunab_att/1 | estimate | se/cluster_nonnested
          df_het | --method=imputation --outcome=dep_var --unit=unit --time=year --cohort=g | ATT | /imputation_static/0 | estimate | se
          trade_ppml | --method=ppml --outcome=Euros --regressors=log(dist_km) --fe=Origin,Destination,Product,Year --cluster=Origin | log(dist_km) | /ppml/0 | estimate | se/cluster_nonnested
          trade_ppml | --outcome=log(Euros) --regressors=log(dist_km) --fe=Origin,Destination,Product,Year --cluster=Origin,Destination | log(dist_km) | /ols/0 | estimate | se/twoway_Gmin
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

  @Test
  void allSignsOfTenClustersGiveThePValueThatTheyGaveElsewhere() throws IOException {
    Reference reference = Reference.named("wildboot_petersen_year");

    JsonNode ours = estimate(reference, "--outcome=y --regressors=x --se=wild --cluster=year", "x");

    assertThat(ours.get("p_value").asDouble())
        .isEqualTo(reference.results("").at("/0/p_value").asDouble());
  }

  private static JsonNode estimate(Reference reference, String flags, String term)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of(flags.split(" ")));
    arguments.add(reference.folder().resolve("data.csv").toString());
    arguments.add("--format=json");
    EstimateRun run = EstimateRun.of(arguments);
    assertThat(run.code()).isZero();
    JsonNode estimates = new ObjectMapper().readTree(run.printed()).get("estimates");
    return StreamSupport.stream(estimates.spliterator(), false)
        .filter(row -> row.get("term").asText().equals(term))
        .findFirst()
        .orElseThrow();
  }
}
