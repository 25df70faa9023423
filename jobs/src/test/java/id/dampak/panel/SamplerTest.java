package id.dampak.panel;

import static id.dampak.panel.MarketExample.byRegion;
import static id.dampak.panel.MarketExample.byShare;
import static id.dampak.panel.MarketExample.day;
import static id.dampak.panel.MarketExample.differences;
import static id.dampak.panel.MarketExample.rows;
import static id.dampak.panel.MarketExample.specification;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dampak.estimate.Dropped;
import id.dampak.estimate.Panel;
import id.dampak.study.Exposure;
import id.dampak.study.Method;
import id.dampak.study.Specification;
import id.dampak.study.Specification.Aggregation;
import id.dampak.study.Specification.Outcome;
import id.dampak.study.Specification.Outcome.Level;
import id.dampak.study.Specification.Outcome.LogRatio;
import id.dampak.study.Specification.Outcome.RelativeToBaseline;
import id.dampak.study.Specification.Weights;
import id.dampak.study.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SamplerTest {
  private static final Dropped CITRA = new Dropped("no sales over the baseline window", 5);

  @Test
  void daysWithoutSalesAreZerosFromTheFirstDayAtRiskOn() {
    Observations observations = byShare(differences(new Level()));

    // ani is dosed by half on the half and the whole suspended day: 0.5 × 0.5 and 0.5 × 1.
    assertThat(rows(observations.panel()))
        .containsExactly(
            "ani 0 10.0 1.0 0.0",
            "ani 1 0.0 1.0 0.0",
            "ani 2 20.0 1.0 0.0",
            "ani 3 5.0 1.0 0.25",
            "ani 4 0.0 1.0 0.5",
            "budi 2 8.0 1.0 0.0",
            "budi 3 8.0 1.0 0.0",
            "budi 4 8.0 1.0 0.0");
  }

  @Test
  void aUnitWithoutBaselineIsLeftOutWithTheReason() {
    assertThat(byShare(differences(new Level())).dropped()).containsExactly(CITRA);
  }

  @Test
  void relativeSalesAreSharesOfTheBaselineWeightedByIt() {
    Observations observations = byShare(differences(new RelativeToBaseline()));

    assertThat(rows(observations.panel()))
        .contains("ani 2 2.0 10.0 0.0", "ani 3 0.5 10.0 0.25", "budi 2 2.0 4.0 0.0");
  }

  @Test
  void byRegionEveryUnitOfASuspendedRegionIsTreated() {
    Observations observations = byRegion(differences(new Level()));

    assertThat(rows(observations.panel()))
        .contains("ani 2 20.0 1.0 0.0", "ani 3 5.0 1.0 1.0", "ani 4 0.0 1.0 1.0")
        .contains("budi 3 8.0 1.0 0.0", "budi 4 8.0 1.0 0.0");
  }

  @Test
  void aShiftMovesTheTreatmentAndTheEvent() {
    Observations observations =
        byShare(
            specification(
                Method.DIFFERENCE_IN_DIFFERENCES, Aggregation.UNIT, new Level(), -2, 0, 0));

    assertThat(observations.eventPeriod()).isEqualTo(3 - 2);
    assertThat(observations.suspended()).containsExactly(0, 1);
    assertThat(rows(observations.panel()))
        .contains("ani 1 0.0 1.0 0.25", "ani 2 20.0 1.0 0.5", "ani 3 5.0 1.0 0.0");
  }

  @Test
  void anEventStudyTakesItsLeadsAndLags() {
    Observations observations =
        byShare(specification(Method.EXPOSURE_EVENT_STUDY, Aggregation.UNIT, new Level(), 0, 2, 1));

    // The event is on day 3: two days before it, and itself.
    assertThat(rows(observations.panel()))
        .extracting(row -> row.substring(0, row.indexOf(' ') + 2))
        .containsExactly("ani 1", "ani 2", "ani 3", "budi 2", "budi 3");
    assertThat(observations.panel().number("exposure", 0)).isEqualTo(0.5);
    assertThat(observations.panel().number("baseline", 0)).isEqualTo(10);
    assertThat(observations.panel().label("sector", 0)).isEqualTo("G");
    assertThat(observations.panel().label("sector", 3)).isEqualTo("I");
    assertThat(observations.panel().label("size_class", 0)).isEqualTo("mikro");
    assertThat(observations.panel().label("region", 0)).isEqualTo("north");
  }

  @Test
  void beforeTheEventEveryDayCountsWhateverTheLeads() {
    Window days = new Window(LocalDate.of(2025, 8, 27), LocalDate.of(2025, 8, 29));
    Observations before =
        new Sampler(
                MarketExample.market(),
                MarketExample.study(new Exposure.FeatureShare("live", days)))
            .before(
                specification(Method.EXPOSURE_EVENT_STUDY, Aggregation.UNIT, new Level(), 0, 2, 1));

    // The event is on day 3.
    assertThat(rows(before.panel()))
        .extracting(row -> row.substring(0, row.indexOf(' ') + 2))
        .containsExactly("ani 0", "ani 1", "ani 2", "budi 2");
    assertThat(before.eventPeriod()).isEqualTo(3);
    assertThat(before.suspended()).containsExactly(0, 1);
  }

  @Test
  void aSampleNamesItsDays() {
    Specification all = differences(new Level());
    Specification some =
        new Specification(
            all.name(),
            all.method(),
            all.role(),
            all.aggregation(),
            all.outcome(),
            all.clip(),
            List.of(day(0), day(4)),
            all.shift(),
            all.leads(),
            all.lags(),
            all.fixedEffects(),
            all.clusters(),
            all.fixedEffectDegrees(),
            all.options());

    assertThat(rows(byShare(some).panel()))
        .containsExactly("ani 0 10.0 1.0 0.0", "ani 4 0.0 1.0 0.5", "budi 4 8.0 1.0 0.0");
  }

  @Test
  void aLogRatioNeedsSalesNowAndBefore() {
    Observations observations = byRegion(differences(new LogRatio(2, Weights.NONE)));

    // ani on day 2 against day 0, budi on day 4 against day 2. One side is missing on days 0, 3 and
    // 4 of ani, 2 and 3 of budi, 0 and 2 of citra.
    assertThat(rows(observations.panel()))
        .containsExactly("ani 2 " + Math.log(20.0 / 10.0) + " 1.0 0.0", "budi 4 0.0 1.0 0.0");
    assertThat(observations.dropped())
        .containsExactly(new Dropped("not positive both now and 2 periods before", 3 + 2 + 2));
  }

  @Test
  void aLogRatioMayBeWeightedByTheSalesBefore() {
    assertThat(rows(byRegion(differences(new LogRatio(2, Weights.LAGGED_OUTCOME))).panel()))
        .containsExactly("ani 2 " + Math.log(2) + " 10.0 0.0", "budi 4 0.0 8.0 0.0");
  }

  @Test
  void aLogRatioIsDosedByTheShareWhereTheStudySaysSo() {
    // ani on day 3 against day 2, half suspended, with half of its sales through the feature.
    assertThat(rows(byShare(differences(new LogRatio(1, Weights.NONE))).panel()))
        .contains("ani 3 " + Math.log(5.0 / 20.0) + " 1.0 0.25");
  }

  @Test
  void regionsSumTheSalesMadeInThem() {
    Observations observations =
        byRegion(
            specification(
                Method.DIFFERENCE_IN_DIFFERENCES,
                Aggregation.REGION,
                new LogRatio(2, Weights.LAGGED_OUTCOME),
                0,
                0,
                0));

    // north sold 10 + 1 on day 0, nothing on day 1 and 20 on day 2; south 8 on days 2 and 4.
    assertThat(rows(observations.panel()))
        .containsExactly("north 2 " + Math.log(20.0 / 11.0) + " 11.0 0.0", "south 4 0.0 8.0 0.0");
  }

  @Test
  void theOutcomeIsClippedAtItsQuantiles() {
    Specification plain = differences(new Level());
    Specification clipped =
        new Specification(
            plain.name(),
            plain.method(),
            plain.role(),
            plain.aggregation(),
            plain.outcome(),
            Optional.of(new Specification.Clip(0.25, 0.75)),
            plain.sample(),
            plain.shift(),
            plain.leads(),
            plain.lags(),
            plain.fixedEffects(),
            plain.clusters(),
            plain.fixedEffectDegrees(),
            plain.options());
    Panel panel = byShare(clipped).panel();

    // Sorted: 0 0 5 8 8 8 10 20. Type 7 at 0.25 is place 7 × 0.25 = 1.75: 0 + 0.75 × (5 − 0);
    // at 0.75 place 5.25: 8 + 0.25 × (10 − 8).
    assertThat(outcomes(panel)).containsExactly(8.5, 3.75, 8.5, 5.0, 3.75, 8.0, 8.0, 8.0);
  }

  private static double[] outcomes(Panel panel) {
    double[] outcomes = new double[panel.observations()];
    for (int row = 0; row < outcomes.length; row++) {
      outcomes[row] = panel.number("outcome", row);
    }
    return outcomes;
  }

  @Test
  void clippingNothingLeavesNothing() {
    ObservationRows none = new ObservationRows();

    none.clip(0.1, 0.9);

    assertThat(none.ofUnits(MarketExample.market()).observations()).isZero();
  }

  @Test
  void observationsBeyondTheFirstBufferAreKept() {
    ObservationRows rows = new ObservationRows();
    for (int i = 0; i < 5000; i++) {
      rows.add(i % 3, 0, i % 5, i, i, 1, 0, ObservationRows.Channel.ALL);
    }
    Panel panel = rows.ofUnits(MarketExample.market());

    assertThat(panel.observations()).isEqualTo(5000);
    assertThat(panel.number("outcome", 4999)).isEqualTo(4999);
    assertThat(panel.label("unit", 4999)).isEqualTo("budi"); // 4999 = 3 × 1666 + 1
  }

  @Test
  void aMarketWithoutSuspensionIsRefused() {
    Window days = new Window(LocalDate.of(2025, 8, 27), LocalDate.of(2025, 8, 29));
    Sampler sampler =
        new Sampler(
            MarketExample.market(0, 0, 0, 0, 0),
            MarketExample.study(new Exposure.RegionMembership(days)));
    Outcome outcome = new Level();

    assertThatThrownBy(() -> sampler.observations(differences(outcome)))
        .hasMessageContaining("Cannot estimate test")
        .hasMessageContaining("No suspension that counts")
        .hasMessageContaining("suspensions:");
  }

  @Test
  void suspendedPeriodsAreThoseOfAnyRegion() {
    assertThat(MarketExample.market().suspendedPeriods()).containsExactly(3, 4);
    assertThat(MarketExample.market().suspended(MarketExample.SOUTH, 3)).isZero();
    assertThat(MarketExample.market().suspended(MarketExample.NORTH, -1)).isZero();
    assertThat(MarketExample.market().suspended(MarketExample.NORTH, 5)).isZero();
  }
}
