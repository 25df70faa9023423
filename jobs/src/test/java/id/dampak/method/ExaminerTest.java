package id.dampak.method;

import static id.dampak.method.PlantedStudy.BY_REGION;
import static id.dampak.method.PlantedStudy.BY_USE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.dampak.estimate.Estimate;
import id.dampak.estimate.sensitivity.Finding;
import id.dampak.estimate.sensitivity.Finding.Topic;
import id.dampak.estimate.sensitivity.Standing;
import id.dampak.panel.Market;
import id.dampak.panel.PlantedMarket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExaminerTest {
  private static final String EVENT =
      "method: exposure_event_study, outcome: {scale: level}, leads: 14, lags: 10,"
          + " fixed_effects: [unit, period], clusters: [unit]";
  private static final String REGIONS =
      "method: difference_in_differences, aggregation: region, outcome: {scale: level},"
          + " fixed_effects: [unit, period], clusters: [unit]";

  @TempDir Path folder;

  @Test
  void aSoundEventStudyIsFoundSoundButForItsOneEvent() {
    Examination found = examine(PlantedMarket.nationwide(28, 29, 30), BY_USE, EVENT);

    assertThat(standing(found, Topic.PRE_TREND)).isEqualTo(Standing.IDENTIFIED);
    assertThat(standing(found, Topic.SENSITIVITY)).isEqualTo(Standing.IDENTIFIED);
    assertThat(standing(found, Topic.CLUSTERS)).isEqualTo(Standing.IDENTIFIED);
    assertThat(standing(found, Topic.STAYERS)).isEqualTo(Standing.IDENTIFIED);
    assertThat(standing(found, Topic.DOMINANCE)).isEqualTo(Standing.IDENTIFIED);
    // Starts from day 14 to day 25, whose three days are over before the event.
    assertThat(looks(found, "placebo dates")).hasSize(12);
    assertThat(standing(found, Topic.TIME_SHOCKS)).isEqualTo(Standing.FRAGILE);
    assertThat(found.verdict().standing()).isEqualTo(Standing.FRAGILE);
  }

  @Test
  void anEventStudyIsLookedAtWithoutItsParts() {
    Examination found = examine(PlantedMarket.nationwide(28, 29, 30), BY_USE, EVENT);

    assertThat(looks(found, "without a region")).extracting(Look::subject).hasSize(2);
    assertThat(looks(found, "without a size class"))
        .extracting(Look::subject)
        .containsExactlyInAnyOrder("kecil", "mikro");
    assertThat(looks(found, "without a large unit"))
        .hasSize(10)
        .allSatisfy(
            look -> {
              assertThat(look.subject()).startsWith("largest ");
              assertThat(look.estimate().estimate()).isCloseTo(-40, within(3.0));
            });
    assertThat(looks(found, "without periods"))
        .extracting(Look::subject)
        .containsExactly(
            "the first suspended period",
            "the last suspended period",
            "the period before the reference");
    // All units are of one sector, which cannot be left out.
    assertThat(looks(found, "without a sector").get(0).refusal()).isPresent();
  }

  @Test
  void aTreatmentOfRegionsIsGivenToOthers() {
    Examination found = examine(PlantedMarket.regional(28, 29, 30), BY_REGION, REGIONS);

    Look dealt = looks(found, "treatment dealt out anew").get(0);
    assertThat(dealt.estimate().estimate()).isCloseTo(-60, within(6.0));
    // Of 66 pairs of regions the two that were hit come up in one deal of 66 or so.
    assertThat(dealt.estimate().pValue()).isBetween(0.003, 0.04);
    Look weight = looks(found, "weight of the treated").get(0);
    assertThat(weight.subject()).isEqualTo("2 regions");
    assertThat(weight.estimate().estimate()).isCloseTo(2, within(1e-9));
    assertThat(standing(found, Topic.CLUSTERS)).isEqualTo(Standing.FRAGILE);
  }

  @Test
  void fewClustersGetInferenceThatHoldsForFew() {
    Examination few = examine(PlantedMarket.regional(28, 29, 30), BY_REGION, REGIONS);
    Examination many = examine(PlantedMarket.nationwide(28, 29, 30), BY_USE, EVENT);

    List<Look> looks = looks(few, "inference for few clusters");
    assertThat(looks)
        .extracting(Look::subject)
        .containsExactly("CR2, Satterthwaite", "wild bootstrap");
    Look adjusted = looks.get(0);
    assertThat(adjusted.estimate().estimate()).isCloseTo(-60, within(6.0));
    Estimate clustered =
        PlantedStudy.term(
            PlantedStudy.analyse(
                PlantedStudy.of(folder, BY_REGION, REGIONS), PlantedMarket.regional(28, 29, 30)),
            "treatment");
    // Two of twelve regions were hit: the usual interval is far too short.
    assertThat(adjusted.estimate().confHigh() - adjusted.estimate().confLow())
        .isGreaterThan(2 * (clustered.confHigh() - clustered.confLow()));
    assertThat(looks.get(1).estimate().estimate()).isCloseTo(clustered.estimate(), within(1e-9));
    assertThat(looks(many, "inference for few clusters")).isEmpty();
  }

  @Test
  void whatIsNotExaminedCountsAgainstAStudy() {
    Examination found =
        examine(
            PlantedMarket.nationwide(28, 29, 30), BY_USE, "method: did_m, outcome: {scale: level}");

    assertThat(found.verdict().standing()).isEqualTo(Standing.FRAGILE);
    assertThat(found.looks()).hasSize(1);
    assertThat(found.looks().get(0).refusal()).isPresent();
  }

  private Examination examine(Market market, String exposure, String specification) {
    return PlantedStudy.examine(PlantedStudy.of(folder, exposure, specification), market);
  }

  private static Standing standing(Examination examination, Topic topic) {
    return examination.verdict().findings().stream()
        .filter(finding -> finding.topic() == topic)
        .map(Finding::standing)
        .findFirst()
        .orElseThrow();
  }

  private static List<Look> looks(Examination examination, String kind) {
    return examination.looks().stream().filter(look -> look.examination().equals(kind)).toList();
  }
}
