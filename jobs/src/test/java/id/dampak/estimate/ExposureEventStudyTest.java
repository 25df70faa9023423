package id.dampak.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.dampak.error.DampakException;
import id.dampak.linalg.QuadraticForm;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ExposureEventStudyTest {
  private static final Offset<Double> CLOSE = within(1e-9);
  private static final int PERIODS = 8;
  private static final int EVENT = 6;

  /** 30 units in two regions and two sizes, periods 1–8, some cells missing, weights by unit. */
  private static Panel market(long seed, double... path) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    int units = 30;
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < units; i++) {
      double exposure = i % 3 == 0 ? 0 : random.nextDouble();
      double size = 1 + random.nextInt(9);
      for (int t = 1; t <= PERIODS; t++) {
        double effect = path.length == 0 ? 0 : path[t - 1] * exposure;
        double y = i + 0.1 * t * (i % 2) + effect + (path.length == 0 ? random.nextGaussian() : 0);
        if (random.nextDouble() > 0.1) {
          rows.add(new double[] {i, t, i % 2, i % 5, exposure, size, y});
        }
      }
    }
    String[] names = {"unit", "t", "region", "size", "e", "w", "y"};
    Panel.Builder panel = Panel.ofRows(rows.size());
    IntStream.range(0, names.length).forEach(j -> panel.numeric(names[j], i -> rows.get(i)[j]));
    return panel.build();
  }

  private static ExposureEventStudyBuilder study() {
    return ExposureEventStudy.of("y", "e", "unit", "t", EVENT).but();
  }

  @Test
  void coefficientsAgreeWithTheSameRegressionWrittenOut() {
    Panel panel = market(1);
    Variance variance = Variance.clusteredBy("unit", "region");
    Fit streamed = study().within("region").weightedBy("w").variance(variance).build().fit(panel);
    Fit dense =
        FixedEffectsRegression.of("y", columns())
            .absorbing("unit", "region^t")
            .weightedBy("w")
            .with(variance)
            .fit(writtenOut(panel));
    same(streamed, dense);
  }

  @Test
  void robustAndIidErrorsAgreeToo() {
    Panel panel = market(2);
    for (Variance variance : List.of(new Variance.Hc1(), new Variance.Iid())) {
      same(
          study().variance(variance).build().fit(panel),
          FixedEffectsRegression.of("y", columns())
              .absorbing("unit", "t")
              .with(variance)
              .fit(writtenOut(panel)));
    }
  }

  private static void same(Fit streamed, Fit dense) {
    assertThat(streamed.estimates()).hasSameSizeAs(dense.estimates());
    for (int j = 0; j < dense.estimates().size(); j++) {
      Estimate ours = streamed.estimates().get(j);
      Estimate theirs = dense.estimates().get(j);
      assertThat(ours.estimate()).isCloseTo(theirs.estimate(), CLOSE);
      assertThat(streamed.covariance().at(j, 0)).isCloseTo(dense.covariance().at(j, 0), CLOSE);
      assertThat(ours.confLow()).isCloseTo(theirs.confLow(), CLOSE);
    }
  }

  private static List<String> columns() {
    return IntStream.rangeClosed(1, PERIODS)
        .filter(t -> t != EVENT - 1)
        .mapToObj(t -> "e" + t)
        .toList();
  }

  private static Panel writtenOut(Panel panel) {
    Panel.Builder wide = Panel.ofRows(panel.observations());
    panel.columns().forEach(c -> wide.numeric(c, i -> panel.number(c, i)));
    for (int t = 1; t <= PERIODS; t++) {
      int period = t;
      wide.numeric("e" + t, i -> panel.number("t", i) == period ? panel.number("e", i) : 0);
    }
    return wide.build();
  }

  @Test
  void manyRunsInParallelGiveTheSameNumbersToTheLastBit() {
    Panel panel = market(11);
    ExposureEventStudy study = study().within("region").weightedBy("w").build();
    Fit once = study.fit(panel);
    IntStream.range(0, 200)
        .parallel()
        .forEach(
            i -> {
              Fit again = study.fit(panel);
              assertThat(again.estimates()).isEqualTo(once.estimates());
              assertThat(again.covariance()).isEqualTo(once.covariance());
            });
  }

  @Test
  void aPathWithoutNoiseIsFoundAndTheReferenceIsZero() {
    double[] path = {0, 0, 0, 0, 0, -2, -3, 1};
    ExposureEventStudy study = study().within("region").build();
    Fit fit = study.fit(market(3, path));
    List<EventPeriod> found = study.path(fit);
    assertThat(found)
        .extracting(EventPeriod::relativePeriod)
        .containsExactly(-5, -4, -3, -2, -1, 0, 1, 2);
    assertThat(found.get(4).reference()).isTrue();
    for (int t = 1; t <= PERIODS; t++) {
      assertThat(found.get(t - 1).estimate().estimate()).isCloseTo(path[t - 1], CLOSE);
    }
    assertThat(study.cumulative(fit, List.of(0, 1)).estimate()).isCloseTo(-5, CLOSE);
    assertThat(study.average(fit, List.of(0, 1)).estimate()).isCloseTo(-2.5, CLOSE);
  }

  @Test
  void theLossIsTheDoseTimesTheCoefficients() {
    double[] path = {0, 0, 0, 0, 0, -2, -3, 0};
    Panel panel = market(4, path);
    ExposureEventStudy study = study().within("region").build();
    Fit fit = study.fit(panel);
    double expected = 0;
    double baseline = 0;
    for (int i = 0; i < panel.observations(); i++) {
      int t = (int) panel.number("t", i);
      if (t == 6 || t == 7) {
        expected -= path[t - 1] * panel.number("e", i) * panel.number("w", i);
        baseline += panel.number("w", i);
      }
    }
    LossFromExposure losses =
        new LossFromExposure(study, new OutcomeScale.ShareOf("w"), List.of(0, 1), List.of());
    Loss total = losses.total(fit, panel);
    assertThat(total.lost().estimate()).isCloseTo(expected, within(1e-7));
    assertThat(total.baseline()).isCloseTo(baseline, CLOSE);
    List<Loss> parts = losses.by("size", fit, panel);
    assertThat(parts).extracting(Loss::group).containsExactly("0", "1", "2", "3", "4");
    assertThat(parts.stream().mapToDouble(l -> l.lost().estimate()).sum())
        .isCloseTo(expected, within(1e-7));
  }

  @Test
  void theErrorOfTheLossIsThatOfTheLinearCombination() {
    Panel panel = market(5);
    ExposureEventStudy study = study().build();
    Fit fit = study.fit(panel);
    double dose0 = dose(panel, 6);
    double dose1 = dose(panel, 7);
    int b0 = indexOf(fit, study.term(0));
    int b1 = indexOf(fit, study.term(1));
    double variance =
        dose0 * dose0 * fit.covariance().at(b0, b0)
            + dose1 * dose1 * fit.covariance().at(b1, b1)
            + 2 * dose0 * dose1 * fit.covariance().at(b0, b1);
    Loss loss =
        new LossFromExposure(study, new OutcomeScale.Levels(), List.of(0, 1), List.of())
            .total(fit, panel);
    assertThat(loss.lost().stdError()).isCloseTo(Math.sqrt(variance), CLOSE);
    assertThat(loss.baseline()).isNaN();
  }

  private static double dose(Panel panel, int t) {
    return IntStream.range(0, panel.observations())
        .filter(i -> panel.number("t", i) == t)
        .mapToDouble(i -> panel.number("e", i))
        .sum();
  }

  private static int indexOf(Fit fit, String term) {
    return fit.estimates().stream().map(Estimate::term).toList().indexOf(term);
  }

  @Test
  void coefficientsByGroupEqualThoseOfSeparateRegressionsWhenEveryEffectIsSeparateToo() {
    Panel panel = market(6);
    ExposureEventStudy together = study().within("region").separatelyBy("region").build();
    Fit fit = together.fit(panel);
    int[] inFirst =
        IntStream.range(0, panel.observations())
            .filter(i -> panel.number("region", i) == 0)
            .toArray();
    Panel.Builder part = Panel.ofRows(inFirst.length);
    panel.columns().forEach(c -> part.numeric(c, i -> panel.number(c, inFirst[i])));
    Fit alone = study().build().fit(part.build());
    for (int k : new int[] {-5, -2, 0, 2}) {
      assertThat(fit.estimate(together.term(k, "0")).estimate())
          .isCloseTo(alone.estimate(together.term(k)).estimate(), CLOSE);
    }
  }

  @Test
  void binnedEndPointsShareACoefficient() {
    double[] path = {4, 4, 4, 0, 0, -2, 5, 5};
    ExposureEventStudy study = study().within("region").binned(new Bins(-3, 1)).build();
    Fit fit = study.fit(market(7, path));
    assertThat(fit.estimates())
        .extracting(Estimate::term)
        .containsExactly("e[-3]", "e[-2]", "e[0]", "e[1]");
    assertThat(fit.estimate("e[-3]").estimate()).isCloseTo(4, CLOSE);
    assertThat(fit.estimate("e[1]").estimate()).isCloseTo(5, CLOSE);
  }

  @Test
  void aPreTrendIsFoundAndItsAbsenceIsNot() {
    ExposureEventStudy study = study().build();
    assertThat(study.preTrend(market(8)).pValue()).isBetween(0.01, 1.0);
    Panel noise = market(9);
    Panel.Builder trending = Panel.ofRows(noise.observations());
    noise.columns().stream()
        .filter(c -> !c.equals("y"))
        .forEach(c -> trending.numeric(c, i -> noise.number(c, i)));
    trending.numeric(
        "y", i -> noise.number("y", i) + 5 * noise.number("e", i) * noise.number("t", i));
    JointTest test = study.preTrend(trending.build());
    assertThat(test.numeratorDegreesOfFreedom()).isEqualTo(4);
    assertThat(test.denominatorDegreesOfFreedom()).isEqualTo(30 - 4);
    // Thirty clusters can say only so much, however steep the trend: LM cannot exceed their number.
    assertThat(test.pValue()).isLessThan(0.01);
  }

  @Test
  void withIndependentErrorsThePreTrendTestIsTheClassicalF() {
    Panel panel = market(8);
    ExposureEventStudy study = study().variance(new Variance.Iid()).build();
    Fit fit = study.fit(panel);
    int[] leads = {0, 1, 2, 3};
    double[] points = {
      fit.estimate("e[-5]").estimate(),
      fit.estimate("e[-4]").estimate(),
      fit.estimate("e[-3]").estimate(),
      fit.estimate("e[-2]").estimate()
    };
    double wald = QuadraticForm.inverse(fit.covariance().block(leads), points).value();
    assertThat(study.preTrend(panel).statistic()).isCloseTo(wald / 4, CLOSE);
    assertThat(study.preTrend(panel).denominatorDegreesOfFreedom())
        .isEqualTo(fit.degreesOfFreedom());
  }

  @Test
  void asManyClustersAsPeriodsBeforeTheEventAllowNoPreTrendTest() {
    ExposureEventStudy study = study().variance(Variance.clusteredBy("region")).build();
    assertThat(study.preTrend(market(8)).pValue()).isNaN();
  }

  @Test
  void panelsThatCarryNoEventStudyAreRefused() {
    Panel panel = market(10);
    refuses(ExposureEventStudy.of("y", "e", "unit", "t", 1), panel, "both sides");
    refuses(ExposureEventStudy.of("y", "e", "region", "t", EVENT), panel, "two rows");
    refuses(ExposureEventStudy.of("y", "y", "unit", "t", EVENT), panel, "for the same unit");
    refuses(
        ExposureEventStudy.of("y", "region", "unit", "t", EVENT).but().within("region").build(),
        panel,
        "exposed alike");
    refuses(
        ExposureEventStudy.of("y", "e", "unit", "w", EVENT).but().relativeTo(-40).build(),
        panel,
        "No row lies in the reference period -40");
    refuses(ExposureEventStudy.of("y", "e", "unit", "e", EVENT), panel, "whole numbers");
  }

  private static void refuses(ExposureEventStudy study, Panel panel, String reason) {
    assertThatThrownBy(() -> study.fit(panel))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining(reason);
  }
}
