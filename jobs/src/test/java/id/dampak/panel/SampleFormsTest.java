package id.dampak.panel;

import static id.dampak.panel.MarketExample.byShare;
import static id.dampak.panel.MarketExample.differences;
import static id.dampak.panel.MarketExample.rows;
import static id.dampak.panel.MarketExample.specification;
import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.estimate.Dropped;
import id.dampak.estimate.Panel;
import id.dampak.study.Exposure;
import id.dampak.study.Method;
import id.dampak.study.Specification;
import id.dampak.study.Specification.Aggregation;
import id.dampak.study.Specification.Outcome.Level;
import id.dampak.study.Specification.Outcome.RelativeToBaseline;
import id.dampak.study.Study;
import org.junit.jupiter.api.Test;

/** What methods beside the event study ask of a panel. */
class SampleFormsTest {

  @Test
  void sumsOfARegionMayBeRelativeToTheirBaseline() {
    // north sold 11 and 0 on the two days of the baseline, south nothing.
    Observations observations =
        byShare(
            specification(
                Method.SYNTHETIC_DID, Aggregation.REGION, new RelativeToBaseline(), 0, 0, 0));

    assertThat(rows(observations.panel()))
        .containsExactly(
            "north 0 2.0 5.5 0.0",
            "north 1 0.0 5.5 0.0",
            "north 2 " + 20 / 5.5 + " 5.5 0.0",
            "north 3 " + 5 / 5.5 + " 5.5 1.0",
            "north 4 0.0 5.5 1.0");
    assertThat(observations.dropped())
        .containsExactly(new Dropped("no sales over the baseline window", 5));
  }

  @Test
  void allOfTheMarketIsOneSeries() {
    Panel panel =
        byShare(specification(Method.INTERRUPTED_SERIES, Aggregation.TOTAL, new Level(), 0, 0, 0))
            .panel();

    assertThat(rows(panel))
        .containsExactly(
            "all 0 11.0 1.0 0.0",
            "all 1 0.0 1.0 0.0",
            "all 2 28.0 1.0 0.0",
            "all 3 13.0 1.0 1.0",
            "all 4 8.0 1.0 1.0");
    // The first day is a Wednesday.
    assertThat(panel.label("day_of_week", 0)).isEqualTo("WEDNESDAY");
    assertThat(panel.label("month", 4)).isEqualTo("AUGUST");
  }

  @Test
  void aMethodMayAskForTheChannelsOfAUnitApart() {
    Panel panel =
        byShare(specification(Method.TRIPLE_DIFFERENCES, Aggregation.UNIT, new Level(), 0, 2, 1))
            .panel();

    assertThat(rows(panel).subList(0, 4))
        .containsExactly(
            "ani 1 0.0 1.0 0.0", "ani 1 0.0 1.0 0.0", "ani 2 9.0 1.0 0.0", "ani 2 11.0 1.0 0.0");
    assertThat(panel.label("channel", 2)).isEqualTo("feature");
    assertThat(panel.label("channel", 3)).isEqualTo("other");
  }

  @Test
  void unitsBelongToTheCohortOfTheirFirstDose() {
    Panel panel = byShare(differences(new Level())).panel();

    assertThat(panel.number("cohort", 0)).isEqualTo(3);
    assertThat(panel.number("ever_treated", 0)).isEqualTo(1);
    assertThat(panel.number("treated", 2)).isEqualTo(0);
    assertThat(panel.number("treated", 3)).isEqualTo(1);
    int budi = panel.observations() - 1;
    assertThat(panel.label("unit", budi)).isEqualTo("budi");
    assertThat(panel.number("cohort", budi)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(panel.number("ever_treated", budi)).isEqualTo(0);
    assertThat(panel.number("treated", budi)).isEqualTo(0);
  }

  @Test
  void aTreatmentThatStaysIsFollowedUntilItFirstEnds() {
    Specification stays = specification(Method.IMPUTATION, Aggregation.UNIT, new Level(), 0, 0, 0);
    Study study = MarketExample.study(new Exposure.FeatureShare("live", MarketExample.baseline()));

    // The feature comes back to north on day 3.
    Panel panel =
        new Sampler(MarketExample.market(0, 0, 1, 0, 0), study).observations(stays).panel();

    assertThat(rows(panel))
        .containsExactly(
            "ani 0 10.0 1.0 0.0", "ani 1 0.0 1.0 0.0", "ani 2 20.0 1.0 0.5", "budi 2 8.0 1.0 0.0");
  }
}
