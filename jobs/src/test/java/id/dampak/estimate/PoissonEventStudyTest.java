package id.dampak.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.dampak.error.DampakException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonEventStudyTest {
  private static final Offset<Double> CLOSE = within(1e-8);
  private static final int PERIODS = 8;
  private static final int EVENT = 6;
  private static final double[] NO_EFFECT = new double[PERIODS];

  /** Units in two regions, periods 1–8, a tenth of the cells missing; noise has mean 1. */
  private static Panel market(long seed, int units, double noise, double... path) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < units; i++) {
      double exposure = i % 3 == 0 ? 0 : random.nextDouble();
      double size = Math.exp(3 + 0.4 * random.nextGaussian());
      double weight = 1 + random.nextInt(3);
      for (int t = 1; t <= PERIODS; t++) {
        double shock = random.nextDouble() < 0.3 ? 0 : -Math.log(random.nextDouble()) / 0.7;
        double mean = size * Math.exp(0.1 * t * (i % 2) + path[t - 1] * exposure);
        double y = mean * (1 - noise + noise * shock);
        if (random.nextDouble() > 0.1) {
          rows.add(new double[] {i, t, i % 2, i % 5, exposure, weight, y, random.nextDouble()});
        }
      }
    }
    String[] names = {"unit", "t", "region", "size", "e", "w", "y", "x"};
    Panel.Builder panel = Panel.ofRows(rows.size());
    IntStream.range(0, names.length).forEach(j -> panel.numeric(names[j], i -> rows.get(i)[j]));
    return panel.build();
  }

  private static ExposureEventStudyBuilder study() {
    return ExposureEventStudy.of("y", "e", "unit", "t", EVENT).but();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void coefficientsAgreeWithTheSameRegressionWrittenOut(long seed) {
    Panel panel = market(seed, 30, 1, NO_EFFECT);
    for (Variance variance :
        List.of(Variance.clusteredBy("unit", "size"), new Variance.Hc1(), new Variance.Iid())) {
      Fit streamed =
          new PoissonEventStudy(
                  study()
                      .within("region")
                      .controllingFor("x")
                      .weightedBy("w")
                      .variance(variance)
                      .build())
              .fit(panel);
      Panel.Builder wide = Panel.ofRows(panel.observations());
      panel.columns().forEach(c -> wide.numeric(c, i -> panel.number(c, i)));
      List<String> terms = new ArrayList<>(List.of("x"));
      for (int t = 1; t <= PERIODS; t++) {
        int period = t;
        wide.numeric("e" + t, i -> panel.number("t", i) == period ? panel.number("e", i) : 0);
        if (t != EVENT - 1) {
          terms.add("e" + t);
        }
      }
      Fit dense =
          PoissonRegression.of("y", terms)
              .absorbing("unit", "region^t")
              .weightedBy("w")
              .with(variance)
              .fit(wide.build());
      assertThat(streamed.estimates()).hasSameSizeAs(dense.estimates());
      assertThat(streamed.dropped()).hasSameSizeAs(dense.dropped());
      for (int j = 0; j < dense.estimates().size(); j++) {
        Estimate ours = streamed.estimates().get(j);
        assertThat(ours.estimate()).isCloseTo(dense.estimates().get(j).estimate(), CLOSE);
        assertThat(streamed.covariance().at(j, 0)).isCloseTo(dense.covariance().at(j, 0), CLOSE);
      }
    }
  }

  @Test
  void aPathWithoutNoiseIsFoundAndSoIsItsLoss() {
    double[] path = {0, 0, 0, 0, 0, -0.7, -0.2, 0.1};
    Panel panel = market(3, 30, 0, path);
    PoissonEventStudy poisson = new PoissonEventStudy(study().within("region").build());
    Fit fit = poisson.fit(panel);
    List<EventPeriod> effects = poisson.effects(fit, 0.5);
    for (int t = 1; t <= PERIODS; t++) {
      assertThat(poisson.path(fit).get(t - 1).estimate().estimate()).isCloseTo(path[t - 1], CLOSE);
      assertThat(effects.get(t - 1).estimate().estimate())
          .isCloseTo(Math.exp(0.5 * path[t - 1]) - 1, CLOSE);
    }
    double lost = 0;
    double wouldHave = 0;
    for (int i = 0; i < panel.observations(); i++) {
      int t = (int) panel.number("t", i);
      if (t == 6 || t == 7) {
        double without = panel.number("y", i) * Math.exp(-path[t - 1] * panel.number("e", i));
        wouldHave += without;
        lost += without - panel.number("y", i);
      }
    }
    LossFromPoisson losses = new LossFromPoisson(poisson, List.of(0, 1), List.of());
    Loss total = losses.total(fit, panel);
    assertThat(total.lost().estimate()).isCloseTo(lost, within(1e-6));
    assertThat(total.baseline()).isCloseTo(wouldHave, within(1e-6));
    assertThat(losses.by("size", fit, panel).stream().mapToDouble(l -> l.lost().estimate()).sum())
        .isCloseTo(lost, within(1e-6));
  }

  @Test
  void theErrorOfTheLossIsThatOfItsNumericalDerivative() {
    Panel panel = market(4, 30, 1, NO_EFFECT);
    PoissonEventStudy poisson = new PoissonEventStudy(study().build());
    Fit fit = poisson.fit(panel);
    List<Integer> against = List.of(-3, -2, -1);
    Loss loss = new LossFromPoisson(poisson, List.of(0, 2), against).total(fit, panel);
    int k = fit.estimates().size();
    double[] at = fit.estimates().stream().mapToDouble(Estimate::estimate).toArray();
    assertThat(loss.lost().estimate()).isCloseTo(lossAt(panel, at), within(1e-8));
    double[] gradient = new double[k];
    for (int j = 0; j < k; j++) {
      double[] up = at.clone();
      double[] down = at.clone();
      up[j] += 1e-5;
      down[j] -= 1e-5;
      gradient[j] = (lossAt(panel, up) - lossAt(panel, down)) / 2e-5;
    }
    double expected = Math.sqrt(fit.covariance().quadratic(gradient));
    assertThat(loss.lost().stdError() / expected).isCloseTo(1, within(1e-7));
  }

  /** Terms are of the periods −5, −4, −3, −2, 0, 1, 2; those from −3 to −1 stand for no event. */
  private static double lossAt(Panel panel, double[] b) {
    double normal = (b[2] + b[3]) / 3;
    double lost = 0;
    for (int i = 0; i < panel.observations(); i++) {
      double t = panel.number("t", i);
      if (t == 6 || t == 8) {
        double change = (t == 6 ? b[4] : b[6]) - normal;
        lost += panel.number("y", i) * (Math.exp(-change * panel.number("e", i)) - 1);
      }
    }
    return lost;
  }

  @Test
  void groupsHaveTheirOwnCoefficientsAndLosses() {
    Panel panel = market(5, 60, 1, NO_EFFECT);
    PoissonEventStudy poisson =
        new PoissonEventStudy(study().within("region").separatelyBy("region").build());
    Fit fit = poisson.fit(panel);
    int[] inFirst =
        IntStream.range(0, panel.observations())
            .filter(i -> panel.number("region", i) == 0)
            .toArray();
    Panel.Builder part = Panel.ofRows(inFirst.length);
    panel.columns().forEach(c -> part.numeric(c, i -> panel.number(c, inFirst[i])));
    PoissonEventStudy alone = new PoissonEventStudy(study().build());
    Fit first = alone.fit(part.build());
    assertThat(fit.estimate(poisson.study().term(0, "0")).estimate())
        .isCloseTo(first.estimate(poisson.study().term(0)).estimate(), CLOSE);
    assertThat(
            new LossFromPoisson(poisson, List.of(0), List.of())
                .by("region", fit, panel)
                .get(0)
                .lost()
                .estimate())
        .isCloseTo(
            new LossFromPoisson(alone, List.of(0), List.of())
                .total(first, part.build())
                .lost()
                .estimate(),
            within(1e-5));
  }

  @Test
  void binnedEndPointsShareACoefficientAndIntervalsOfEffectsStayAboveMinusOne() {
    PoissonEventStudy poisson =
        new PoissonEventStudy(study().binned(new Bins(-3, 1)).level(0.999).build());
    Fit fit = poisson.fit(market(6, 30, 1, NO_EFFECT));
    assertThat(fit.estimates())
        .extracting(Estimate::term)
        .containsExactly("e[-3]", "e[-2]", "e[0]", "e[1]");
    for (EventPeriod period : poisson.effects(fit, 5)) {
      assertThat(period.reference() || period.estimate().confLow() > -1).isTrue();
    }
    Estimate beta = fit.estimate("e[0]");
    Estimate effect = poisson.effects(fit, 1).get(3).estimate();
    assertThat(effect.stdError()).isCloseTo(Math.exp(beta.estimate()) * beta.stdError(), CLOSE);
  }

  @Test
  void aPreTrendIsFoundAndItsAbsenceIsNot() {
    PoissonEventStudy poisson = new PoissonEventStudy(study().within("region").build());
    assertThat(poisson.preTrend(market(7, 90, 1, NO_EFFECT)).pValue()).isBetween(0.01, 1.0);
    double[] trend = {-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5};
    JointTest test = poisson.preTrend(market(8, 90, 0.3, trend));
    assertThat(test.numeratorDegreesOfFreedom()).isEqualTo(4);
    assertThat(test.denominatorDegreesOfFreedom()).isEqualTo(90 - 4);
    assertThat(test.pValue()).isLessThan(0.01);
  }

  @Test
  void intervalsCoverTheTruthAboutAsOftenAsTheySayAndSoDoesTheTestErr() {
    double[] path = {0, 0, 0, 0, 0, -0.6, -0.6, 0};
    PoissonEventStudy poisson = new PoissonEventStudy(study().within("region").build());
    int covered = 0;
    int rejected = 0;
    int runs = 60;
    for (int run = 0; run < runs; run++) {
      Panel panel = market(1000 + run, 300, 1, path);
      Fit fit = poisson.fit(panel);
      Estimate beta = fit.estimate("e[0]");
      covered += beta.confLow() < -0.6 && beta.confHigh() > -0.6 ? 1 : 0;
      rejected += poisson.preTrend(panel).pValue() < 0.05 ? 1 : 0;
    }
    // 57 and 3 of 60 give or take three standard deviations, and what skewed sales cost.
    assertThat(covered).isBetween(50, 60);
    assertThat(rejected).isBetween(0, 8);
  }

  @Test
  void whatCarriesNoStudyIsRefused() {
    Panel panel = market(9, 30, 1, NO_EFFECT);
    refuses(ExposureEventStudy.of("y", "e", "unit", "t", 1), panel, "both sides");
    refuses(ExposureEventStudy.of("y", "y", "unit", "t", EVENT), panel, "for the same unit");
    refuses(study().relativeTo(-40).build(), panel, "No row lies in the reference period -40");
    Panel.Builder negative = Panel.ofRows(panel.observations());
    panel.columns().stream()
        .filter(c -> !c.equals("y"))
        .forEach(c -> negative.numeric(c, i -> panel.number(c, i)));
    refuses(study().build(), negative.numeric("y", i -> i - 1).build(), "Row 1 has y = -1.0");
  }

  private static void refuses(ExposureEventStudy study, Panel panel, String reason) {
    assertThatThrownBy(() -> new PoissonEventStudy(study).fit(panel))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining(reason);
  }
}
