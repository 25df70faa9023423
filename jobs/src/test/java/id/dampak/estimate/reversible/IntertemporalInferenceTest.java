package id.dampak.estimate.reversible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.dampak.estimate.Estimate;
import id.dampak.estimate.JointTest;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What is said of effects of switches: joint tests and intervals. */
class IntertemporalInferenceTest {
  private static final Offset<Double> CLOSE = within(1e-9);
  private static final IntertemporalDid THREE =
      IntertemporalDid.of(Market.COLUMNS, 3).withPlacebos(2);

  @Test
  void jointTestsAreQuadraticFormsOfTheCovariance() {
    ReversibleFit fit = THREE.estimate(Market.panel(Market.messy(3, 90, 8)));
    JointTest placebos = fit.test(IntertemporalDid.PLACEBOS_ARE_ZERO);
    double v1 = fit.fit().covariance().at(3, 3);
    double v2 = fit.fit().covariance().at(4, 4);
    double v12 = fit.fit().covariance().at(3, 4);
    double p1 = fit.fit().estimate("placebo[1]").estimate();
    double p2 = fit.fit().estimate("placebo[2]").estimate();
    double wald = (p1 * p1 * v2 - 2 * p1 * p2 * v12 + p2 * p2 * v1) / (v1 * v2 - v12 * v12);
    assertThat(placebos.statistic()).isCloseTo(wald / 2, CLOSE);
    assertThat(placebos.pValue()).isCloseTo(Math.exp(-wald / 2), within(1e-6));
    JointTest equal = fit.test(IntertemporalDid.EFFECTS_ARE_EQUAL);
    assertThat(equal.numeratorDegreesOfFreedom()).isEqualTo(2);
    double first = fit.fit().estimate("effect[1]").estimate();
    double[] difference = {
      fit.fit().estimate("effect[2]").estimate() - first,
      fit.fit().estimate("effect[3]").estimate() - first
    };
    double[][] v = new double[2][2];
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        v[i][j] =
            fit.fit().covariance().at(i + 1, j + 1)
                - fit.fit().covariance().at(0, j + 1)
                - fit.fit().covariance().at(i + 1, 0)
                + fit.fit().covariance().at(0, 0);
      }
    }
    double form =
        (difference[0] * difference[0] * v[1][1]
                - 2 * difference[0] * difference[1] * v[0][1]
                + difference[1] * difference[1] * v[0][0])
            / (v[0][0] * v[1][1] - v[0][1] * v[0][1]);
    assertThat(equal.statistic()).isCloseTo(form / 2, CLOSE);
  }

  @Test
  void withFewerClustersThanTermsThereIsNoJointTest() {
    double[][] paths = new double[8][8];
    for (int unit = 0; unit < 4; unit++) {
      for (int t = 2 + unit % 2; t < 8; t++) {
        paths[unit][t] = 1;
      }
    }
    List<double[]> rows = Market.rows(paths, (unit, t, d) -> Math.sin(unit * 7 + t * t));
    rows.forEach(row -> row[2] = row[0] % 2);
    ReversibleFit fit =
        IntertemporalDid.of(Market.COLUMNS.clusteredBy("cluster"), 4).estimate(Market.panel(rows));
    assertThat(fit.test(IntertemporalDid.EFFECTS_ARE_ZERO).pValue()).isNaN();
    assertThat(fit.fit().warnings()).anyMatch(w -> w.startsWith("Only 2 clusters enter"));
  }

  @Test
  void intervalsCoverAPlantedPathAndTestsRejectAsOftenAsTheySay() {
    int runs = 300;
    int[] covered = new int[2];
    int rejected = 0;
    for (int run = 0; run < runs; run++) {
      var random = Market.random(1000 + run);
      double[][] paths = new double[90][7];
      for (int unit = 0; unit < 90; unit++) {
        int first = 3 + unit % 6;
        for (int t = first; t < 7; t++) {
          paths[unit][t] = 1 + unit % 2;
        }
      }
      double[] level = new double[90];
      Market.Outcome outcome =
          (unit, t, d) -> {
            double lag = t > 1 ? d[t - 2] : 0;
            level[unit] =
                t == 1 ? random.nextGaussian() : 0.5 * level[unit] + random.nextGaussian();
            return unit + t + level[unit] + 2 * d[t - 1] + lag;
          };
      ReversibleFit fit =
          IntertemporalDid.of(Market.COLUMNS, 2)
              .withPlacebos(2)
              .estimate(Market.panel(paths, outcome));
      covered[0] += covers(fit.fit().estimate("effect[1]"), 2 * fit.count("effect[1]").dose());
      double second = 3 * fit.count("effect[2]").dose() / 2;
      covered[1] += covers(fit.fit().estimate("effect[2]"), second);
      rejected += fit.test(IntertemporalDid.PLACEBOS_ARE_ZERO).pValue() < 0.05 ? 1 : 0;
    }
    // Within three standard deviations of the binomial, 1.26 % of 300 runs.
    assertThat(covered[0] / (double) runs).isBetween(0.91, 0.99);
    assertThat(covered[1] / (double) runs).isBetween(0.91, 0.99);
    assertThat(rejected / (double) runs).isBetween(0.01, 0.09);
  }

  static int covers(Estimate estimate, double truth) {
    return estimate.confLow() <= truth && truth <= estimate.confHigh() ? 1 : 0;
  }
}
