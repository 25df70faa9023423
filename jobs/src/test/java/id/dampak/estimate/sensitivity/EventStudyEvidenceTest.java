package id.dampak.estimate.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.dampak.estimate.Bins;
import id.dampak.estimate.ExposureEventStudy;
import id.dampak.estimate.Fit;
import id.dampak.estimate.Panel;
import id.dampak.estimate.Variance;
import id.dampak.estimate.sensitivity.EventStudyEvidence.Gathered;
import id.dampak.estimate.sensitivity.Finding.Topic;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EventStudyEvidenceTest {
  private static final int UNITS = 120;
  private static final int PERIODS = 12;
  private static final int EVENT = 8;
  private static final ExposureEventStudy STUDY =
      ExposureEventStudy.of("y", "share", "unit", "time", EVENT);

  /**
   * A market with an effect of −1 from the event on.
   *
   * @param trend by which the fully exposed differ more in every period
   */
  private static Panel market(long seed, double trend) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] noise = random.doubles(UNITS * PERIODS).map(u -> 2 * u - 1).toArray();
    return Panel.ofRows(UNITS * PERIODS)
        .numeric("unit", row -> unit(row))
        .numeric("time", row -> row % PERIODS)
        .numeric("share", row -> share(unit(row)))
        .numeric(
            "y",
            row -> {
              int time = row % PERIODS;
              double effect = time >= EVENT ? -1 : 0;
              return unit(row) + (effect + trend * time) * share(unit(row)) + noise[row];
            })
        .build();
  }

  private static int unit(int row) {
    return row / PERIODS;
  }

  private static double share(int unit) {
    return unit % 3 / 2.0;
  }

  private static Gathered gathered(ExposureEventStudy study, Panel panel) {
    return new EventStudyEvidence(study, List.of(0, 1, 2, 3)).from(study.fit(panel), panel);
  }

  private static Standing standing(Topic topic, Evidence evidence) {
    return VerdictRules.usual().judge(evidence).findings().stream()
        .filter(finding -> finding.topic() == topic)
        .findFirst()
        .orElseThrow()
        .standing();
  }

  @Test
  void whatTheStudyShowsIsGathered() {
    Panel panel = market(1, 0);
    Evidence evidence = gathered(STUDY, panel).evidence();
    Fit fit = STUDY.fit(panel);
    EventBlocks blocks = EventBlocks.of(EventCoefficients.of(STUDY, fit), List.of(0, 1, 2, 3));

    double mean = 0;
    for (int k = 0; k < 4; k++) {
      mean += fit.estimate(STUDY.term(k)).estimate() / 4;
    }
    assertThat(evidence.effect().estimate()).isCloseTo(mean, within(1e-12));
    assertThat(evidence.preTrendPValue()).hasValue(STUDY.preTrend(panel).pValue());
    assertThat(evidence.clusters()).hasValue(UNITS);
    assertThat(evidence.stayers()).hasValue(UNITS / 3);
    assertThat(evidence.events()).hasValue(1);
    assertThat(evidence.placeboDatesPValue()).isEmpty();
    assertThat(evidence.breakdownMbar())
        .hasValue(
            new HonestInference(blocks.coefficients(), blocks.target(), 0.95)
                .breakdownRelativeMagnitudes(0));
  }

  /** Of three exposed alike among many h_c is (1 − p)², of the others p². */
  @Test
  void clustersCountAsFarAsTheyCarryTheEffect() {
    Panel few = market(1, 0).with("share", row -> unit(row) < 3 ? 1 : 0);

    double p = 3.0 / UNITS;
    double expected = UNITS * p * (1 - p) / (Math.pow(1 - p, 3) + Math.pow(p, 3));
    assertThat(gathered(STUDY, few).evidence().effectiveClusters().orElse(0))
        .isCloseTo(expected, within(1e-6));
    // Shares of 0, ½ and 1: those in the middle carry nothing.
    assertThat(gathered(STUDY, market(1, 0)).evidence().effectiveClusters().orElse(0))
        .isCloseTo(80, within(1e-6));
    ExposureEventStudy unclustered = STUDY.but().variance(new Variance.Hc1()).build();
    assertThat(gathered(unclustered, few).evidence().effectiveClusters()).isEmpty();
  }

  @Test
  void aTrendOfTheExposedIsObjectedToAndNoTrendIsNot() {
    for (int seed = 1; seed <= 3; seed++) {
      Evidence trending = gathered(STUDY, market(seed, -0.2)).evidence();
      Evidence sound = gathered(STUDY, market(seed, 0)).evidence();

      assertThat(VerdictRules.usual().judge(trending).standing())
          .isEqualTo(Standing.NOT_IDENTIFIED);
      assertThat(standing(Topic.PRE_TREND, sound)).isEqualTo(Standing.IDENTIFIED);
      assertThat(standing(Topic.CLUSTERS, sound)).isEqualTo(Standing.IDENTIFIED);
      assertThat(standing(Topic.STAYERS, sound)).isEqualTo(Standing.IDENTIFIED);
    }
  }

  /** The exposed differ by a tenth more in every period: by 2.5 tenths in the mean of 0 to 3. */
  @Test
  void theBiasOfATrendThatGoesOnIsTold() {
    Evidence evidence = gathered(STUDY, market(1, -0.1)).evidence();
    Evidence sound = gathered(STUDY, market(1, 0)).evidence();

    assertThat(evidence.trendBias().orElseThrow() - sound.trendBias().orElseThrow())
        .isCloseTo(-0.25, within(1e-9));
  }

  @Test
  void whatTheStudyDoesNotAllowIsToldAndCountsAgainstIt() {
    ExposureEventStudy brief = STUDY.but().binned(new Bins(-2, 3)).build();
    Panel panel = market(1, 0);
    Gathered gathered =
        new EventStudyEvidence(brief, List.of(0, 1, 2)).from(brief.fit(panel), panel);

    assertThat(gathered.refusals()).hasSize(3);
    assertThat(gathered.evidence().trendBias()).isEmpty();
    assertThat(gathered.evidence().breakdownMbar()).isEmpty();
    assertThat(gathered.evidence().undetectedBias()).isEmpty();
    assertThat(standing(Topic.SENSITIVITY, gathered.evidence())).isEqualTo(Standing.FRAGILE);
  }
}
