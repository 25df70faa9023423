package id.dampak.estimate.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dampak.error.DampakException;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.ExposureEventStudy;
import id.dampak.estimate.Fit;
import id.dampak.estimate.Panel;
import id.dampak.estimate.sensitivity.Finding.Figure;
import id.dampak.estimate.sensitivity.Finding.Topic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final VerdictRules RULES = VerdictRules.usual();
  private static final Evidence SOUND =
      Evidence.of(effect(-0.3, -0.4, -0.2))
          .withPreTrend(0.4)
          .withPower(new DetectableTrend(0.02, 0.8, 0.03, 0.05, 0.2))
          .withBreakdown(1.4)
          .withDesign(500, 80, 1)
          .withPlaceboDates(0.02)
          .withLeaveOneOut(without("Bali", -0.28));

  private static Estimate effect(double estimate, double low, double high) {
    return new Estimate("effect", estimate, 0.05, low, high, 0.01);
  }

  private static Refits without(String name, double estimate) {
    Estimate left = effect(estimate, estimate - 0.1, estimate + 0.1);
    return new Refits(
        effect(-0.3, -0.4, -0.2), List.of(new Refit(name, 90, left, Optional.empty())), 0);
  }

  private static Finding of(Topic topic, Evidence evidence) {
    return RULES.judge(evidence).findings().stream()
        .filter(finding -> finding.topic() == topic)
        .findFirst()
        .orElseThrow();
  }

  private static Standing standing(Topic topic, Evidence evidence) {
    return of(topic, evidence).standing();
  }

  @Test
  void aStudyWithoutAFlawIsIdentifiedAndHasAFindingForEveryTopic() {
    Verdict verdict = RULES.judge(SOUND);
    assertThat(verdict.standing()).isEqualTo(Standing.IDENTIFIED);
    assertThat(verdict.findings()).extracting(Finding::topic).containsExactly(Topic.values());
    assertThat(verdict).isEqualTo(RULES.judge(SOUND));
  }

  @Test
  void whatNobodyLookedAtIsFragile() {
    Verdict verdict = RULES.judge(Evidence.of(effect(-0.3, -0.4, -0.2)));
    assertThat(verdict.standing()).isEqualTo(Standing.FRAGILE);
    assertThat(verdict.reasons()).hasSize(7).allMatch(reason -> reason.startsWith("Not examined"));
    assertThat(standing(Topic.PRE_TREND, SOUND.withPreTrend(Double.NaN)))
        .isEqualTo(Standing.FRAGILE);
  }

  @Test
  void theWorstFindingDecidesAndItsReasonIsGiven() {
    Verdict verdict = RULES.judge(SOUND.withDesign(20, 0, 1));
    assertThat(verdict.standing()).isEqualTo(Standing.NOT_IDENTIFIED);
    assertThat(verdict.reasons())
        .containsExactly("No unit was left alone by the event: there is nothing to compare with.");
  }

  @Test
  void aRejectedPreTrendIsFatalUnlessTheEffectSurvivesViolationsAsLarge() {
    assertThat(standing(Topic.PRE_TREND, SOUND.withPreTrend(0.01))).isEqualTo(Standing.FRAGILE);
    Evidence weak = SOUND.withPreTrend(0.01).withBreakdown(0.7);
    assertThat(standing(Topic.PRE_TREND, weak)).isEqualTo(Standing.NOT_IDENTIFIED);
    assertThat(of(Topic.PRE_TREND, weak).reason()).contains("p = 0.0100");
    double quarter = SOUND.effect().estimate() / 4;
    Evidence level = SOUND.withPreTrend(0.01).withTrend(quarter);
    Evidence steep = SOUND.withPreTrend(0.01).withTrend(1.01 * quarter);
    assertThat(standing(Topic.PRE_TREND, level)).isEqualTo(Standing.FRAGILE);
    assertThat(standing(Topic.PRE_TREND, steep)).isEqualTo(Standing.NOT_IDENTIFIED);
    assertThat(standing(Topic.PRE_TREND, level.withTrend(-2 * quarter)))
        .isEqualTo(Standing.FRAGILE);
    assertThat(of(Topic.PRE_TREND, steep).reason()).contains("would make 25 % of the effect");
  }

  @Test
  void aPassedTestThatCouldMissHalfTheEffectIsFragile() {
    Evidence blind = SOUND.withPower(new DetectableTrend(0.1, 0.8, 0.1, 0.2, 0.2));
    Finding finding = of(Topic.PRE_TREND_POWER, blind);
    assertThat(finding.standing()).isEqualTo(Standing.FRAGILE);
    assertThat(finding.reason()).contains("0.200, against an effect of -0.300");
    assertThat(finding.figures()).contains(new Figure("bias", 0.2), new Figure("effect", -0.3));
  }

  @Test
  void theBreakdownValueIsHeldAgainstHalfAndOne() {
    assertThat(standing(Topic.SENSITIVITY, SOUND.withBreakdown(1))).isEqualTo(Standing.IDENTIFIED);
    assertThat(standing(Topic.SENSITIVITY, SOUND.withBreakdown(0.99))).isEqualTo(Standing.FRAGILE);
    assertThat(standing(Topic.SENSITIVITY, SOUND.withBreakdown(0.49)))
        .isEqualTo(Standing.NOT_IDENTIFIED);
    assertThat(standing(Topic.SENSITIVITY, SOUND.withBreakdown(Double.POSITIVE_INFINITY)))
        .isEqualTo(Standing.IDENTIFIED);
  }

  @Test
  void anEffectThatIsNoneToBeginWithIsNotCalledRefuted() {
    Evidence none = Evidence.of(effect(-0.3, -0.7, 0.1)).withBreakdown(0);
    Finding finding = of(Topic.SENSITIVITY, none);
    assertThat(finding.standing()).isEqualTo(Standing.FRAGILE);
    assertThat(finding.reason()).startsWith("The interval holds 0 even if trends are parallel");
  }

  @Test
  void clustersAndStayersAreCounted() {
    assertThat(standing(Topic.CLUSTERS, SOUND.withDesign(40, 10, 1)))
        .isEqualTo(Standing.IDENTIFIED);
    assertThat(standing(Topic.CLUSTERS, SOUND.withDesign(39, 10, 1))).isEqualTo(Standing.FRAGILE);
    assertThat(standing(Topic.CLUSTERS, SOUND.withDesign(9, 10, 1)))
        .isEqualTo(Standing.NOT_IDENTIFIED);
    assertThat(standing(Topic.STAYERS, SOUND.withDesign(40, 10, 1))).isEqualTo(Standing.IDENTIFIED);
    assertThat(standing(Topic.STAYERS, SOUND.withDesign(40, 9, 1))).isEqualTo(Standing.FRAGILE);
  }

  @Test
  void manyClustersOfWhichFewCarryTheEffectAreFragile() {
    assertThat(standing(Topic.CLUSTERS, SOUND.withEffectiveClusters(10)))
        .isEqualTo(Standing.IDENTIFIED);
    Evidence few = SOUND.withEffectiveClusters(2.1);
    assertThat(standing(Topic.CLUSTERS, few)).isEqualTo(Standing.FRAGILE);
    assertThat(of(Topic.CLUSTERS, few).reason())
        .startsWith("500 clusters carry the effect like 2.10 equal ones");
    // Fewer than ten to begin with are told so.
    assertThat(standing(Topic.CLUSTERS, few.withDesign(9, 10, 1)))
        .isEqualTo(Standing.NOT_IDENTIFIED);
  }

  @Test
  void oneEventIsOneShockUnlessOtherDatesShowIt() {
    Evidence one = Evidence.of(effect(-0.3, -0.4, -0.2)).withDesign(500, 80, 1);
    assertThat(standing(Topic.TIME_SHOCKS, one)).isEqualTo(Standing.FRAGILE);
    assertThat(standing(Topic.TIME_SHOCKS, one.withDesign(500, 80, 3)))
        .isEqualTo(Standing.IDENTIFIED);
    assertThat(standing(Topic.TIME_SHOCKS, one.withPlaceboDates(0.3))).isEqualTo(Standing.FRAGILE);
    assertThat(of(Topic.TIME_SHOCKS, SOUND).reason()).contains("rare (p = 0.0200)");
  }

  @Test
  void oneUnitMayMoveTheEffectByAQuarterAndNeverTurnItsSign() {
    assertThat(standing(Topic.DOMINANCE, SOUND.withLeaveOneOut(without("Bali", -0.23))))
        .isEqualTo(Standing.IDENTIFIED);
    assertThat(standing(Topic.DOMINANCE, SOUND.withLeaveOneOut(without("Bali", -0.2))))
        .isEqualTo(Standing.FRAGILE);
    Finding turned = of(Topic.DOMINANCE, SOUND.withLeaveOneOut(without("Bali", 0.02)));
    assertThat(turned.standing()).isEqualTo(Standing.NOT_IDENTIFIED);
    assertThat(turned.reason())
        .isEqualTo("Without Bali the effect is 0.0200 instead of -0.300: its sign hangs on one.");
  }

  @Test
  void anEventStudyGoesFromThePanelToItsVerdict() {
    Panel market = EventCoefficientsTest.market();
    ExposureEventStudy study = ExposureEventStudy.of("y", "e", "unit", "t", 6);
    Fit fit = study.fit(market);
    EventCoefficients coefficients = EventCoefficients.of(study, fit);
    HonestInference inference = HonestInference.ofAverageEffect(coefficients);
    PreTrendPower power =
        new PreTrendPower(coefficients, inference.target(), PreTrendTest.JOINT, 0.05);
    double breakdown = inference.breakdownRelativeMagnitudes(0);
    Quantity mean = new Quantity("mean", Map.of("e[0]", 1 / 3.0, "e[1]", 1 / 3.0, "e[2]", 1 / 3.0));
    Evidence evidence =
        Evidence.of(study.average(fit, List.of(0, 1, 2)))
            .withPreTrend(study.preTrend(market).pValue())
            .withPower(power.detectable(0.8))
            .withBreakdown(breakdown)
            .withDesign(fit.clusters().get(0).count(), 12, 1)
            .withLeaveOneOut(LeaveOneOut.of(study, mean, "unit").fit(market));
    Verdict verdict = RULES.judge(evidence);
    // Noise as large as the effect before it, and one event: no more than fragile.
    assertThat(verdict.standing()).isNotEqualTo(Standing.IDENTIFIED);
    assertThat(of(Topic.SENSITIVITY, evidence).figures()).contains(new Figure("Mbar", breakdown));
    assertThat(standing(Topic.CLUSTERS, evidence)).isEqualTo(Standing.IDENTIFIED);
    assertThat(standing(Topic.TIME_SHOCKS, evidence)).isEqualTo(Standing.FRAGILE);
    assertThat(standing(Topic.DOMINANCE, evidence)).isEqualTo(Standing.IDENTIFIED);
  }

  @Test
  void rulesThatContradictEachOtherAreRefused() {
    assertThatThrownBy(() -> new VerdictRules(0.05, 2, 1, 0.5, 0.25, 10, 40, 10, 0.25))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("Mbar is 1.0");
  }

  @Test
  void numbersInSentencesHaveThreeDigits() {
    assertThat(VerdictRules.number(1234567.8)).isEqualTo("1234568");
    assertThat(VerdictRules.number(0.00012345)).isEqualTo("0.000123");
    assertThat(VerdictRules.number(0)).isEqualTo("0");
    assertThat(VerdictRules.number(Double.POSITIVE_INFINITY)).isEqualTo("Infinity");
  }
}
