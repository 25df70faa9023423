package id.dampak.estimate.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.dampak.error.DampakException;
import id.dampak.estimate.Bins;
import id.dampak.estimate.ExposureEventStudy;
import id.dampak.estimate.Fit;
import id.dampak.estimate.Panel;
import id.dampak.linalg.Matrix;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventCoefficientsTest {
  private static final Matrix IDENTITY = Matrix.of(2, 2, new double[] {1, 0, 0, 1});

  /** 40 units over 8 periods, the event in period 6. */
  static Panel market() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(4);
    double[] exposure = random.doubles(40).toArray();
    double[] noise = IntStream.range(0, 320).mapToDouble(i -> random.nextGaussian()).toArray();
    return Panel.ofRows(320)
        .numeric("unit", i -> Math.floorDiv(i, 8))
        .numeric("t", i -> i % 8 + 1)
        .numeric("e", i -> exposure[i / 8])
        .numeric("y", i -> noise[i] + (i % 8 >= 5 ? 3 * exposure[i / 8] : 0))
        .build();
  }

  private static ExposureEventStudy study() {
    return ExposureEventStudy.of("y", "e", "unit", "t", 6);
  }

  @Test
  void anEventStudyIsReadInTheOrderOfItsPeriods() {
    Fit fit = study().fit(market());
    EventCoefficients coefficients = EventCoefficients.of(study(), fit);
    assertThat(coefficients.prePeriods()).isEqualTo(4);
    assertThat(coefficients.postPeriods()).isEqualTo(3);
    assertThat(coefficients.estimates().get(0)).isEqualTo(fit.estimate("e[-5]").estimate());
    assertThat(coefficients.estimates().get(4)).isEqualTo(fit.estimate("e[0]").estimate());
    assertThat(Math.sqrt(coefficients.covariance().at(4, 4)))
        .isCloseTo(fit.estimate("e[0]").stdError(), within(1e-12));
    RobustInterval original = HonestInference.ofFirstEffect(coefficients).original();
    assertThat((original.confLow() + original.confHigh()) / 2)
        .isCloseTo(fit.estimate("e[0]").estimate(), within(1e-12));
  }

  @Test
  void anotherReferencePeriodGivesTheSameCoefficients() {
    EventCoefficients usual = EventCoefficients.of(study(), study().fit(market()));
    ExposureEventStudy earlier = study().but().relativeTo(-3).build();
    EventCoefficients moved = EventCoefficients.of(earlier, earlier.fit(market()));
    assertThat(moved.prePeriods()).isEqualTo(usual.prePeriods());
    for (int i = 0; i < 7; i++) {
      assertThat(moved.estimates().get(i)).isCloseTo(usual.estimates().get(i), within(1e-10));
      for (int j = 0; j < 7; j++) {
        assertThat(moved.covariance().at(i, j))
            .isCloseTo(usual.covariance().at(i, j), within(1e-10));
      }
    }
  }

  @Test
  void periodsOfAnticipationCountAsAfterTheEvent() {
    Fit fit = study().fit(market());
    Map<Integer, String> terms =
        Map.of(-5, "e[-5]", -4, "e[-4]", -3, "e[-3]", -2, "e[-2]", 0, "e[0]", 1, "e[1]", 2, "e[2]");
    EventCoefficients earlier = EventCoefficients.of(fit, terms, -1, -2);
    assertThat(earlier.prePeriods()).isEqualTo(3);
    assertThat(earlier.postPeriods()).isEqualTo(4);
    // Period −1 is 0 less the coefficient of period −2.
    assertThat(earlier.estimates().get(3)).isEqualTo(-fit.estimate("e[-2]").estimate());
  }

  @Test
  void binnedEndPointsAreLeftOut() {
    ExposureEventStudy binned = study().but().binned(new Bins(-4, 2)).build();
    EventCoefficients coefficients = EventCoefficients.of(binned, binned.fit(market()));
    assertThat(coefficients.prePeriods()).isEqualTo(2);
    assertThat(coefficients.postPeriods()).isEqualTo(2);
  }

  @Test
  void stepsAndBendsBeforeTheEventRunUpToThePeriodThatIsZero() {
    Matrix three = Matrix.of(3, 3, new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1});
    // −1, 4, 0 before the event: steps 5 and −4, one bend of −9.
    EventCoefficients study = EventCoefficients.of(2, new double[] {-1, 4, 100}, three);
    assertThat(study.largestStepBefore()).isEqualTo(5);
    assertThat(study.largestBendBefore()).isEqualTo(9);
    EventCoefficients one = EventCoefficients.of(1, new double[] {3, 100}, IDENTITY);
    assertThat(one.largestStepBefore()).isEqualTo(3);
    assertThat(one.largestBendBefore()).isNaN();
  }

  @Test
  void coefficientsByGroupAreReadGroupByGroup() {
    Panel market = market();
    Panel grouped =
        Panel.ofRows(320)
            .numeric("unit", i -> market.number("unit", i))
            .numeric("t", i -> market.number("t", i))
            .numeric("e", i -> market.number("e", i))
            .numeric("y", i -> market.number("y", i))
            .categorical("g", i -> i < 160 ? 0 : 1, List.of("Java", "Bali"))
            .build();
    ExposureEventStudy byGroup = study().but().separatelyBy("g").build();
    Fit fit = byGroup.fit(grouped);
    EventCoefficients bali = EventCoefficients.of(byGroup, fit, "Bali");
    assertThat(bali.estimates().get(4)).isEqualTo(fit.estimate("e[0]:Bali").estimate());
    assertThatThrownBy(() -> EventCoefficients.of(byGroup, fit))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("no coefficients of the group \"all\"")
        .hasMessageContaining("Bali, Java");
  }

  @Test
  void aGapBetweenPeriodsIsRefusedByName() {
    Fit fit = study().fit(market());
    assertThatThrownBy(
            () -> EventCoefficients.of(fit, Map.of(-4, "e[-4]", 0, "e[0]", 2, "e[2]"), -1))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("relative periods [-3, -2, 1]");
  }

  @Test
  void aSideWithoutCoefficientsIsRefused() {
    double[] two = {1, 2};
    assertThatThrownBy(() -> EventCoefficients.of(0, two, IDENTITY))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("0 coefficients before and 2 after");
    assertThatThrownBy(() -> EventCoefficients.of(2, two, IDENTITY))
        .hasMessageContaining("2 coefficients before and 0 after");
  }

  @Test
  void aCovarianceThatIsNoneIsRefusedWithItsNumbers() {
    double[] two = {1, 2};
    // Eigenvalues 3 and −1.
    Matrix indefinite = Matrix.of(2, 2, new double[] {1, 2, 2, 1});
    assertThatThrownBy(() -> EventCoefficients.of(1, two, indefinite))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("eigenvalue 2 of 2")
        .hasMessageContaining("is -1.0")
        .hasMessageContaining("the largest 3.0");
    Matrix lopsided = Matrix.of(2, 2, new double[] {1, 0.5, 0, 1});
    assertThatThrownBy(() -> EventCoefficients.of(1, two, lopsided))
        .hasMessageContaining("not symmetric: row 2, column 1 has 0.0");
    assertThatThrownBy(() -> EventCoefficients.of(1, two, Matrix.zero(3, 3)))
        .hasMessageContaining("2 estimates do not go with a covariance of 3 x 3");
    assertThatThrownBy(() -> EventCoefficients.of(1, two, Matrix.zero(2, 2)))
        .hasMessageContaining("Coefficient 1")
        .hasMessageContaining("variance 0.0");
    assertThatThrownBy(() -> EventCoefficients.of(1, new double[] {1, Double.NaN}, IDENTITY))
        .hasMessageContaining("Coefficient 2")
        .hasMessageContaining("NaN");
  }

  @Test
  void targetsAndBoundsThatMakeNoSenseAreRefused() {
    EventCoefficients study = EventCoefficients.of(1, new double[] {1, 2}, IDENTITY);
    assertThatThrownBy(() -> new HonestInference(study, List.of(1.0, 0.0), 0.95))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("weights [1.0, 0.0]");
    assertThatThrownBy(() -> new HonestInference(study, List.of(0.0), 0.95))
        .hasMessageContaining("not all of them 0");
    HonestInference inference = HonestInference.ofFirstEffect(study);
    assertThatThrownBy(() -> inference.withLevel(95)).hasMessageContaining("level is 95.0");
    assertThatThrownBy(() -> inference.smoothness(-1)).hasMessageContaining("M is -1.0");
    assertThatThrownBy(() -> inference.relativeMagnitudes(Double.NaN))
        .hasMessageContaining("Mbar is NaN");
  }

  @Test
  void aBoundThatIsKnownWithoutErrorIsRefused() {
    // The step from period 1 to 2 does not vary.
    Matrix singular = Matrix.of(3, 3, new double[] {1, 0, 0, 0, 1, 1, 0, 1, 1});
    HonestInference inference =
        HonestInference.ofFirstEffect(
            EventCoefficients.of(1, new double[] {0.1, 1, 1.5}, singular));
    assertThatThrownBy(() -> inference.relativeMagnitudes(0))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("bound 3 is known without error");
    assertThatThrownBy(() -> inference.smoothness(0))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("3 coefficients has rank 2");
  }
}
