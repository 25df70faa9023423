package id.dampak.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.dampak.estimate.reversible.Composition;
import id.dampak.estimate.reversible.EffectScale;
import id.dampak.estimate.reversible.IntertemporalDid;
import id.dampak.estimate.reversible.ReversibleFit;
import id.dampak.estimate.reversible.SwitcherCounts;
import id.dampak.estimate.reversible.TreatmentColumns;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Deregulation of banks (Favara and Imbs 2015) against DIDmultiplegtDYN 2.2.0: every number. */
class IntertemporalDidReferenceTest {
  private static final TreatmentColumns COLUMNS =
      TreatmentColumns.of("Dl_vloans_b", "inter_bra", "county", "year");
  private static final TreatmentColumns BY_STATE = COLUMNS.clusteredBy("state_n");

  @Test
  void effectsAndPlacebosClusteredByState() throws IOException {
    check("cl8", IntertemporalDid.of(BY_STATE, 8).withPlacebos(3), 12);
  }

  @Test
  void effectsAndPlacebosOfCounties() throws IOException {
    check("nocl3", IntertemporalDid.of(COLUMNS, 3).withPlacebos(2), 6);
  }

  @Test
  void effectsPerUnitOfTreatmentOfTheSameSwitchers() throws IOException {
    check(
        "cl8_norm",
        IntertemporalDid.of(BY_STATE, 8)
            .withPlacebos(3)
            .with(EffectScale.PER_UNIT)
            .with(Composition.SAME_FOR_EFFECTS),
        12);
  }

  private static void check(String result, IntertemporalDid did, int terms) throws IOException {
    Reference favara = Reference.named("favara_imbs");
    ReversibleFit fit =
        did.estimate(favara.panel("Dl_vloans_b", "inter_bra", "county", "year", "state_n"));
    int compared = 0;
    for (JsonNode kind : favara.results(result)) {
      for (JsonNode theirs : kind) {
        Estimate ours = fit.fit().estimate(term(theirs.get("name").asText()));
        Reference.near(ours.estimate(), theirs.get("Estimate").asDouble(), 1e-6);
        Reference.near(ours.stdError(), theirs.get("SE").asDouble(), 1e-4);
        Reference.near(ours.confLow(), theirs.get("LB CI").asDouble(), 1e-4);
        Reference.near(ours.confHigh(), theirs.get("UB CI").asDouble(), 1e-4);
        SwitcherCounts counts = fit.count(ours.term());
        assertThat(counts.cells()).isEqualTo(theirs.get("N").asLong());
        assertThat(counts.switchers()).isEqualTo(theirs.get("Switchers").asLong());
        assertThat(counts.in() + counts.out()).isEqualTo(counts.switchers());
        compared++;
      }
    }
    assertThat(compared).isEqualTo(terms).isEqualTo(fit.fit().estimates().size());
  }

  private static String term(String theirs) {
    return theirs.equals("Av_tot_eff")
        ? IntertemporalDid.AVERAGE
        : theirs.toLowerCase(Locale.ROOT).replaceAll("_(\\d+)", "[$1]");
  }
}
