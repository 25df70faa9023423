package id.dampak.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.error.DampakException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;

/**
 * Which zeros are separated, by linear programmes over dummies written out: maximise Σz over the
 * zeros with 0 ≤ z ≤ 1 there and z = 0 at positive outcomes; where z > 0 goes; again until nothing
 * goes.
 */
class SeparationProgrammeTest {

  /** Columns y, x0, x1, f0, f1 of few values, most of them zero. */
  private static double[][] draw(RandomGenerator random, int n) {
    double[][] columns = new double[5][n];
    for (int i = 0; i < n; i++) {
      columns[0][i] = random.nextDouble() < 0.6 ? 0 : 1 + random.nextInt(9);
      for (int j = 1; j < 3; j++) {
        boolean quiet = columns[0][i] > 0 && random.nextInt(4) > 0;
        columns[j][i] = quiet ? 0 : random.nextInt(3);
      }
      columns[3][i] = random.nextInt(4);
      columns[4][i] = random.nextInt(3);
    }
    return columns;
  }

  @Test
  void theSameZerosGoAsByLinearProgrammes() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
    int compared = 0;
    int separated = 0;
    for (int run = 0; run < 60; run++) {
      double[][] columns = draw(random, 16 + random.nextInt(16));
      String[] effects = Arrays.copyOf(new String[] {"f0", "f1"}, run % 3);
      int left = leftByProgrammes(columns, effects.length);
      try {
        Fit fit =
            PoissonRegression.of("y", List.of("x0", "x1"))
                .absorbing(effects)
                .with(new Variance.Clustered(List.of("y"), ParameterCount.OFF, ClusterFactor.OFF))
                .fit(panel(columns));
        assertThat(fit.observations()).as("run %d", run).isEqualTo(left);
        compared++;
        separated += left < columns[0].length ? 1 : 0;
      } catch (DampakException nothingLeft) {
        assertThat(nothingLeft.reason()).containsAnyOf("no regressor varies", "cannot carry");
      }
    }
    assertThat(compared).isGreaterThan(40);
    assertThat(separated).isGreaterThan(15);
  }

  private static Panel panel(double[][] columns) {
    Panel.Builder panel = Panel.ofRows(columns[0].length);
    String[] names = {"y", "x0", "x1", "f0", "f1"};
    for (int j = 0; j < names.length; j++) {
      panel.numeric(names[j], columns[j]);
    }
    return panel.build();
  }

  private static int leftByProgrammes(double[][] columns, int effects) {
    int n = columns[0].length;
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    List<double[]> design = new ArrayList<>(List.of(ones, columns[1], columns[2]));
    for (int q = 0; q < effects; q++) {
      double[] codes = columns[3 + q];
      for (int level = 0; level < 4; level++) {
        int wanted = level;
        design.add(Arrays.stream(codes).map(code -> code == wanted ? 1 : 0).toArray());
      }
    }
    boolean[] out = new boolean[n];
    boolean found = true;
    while (found) {
      double[] z = largest(design, columns[0], out);
      found = false;
      for (int i = 0; i < n; i++) {
        if (!out[i] && columns[0][i] == 0 && z[i] > 1e-6) {
          out[i] = true;
          found = true;
        }
      }
    }
    int left = 0;
    for (boolean gone : out) {
      left += gone ? 0 : 1;
    }
    return left;
  }

  private static double[] largest(List<double[]> design, double[] y, boolean[] out) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    for (int j = 0; j < design.size(); j++) {
      model.newVariable("b" + j).lower(-1e4).upper(1e4);
    }
    Expression sum = model.newExpression("sum").weight(1);
    for (int i = 0; i < y.length; i++) {
      Expression z = model.newExpression("z" + i);
      for (int j = 0; j < design.size(); j++) {
        z.set(j, design.get(j)[i]);
      }
      if (y[i] > 0) {
        z.level(0);
      } else if (!out[i]) {
        z.lower(0).upper(1);
      }
    }
    for (int j = 0; j < design.size(); j++) {
      double total = 0;
      for (int i = 0; i < y.length; i++) {
        total += y[i] == 0 && !out[i] ? design.get(j)[i] : 0;
      }
      sum.set(j, total);
    }
    Optimisation.Result result = model.maximise();
    double[] z = new double[y.length];
    for (int i = 0; i < z.length; i++) {
      for (int j = 0; j < design.size(); j++) {
        z[i] += result.doubleValue(j) * design.get(j)[i];
      }
    }
    return z;
  }
}
