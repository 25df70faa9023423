package id.dampak.estimate.staggered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.Estimator;
import id.dampak.estimate.Fit;
import id.dampak.estimate.FixedEffectsRegression;
import id.dampak.estimate.Panel;
import id.dampak.estimate.Reference;
import id.dampak.estimate.Singletons;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Imputation, interaction weighting and decomposition against the numbers of R programs. */
class StaggeredReferenceTest {
  private static final Offset<Double> CLOSE = within(1e-8);

  /**
   * The peer's first stage iterates to a tolerance of its own and stops 2e-8 of the size of these
   * effects short of the solution, which is known to more digits.
   */
  private static final Offset<Double> PEER_STOPS_EARLY = within(1e-7);

  private static final Imputation COUNTIES =
      Imputation.of("lemp", "countyreal", "year", "first_treat").with(Singletons.DROP);
  private static final SunAbraham SIMULATED =
      SunAbraham.of("y", "id", "year", "year_treated").controllingFor("x1");

  private static Panel counties(Reference mpdta) {
    return mpdta.panel("lemp", "countyreal", "year", "first_treat");
  }

  @Test
  void theAverageEffectOfMinimumWagesMatchesByImputation() throws IOException {
    Reference mpdta = Reference.named("mpdta");
    Fit fit = COUNTIES.fit(counties(mpdta));
    assertThat(fit.warnings())
        .contains("effects are averages over 211 of 291 treated observations");
    imputed(mpdta, "imputation_static", fit, name -> "ATT", CLOSE);
  }

  @Test
  void minimumWagesMatchByHorizonAndWhatCannotBeImputedIsUndefined() throws IOException {
    Reference mpdta = Reference.named("mpdta");
    Fit fit = COUNTIES.by(EffectsBy.EVENT_TIME).fit(counties(mpdta));
    imputed(mpdta, "imputation_horizon", fit, name -> "year::" + name, CLOSE);
  }

  @Test
  void heterogeneousEffectsMatchByImputationWithLeads() throws IOException {
    Reference df = Reference.named("df_het");
    Panel panel = df.panel("dep_var", "unit", "year", "g");
    Imputation imputation = Imputation.of("dep_var", "unit", "year", "g").with(Singletons.DROP);
    Fit average = imputation.fit(panel);
    // From alternating projections in 80-bit arithmetic, iterated until no digit changed.
    assertThat(average.estimate("ATT").estimate()).isCloseTo(2.217607304576448, within(1e-13));
    imputed(df, "imputation_static", average, name -> "ATT", PEER_STOPS_EARLY);
    Fit path = imputation.by(EffectsBy.EVENT_TIME).withLeads(5).fit(panel);
    assertThat(path.estimates()).hasSize(26);
    imputed(df, "imputation_horizon", path, name -> "year::" + name, PEER_STOPS_EARLY);
    // No unit is alone in a level here, so that singletons make no difference.
    assertThat(imputation.with(Singletons.KEEP).fit(panel).estimates())
        .isEqualTo(average.estimates());
  }

  private static void imputed(
      Reference reference,
      String result,
      Fit fit,
      Function<String, String> ours,
      Offset<Double> tolerance) {
    for (JsonNode term : reference.results(result)) {
      Estimate estimate = fit.estimate(ours.apply(term.get("name").asText()));
      if (term.get("estimate").isNull()) {
        assertThat(estimate.estimate()).isNaN();
        assertThat(estimate.stdError()).isNaN();
      } else {
        double theirs = term.get("estimate").asDouble();
        assertThat(estimate.estimate()).isCloseTo(theirs, tolerance);
        double se = term.get("se").asDouble();
        Reference.near(estimate.stdError(), se, 1e-6);
      }
    }
  }

  @Test
  void minimumWagesMatchByInteractionWeighting() throws IOException {
    Reference mpdta = Reference.named("mpdta");
    Panel panel = counties(mpdta);
    SunAbraham sunab = SunAbraham.of("lemp", "countyreal", "year", "first_treat");
    weighted(mpdta.results("sunab_dynamic"), sunab, panel, "countyreal");
    Estimate att = sunab.by(EffectsBy.ALL).fit(panel).estimate("ATT");
    Reference.near(att.estimate(), mpdta.results("sunab_att").get("estimate").asDouble(), 1e-7);
    Reference.near(att.stdError(), mpdta.results("sunab_att").get("se").asDouble(), 1e-6);
  }

  @Test
  void simulatedCohortsMatchByInteractionWeightingAveragedInFourWays() throws IOException {
    Reference stagg = Reference.named("base_stagg");
    Panel panel = stagg.panel("y", "x1", "id", "year", "year_treated");
    weighted(stagg.results("sunab_dynamic"), SIMULATED, panel, "id");
    weighted(stagg.results("sunab_att"), SIMULATED.by(EffectsBy.ALL), panel, "id");
    weighted(stagg.results("sunab_cohort"), SIMULATED.by(EffectsBy.COHORT), panel, "id");
    weighted(
        stagg.results("sunab_disaggregated"),
        SIMULATED.by(EffectsBy.COHORT_AND_EVENT_TIME),
        panel,
        "id");
  }

  private static void weighted(JsonNode terms, SunAbraham sunab, Panel panel, String cluster) {
    Map<String, Fit> fits = new TreeMap<>();
    int compared = 0;
    for (JsonNode term : terms) {
      for (Iterator<String> names = term.get("se").fieldNames(); names.hasNext(); ) {
        String se = names.next();
        if (term.get("se").get(se).isNull()) {
          continue;
        }
        Fit fit =
            fits.computeIfAbsent(
                se, s -> sunab.with(Reference.variance(s, List.of(cluster))).fit(panel));
        Estimate ours = fit.estimate(term.get("name").asText());
        Reference.near(ours.estimate(), term.get("estimate").asDouble(), 1e-7);
        Reference.near(ours.stdError(), term.get("se").get(se).asDouble(), 1e-6);
        assertThat(fit.estimates()).hasSize(terms.size());
        compared++;
      }
    }
    assertThat(compared).isPositive();
  }

