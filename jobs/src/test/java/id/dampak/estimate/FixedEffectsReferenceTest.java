package id.dampak.estimate;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The regression against the numbers of R and Stata programs, with each of their conventions. */
class FixedEffectsReferenceTest {

  @Test
  void kielMcClainHousePricesMatchInThreeSpecifications() throws IOException {
    Reference kielmc = Reference.named("kielmc");
    Panel panel =
        kielmc.panel(
            "rprice",
            "nearinc",
            "y81",
            "y81nrinc",
            "age",
            "agesq",
            "intst",
            "land",
            "area",
            "rooms",
            "baths");
    List<String> all =
        List.of(
            "nearinc",
            "y81",
            "y81nrinc",
            "age",
            "agesq",
            "intst",
            "land",
            "area",
            "rooms",
            "baths");
    for (Map.Entry<String, Integer> column : Map.of("col1", 3, "col2", 5, "col3", 10).entrySet()) {
      kielmc.check(
          column.getKey(),
          FixedEffectsRegression.of("rprice", all.subList(0, column.getValue())),
          panel,
          Map.of(),
          List.of());
    }
  }

  @Test
  void injuryDurationsMatch() throws IOException {
    Reference injury = Reference.named("injury");
    injury.check(
        "",
        FixedEffectsRegression.of("ldurat", List.of("afchnge", "highearn", "afhigh")),
        injury.panel("ldurat", "afchnge", "highearn", "afhigh"),
        Map.of(),
        List.of());
  }

  @Test
  void trainingGrantsMatchWithOneEffectAndMissingOutcomes() throws IOException {
    Reference jtrain = Reference.named("jtrain");
    jtrain.check(
        "lscrap",
        FixedEffectsRegression.of("lscrap", List.of("d88", "d89", "grant", "grant_1"))
            .absorbing("fcode"),
        jtrain.panel("lscrap", "d88", "d89", "grant", "grant_1", "fcode"),
        Map.of(),
        List.of("fcode"));
  }

  @Test
  void trainingHoursMatchWithSingletonsKeptAndDropped() throws IOException {
    Reference jtrain = Reference.named("jtrain");
    Panel panel = jtrain.panel("hrsemp", "grant", "grant_1", "lemploy", "fcode", "year");
    FixedEffectsRegression hours =
        FixedEffectsRegression.of("hrsemp", List.of("grant", "grant_1", "lemploy"))
            .absorbing("fcode", "year");
    List<String> clusters = List.of("fcode", "year");
    jtrain.check("hrsemp_keep", hours.with(Singletons.KEEP), panel, Map.of(), clusters);
    jtrain.check("hrsemp_dropsingletons", hours.with(Singletons.DROP), panel, Map.of(), clusters);
  }

  @Test
  void petersenMatchesByFirmByYearAndByBoth() throws IOException {
    Reference petersen = Reference.named("petersen");
    Panel panel = petersen.panel("firm", "year", "x", "y");
    FixedEffectsRegression pooled = FixedEffectsRegression.of("y", List.of("x"));
    List<String> both = List.of("firm", "year");
    petersen.check("pooled_cluster_firm", pooled, panel, Map.of(), both);
    petersen.check("pooled_cluster_year", pooled, panel, Map.of(), List.of("year"));
    petersen.check("twfe", pooled.absorbing("firm", "year"), panel, Map.of(), both);
  }

  @Test
  void differenceInDifferencesMatchesBalancedUnbalancedAndWithoutSingletons() throws IOException {
    Reference did = Reference.named("base_did");
    Panel balanced = did.panel("y", "x1", "treat", "post", "id", "period");
    Panel unbalanced = BaseDid.unbalanced(balanced);
    FixedEffectsRegression regression =
        FixedEffectsRegression.of("y", List.of("x1", "treat*post")).absorbing("id", "period");
    Map<String, String> names = Map.of("I(treat * post)", "treat*post");
    List<String> clusters = List.of("id", "period");
    did.check("static", regression, balanced, names, clusters);
    did.check("unbalanced_static", regression, unbalanced, names, clusters);
    did.check(
        "unbalanced_static_dropsingletons",
        regression.with(Singletons.DROP),
        unbalanced,
        names,
        clusters);
  }
}
