package id.dampak.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dampak.error.DampakException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What passes over pieces of a panel leave gives the digits of the panel in memory. */
class MomentsTest {
  private static final double DIGITS = 1e-10;

  static Stream<FixedEffectsRegression> regressions() {
    FixedEffectsRegression plain = FixedEffectsRegression.of("y", List.of("x1", "x2", "x1*x2"));
    return Stream.of(
        plain.absorbing("unit"),
        plain.absorbing("unit", "day"),
        plain.absorbing("day", "unit").with(Variance.clusteredBy("unit")),
        plain.absorbing("unit", "region^day").with(Variance.clusteredBy("region")),
        plain.absorbing("unit", "day^region").with(Variance.clusteredBy("unit", "day")),
        plain.absorbing("unit", "day").with(Variance.clusteredBy("size", "unit")),
        plain.absorbing("unit", "day").with(new Variance.Hc1()).weightedBy("w"),
        plain
            .absorbing("unit", "day")
            .with(Variance.clusteredBy("unit^region"))
            .with(Singletons.DROP)
            .weightedBy("w"));
  }

  @ParameterizedTest
  @MethodSource("regressions")
  void piecesGiveTheDigitsOfTheWhole(FixedEffectsRegression regression) {
    Panel panel = RandomPanel.of(3, 70, 25);
    Fit whole = regression.fit(panel);
    for (int count : new int[] {1, 3, 16}) {
      CutPanel pieces = CutPanel.of(panel, "unit", count);
      same(regression.fit(regression.summarise(pieces, "unit")), whole);
    }
  }

  static Stream<ExposureEventStudy> studies() {
    ExposureEventStudyBuilder study =
        ExposureEventStudy.of("y", "e", "unit", "day", 12).but().binned(new Bins(-5, 6));
    return Stream.of(
        study.build(),
        study.within("region").build(),
        study.within("region").controllingFor("x1", "x2").weightedBy("w").build(),
        study.separatelyBy("size").variance(Variance.clusteredBy("unit", "region")).build(),
        study.variance(new Variance.Hc1()).build(),
        study.singletons(Singletons.DROP).variance(Variance.clusteredBy("size")).build());
  }

  @ParameterizedTest
  @MethodSource("studies")
  void piecesGiveTheDigitsOfTheWholeEventStudyToo(ExposureEventStudy study) {
    Panel panel = RandomPanel.of(4, 60, 25);
    Fit whole = study.fit(panel);
    for (int count : new int[] {1, 5}) {
      CutPanel pieces = CutPanel.of(panel, "unit", count);
      same(study.fit(study.summarise(pieces, "unit")), whole);
    }
  }

  private static void same(Fit pieces, Fit whole) {
    assertThat(pieces.observations()).isEqualTo(whole.observations());
    assertThat(pieces.clusters()).isEqualTo(whole.clusters());
    assertThat(pieces.dropped().stream().mapToLong(Dropped::rows).sum())
        .isEqualTo(whole.dropped().stream().mapToLong(Dropped::rows).sum());
    assertThat(pieces.warnings()).containsExactlyInAnyOrderElementsOf(whole.warnings());
    assertThat(pieces.degreesOfFreedom()).isEqualTo(whole.degreesOfFreedom());
    assertThat(pieces.estimates()).hasSameSizeAs(whole.estimates());
    for (int j = 0; j < whole.estimates().size(); j++) {
      Estimate ours = pieces.estimates().get(j);
      Estimate theirs = whole.estimates().get(j);
      assertThat(ours.term()).isEqualTo(theirs.term());
      Reference.near(ours.estimate(), theirs.estimate(), DIGITS);
      Reference.near(ours.stdError(), theirs.stdError(), DIGITS);
    }
  }

  @Test
  void aRowThatCannotEnterIsToldByItsGroup() {
    Panel panel = RandomPanel.of(5, 20, 10);
    Panel broken = panel.with("y", i -> i == 7 ? Double.POSITIVE_INFINITY : panel.number("y", i));
    FixedEffectsRegression regression =
        FixedEffectsRegression.of("y", List.of("x1")).absorbing("unit", "day");
    CutPanel pieces = CutPanel.of(broken, "unit", 2);
    assertThatThrownBy(() -> regression.summarise(pieces, "unit"))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("\"y\" is infinite in");
  }

  @Test
  void withoutEffectsOrWithThreeThereAreNoMoments() {
    FixedEffectsRegression regression = FixedEffectsRegression.of("y", List.of("x1"));
    assertThatThrownBy(regression::groupings).hasMessageContaining("no fixed effect");
    assertThatThrownBy(() -> regression.absorbing("unit", "day", "region").groupings())
        .hasMessageContaining("these are 3: unit, day, region");
  }

  @Test
  void whatTheEffectsExplainIsNamedAndAnOutcomeThatDoesNotVaryRefused() {
    Panel random = RandomPanel.of(6, 30, 10);
    Panel panel =
        random
            .with("common", i -> 100 * random.number("day", i) + 3 * random.number("unit", i))
            .with("twice", i -> 2 * random.number("x1", i))
            .with("nearly", i -> 1e5 * random.number("day", i) + random.number("x2", i));
    FixedEffectsRegression regression =
        FixedEffectsRegression.of("y", List.of("x1", "common", "twice", "nearly"))
            .absorbing("unit", "day");
    CutPanel pieces = CutPanel.of(panel, "unit", 4);
    Fit fit = regression.fit(regression.summarise(pieces, "unit"));
    assertThat(fit.warnings())
        .contains(
            "common is left out: the fixed effects explain it",
            "twice is left out: it is collinear with the regressors before it");
    // Less the days, "nearly" is x2: digits that the days hide must not be lost.
    Fit plain =
        FixedEffectsRegression.of("y", List.of("x1", "x2")).absorbing("unit", "day").fit(panel);
    Reference.near(fit.estimate("nearly").estimate(), plain.estimate("x2").estimate(), 1e-9);
    Reference.near(fit.estimate("nearly").stdError(), plain.estimate("x2").stdError(), 1e-9);
    FixedEffectsRegression constant =
        FixedEffectsRegression.of("common", List.of("x1")).absorbing("unit", "day");
    assertThatThrownBy(() -> constant.summarise(pieces, "unit"))
        .hasMessageContaining("does not vary once unit and day are taken out");
  }
}