  @Test
  void mathReformsDecomposeIntoTheSameComparisons() throws IOException {
    Reference reforms = Reference.named("math_reform_bacon");
    Panel panel = reforms.panel("state", "class", "reform_math", "incearn_ln");
    BaconDecomposition bacon = BaconDecomposition.of("incearn_ln", "reform_math", "state", "class");
    Decomposition decomposition = bacon.decompose(panel);
    JsonNode components = reforms.results("components");
    assertThat(decomposition.comparisons()).hasSize(components.size());
    for (JsonNode component : components) {
      TwoByTwo ours =
          decomposition.comparisons().stream()
              .filter(c -> c.treated() == component.get("treated").asInt())
              .filter(c -> c.control().orElse(99999) == component.get("untreated").asInt())
              .findFirst()
              .orElseThrow();
      assertThat(ours.type().label()).isEqualTo(component.get("type").asText());
      Reference.near(ours.estimate(), component.get("estimate").asDouble(), 1e-7);
      Reference.near(ours.weight(), component.get("weight").asDouble(), 1e-7);
    }
    JsonNode types = reforms.results("decomposition");
    assertThat(decomposition.byType()).hasSize(types.size());
    for (JsonNode type : types) {
      Decomposition.Total ours =
          decomposition.byType().stream()
              .filter(total -> total.type().label().equals(type.get("type").asText()))
              .findFirst()
              .orElseThrow();
      Reference.near(ours.estimate(), type.get("avg_est").asDouble(), 1e-7);
      Reference.near(ours.weight(), type.get("weight").asDouble(), 1e-7);
    }
    Estimate twfe = bacon.fit(panel).estimate("reform_math");
    assertThat(decomposition.coefficient()).isCloseTo(twfe.estimate(), within(1e-13));
    assertThat(bacon.fit(panel).warnings())
        .anyMatch(warning -> warning.startsWith("5.3 % of the weight of reform_math"));
    reforms.check("twfe", bacon.regression(), panel, Map.of(), List.of("state", "class"));
  }

  @Test
  void twoWayRegressionsOfTheSameDataMatch() throws IOException {
    Reference mpdta = Reference.named("mpdta");
    Panel counties = counties(mpdta);
    mpdta.check(
        "twfe_static",
        FixedEffectsRegression.of("lemp", List.of("D")).absorbing("countyreal", "year"),
        Rows.with(counties, "D", treated(counties, "year", "first_treat")),
        Map.of(),
        List.of("countyreal", "year"));
    Reference df = Reference.named("df_het");
    Panel units = df.panel("dep_var", "unit", "year", "g");
    df.check(
        "twfe",
        FixedEffectsRegression.of("dep_var", List.of("D")).absorbing("unit", "year"),
        Rows.with(units, "D", treated(units, "year", "g")),
        Map.of(),
        List.of("unit", "year"));
  }

  private static IntToDoubleFunction treated(Panel panel, String time, String cohort) {
    return row ->
        panel.number(cohort, row) > 0 && panel.number(time, row) >= panel.number(cohort, row)
            ? 1
            : 0;
  }

  @Test
  void conventionalEventStudiesOfSimulatedCohortsMatch() throws IOException {
    Reference stagg = Reference.named("base_stagg");
    Panel panel =
        stagg.panel("y", "x1", "id", "year", "year_treated", "time_to_treatment", "treated");
    Panel widened =
        Rows.with(
            panel,
            "D",
            row ->
                panel.number("treated", row)
                    * (panel.number("time_to_treatment", row) >= 0 ? 1 : 0));
    stagg.check(
        "static",
        FixedEffectsRegression.of("y", List.of("x1", "D")).absorbing("id", "year"),
        widened,
        Map.of("I(treated * (time_to_treatment >= 0))", "D"),
        List.of("id", "year"));
    List<Integer> periods = IntStream.rangeClosed(-9, 8).filter(k -> k != -1).boxed().toList();
    Panel events = panel;
    for (int k : periods) {
      events =
          Rows.with(
              events,
              "time_to_treatment::" + k + ":treated",
              row ->
                  panel.number("time_to_treatment", row) == k ? panel.number("treated", row) : 0);
    }
    List<String> regressors =
        IntStream.range(0, periods.size() + 1)
            .mapToObj(j -> j == 0 ? "x1" : "time_to_treatment::" + periods.get(j - 1) + ":treated")
            .toList();
    stagg.check(
        "twfe_es",
        FixedEffectsRegression.of("y", regressors).absorbing("id", "year"),
        events,
        Map.of(),
        List.of("id"));
  }

  @Test
  void everySpecificationNamesItsColumns() {
    Estimator bacon = BaconDecomposition.of("y", "d", "i", "t");
    assertThat(bacon.columns()).containsExactly("d", "i", "t", "y");
    assertThat(bacon.identifiers()).containsExactly("i");
    assertThat(SIMULATED.columns()).containsExactly("id", "x1", "y", "year", "year_treated");
    assertThat(SIMULATED.identifiers()).containsExactly("id");
    Imputation imputation = COUNTIES.clusteredBy("state").averagedWith("pop").weightedBy("w");
    assertThat(imputation.columns())
        .containsExactly("countyreal", "first_treat", "lemp", "pop", "state", "w", "year");
    assertThat(imputation.identifiers()).containsExactly("countyreal", "state");
  }
}
