package id.dampak.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.coverage.CoverageRun.Outcome;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.sensitivity.Evidence;
import id.dampak.estimate.sensitivity.Finding.Topic;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the simulations are made of, one sample each: the simulations themselves take minutes. */
class DesignsTest {
  private static final double NONE = Double.NaN;

  static Stream<CoverageDesign> designs() {
    return Stream.concat(Designs.meetingAssumptions().stream(), Designs.beyond().stream());
  }

  static Stream<VerdictDesign> violations() {
    return Stream.concat(Violations.strong().stream(), Violations.none().stream());
  }

  @ParameterizedTest
  @MethodSource("designs")
  void aSeedIsASample(CoverageDesign design) {
    Trial trial = design.trial(7, design.effect());
    assertThat(trial.estimate()).isFinite().isNotEqualTo(trial.truth());
    assertThat(design.trial(7, design.effect())).isEqualTo(trial);
    assertThat(design.trial(8, design.effect()).estimate()).isNotEqualTo(trial.estimate());
    assertThat(design.trial(7, 0).truth()).isZero();
  }

  @ParameterizedTest
  @MethodSource("violations")
  void aMarketIsExaminedInEveryTopic(VerdictDesign design) {
    assertThat(design.verdict(7).reasons()).noneMatch(reason -> reason.startsWith("Not examined"));
  }

  @Test
  void anIntervalMayBeOpenButNotMissing() {
    assertThat(Trial.of(1, new Estimate("", 2, 1, 0.5, NONE, NONE)).covers()).isTrue();
    assertThat(Trial.of(1, new Estimate("", 2, 1, 1.5, NONE, NONE)).covers()).isFalse();
    assertThat(Trial.of(1, new Estimate("", 2, 1, 0.5, NONE, NONE)).rejects()).isTrue();
    assertThat(Trial.of(1, new Estimate("", 2, NONE, NONE, NONE, NONE)).covers()).isFalse();
    assertThat(Trial.tested(1, new Estimate("", 2, 1, NONE, NONE, NONE), 0.05, 0.06))
        .isEqualTo(new Trial(1, 2, 1, false, false));
  }

  @Test
  void outcomesAreRowsOfMarkdown() {
    CoverageDesign design =
        CoverageDesign.of(
            "mean", "two rows", -0.5, (random, effect) -> new Trial(0, 0, 1, true, false));
    List<Trial> trials =
        List.of(new Trial(1, 0.5, 1, true, false), new Trial(1, 1, 1, false, true));
    Outcome outcome =
        new Outcome(design, Accuracy.of("mean", trials), List.of(0.05, 0.1, 0.5, 0.996, 1.0));
    assertThat(Tables.coverage(List.of(outcome)))
        .endsWith("| mean | two rows | 2 | 1.000 | −0.2500 (0.2500) | 50.0 % (35.4) | 2.83 |\n");
    assertThat(Tables.power(List.of(outcome)))
        .endsWith("| mean | −0.50 | 5 % | 10 % | 50 % | 100 % | 100 % |\n");
    VerdictDesign shock =
        new VerdictDesign(
            "a shock",
            List.of(Topic.TIME_SHOCKS),
            random -> Evidence.of(new Estimate("", 1, 1, 0, 2, 0)));
    int half = VerdictDesign.DRAWS / 2;
    assertThat(
            Tables.verdicts(
                List.of(
                    new VerdictDesign.Outcome(
                        shock, half, 0, half, Map.of(Topic.TIME_SHOCKS, half)))))
        .endsWith("| a shock | 50 % | 0 % | 50 % | **time shocks** 50 |\n");
  }
}
