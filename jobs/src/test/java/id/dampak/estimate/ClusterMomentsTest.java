package id.dampak.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.dampak.error.DampakException;
import id.dampak.linalg.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ClusterMomentsTest {
  private static final Offset<Double> CLOSE = within(1e-9);
  private static final FixedEffectsRegression PLAIN =
      FixedEffectsRegression.of("y", List.of("x", "z")).weightedBy("w");

  /** Eight clusters g of units i seen in some of five periods t. */
  private static Panel panel(int[] order) {
    SplittableRandom random = new SplittableRandom(7);
    int n = order.length;
    double[][] values = new double[6][n];
    for (int i = 0; i < n; i++) {
      int unit = i % 24;
      values[0][i] = random.nextGaussian() + unit;
      values[1][i] = random.nextGaussian() + 0.2 * unit;
      values[2][i] = 0.5 + random.nextDouble();
      values[3][i] = unit;
      values[4][i] = Math.floorDiv(i, 24);
      values[5][i] = random.nextGaussian() + 2 * values[0][i] - values[1][i] + values[4][i];
    }
    return Panel.ofRows(n)
        .numeric("x", i -> values[0][order[i]])
        .numeric("z", i -> values[1][order[i]])
        .numeric("w", i -> values[2][order[i]])
        .numeric("i", i -> values[3][order[i]])
        .numeric("t", i -> values[4][order[i]])
        .numeric("y", i -> values[5][order[i]])
        .categorical("g", IntStream.range(0, n).mapToObj(i -> "c" + order[i] % 24 % 8).toList())
        .build();
  }

  private static int[] inOrder() {
    return IntStream.range(0, 115).toArray();
  }

  private static Variance cr0() {
    return new Variance.Clustered(List.of("g"), ParameterCount.OFF, ClusterFactor.OFF);
  }

  @Test
  void scoresMakeTheSandwichAndGramsTheBread() {
    FixedEffectsRegression regression = PLAIN.absorbing("i", "t").with(cr0());
    for (CrossingEffects crossing : CrossingEffects.values()) {
      ClusterMoments moments = regression.moments(panel(inOrder()), crossing);
      int p = moments.columns();
      Matrix meat = Matrix.zero(p, p);
      double[] sum = new double[p];
      for (int c = 0; c < moments.clusters(); c++) {
        Matrix score = Matrix.of(p, 1, moments.scores(c));
        meat = meat.plus(1, score.times(score.transposed()));
        double[] b = moments.moments(c);
        Arrays.setAll(sum, j -> sum[j] + b[j]);
      }
      Matrix sandwich = moments.bread().times(meat).times(moments.bread());
      double[] solved = moments.bread().times(Matrix.of(p, 1, sum)).toArray();
      Fit fit = moments.fit();
      assertThat(fit).usingRecursiveComparison().isEqualTo(regression.fit(panel(inOrder())));
      for (int i = 0; i < 2; i++) {
        assertThat(solved[i]).isCloseTo(fit.estimates().get(i).estimate(), CLOSE);
        for (int j = 0; j < 2; j++) {
          assertThat(sandwich.at(i, j)).isCloseTo(fit.covariance().at(i, j), CLOSE);
        }
      }
    }
  }

  @Test
  void reweightedClustersGiveTheEstimatesOfTheSameRegressionWithThoseWeights() {
    int[] times = {2, 0, 1, 3, 1, 0, 1, 1};
    for (FixedEffectsRegression regression :
        List.of(
            PLAIN,
            PLAIN.absorbing("i"),
            PLAIN.absorbing("t"),
            PLAIN.absorbing("i", "t"),
            PLAIN.absorbing("i", "g^t"),
            PLAIN.absorbing("i", "t", "g^t"))) {
      Panel panel = panel(inOrder());
      ClusterMoments moments = regression.with(cr0()).moments(panel, CrossingEffects.CARRIED);
      double[] sums = new double[moments.length()];
      for (int c = 0; c < times.length; c++) {
        moments.addTo(c, times[c], sums);
      }
      Fit again =
          regression
              .weightedBy("often")
              .fit(with(panel, "often", i -> panel.number("w", i) * times[cluster(panel, i)]));
      double[] expected = again.estimates().stream().mapToDouble(Estimate::estimate).toArray();
      assertThat(moments.reweighted(sums)).isPresent();
      assertThat(moments.reweighted(sums).orElseThrow())
          .as(regression.toString())
          .containsExactly(expected, CLOSE);
    }
  }

  private static int cluster(Panel panel, int row) {
    return panel.label("g", row).charAt(1) - '0';
  }

  private static Panel with(
      Panel panel, String name, java.util.function.IntToDoubleFunction value) {
    Panel.Builder builder = Panel.ofRows(panel.observations()).numeric(name, value);
    for (String column : List.of("x", "z", "w", "i", "t", "y")) {
      builder.numeric(column, i -> panel.number(column, i));
    }
    return builder
        .categorical(
            "g",
            IntStream.range(0, panel.observations()).mapToObj(i -> panel.label("g", i)).toList())
        .build();
  }

  @Test
  void effectsNestedInTheClustersAreHeldAndCarriedAlike() {
    FixedEffectsRegression regression = PLAIN.absorbing("i", "g^t").with(cr0());
    ClusterMoments held = regression.moments(panel(inOrder()), CrossingEffects.HELD);
    ClusterMoments carried = regression.moments(panel(inOrder()), CrossingEffects.CARRIED);
    assertThat(carried.columns()).isEqualTo(2);
    for (int c = 0; c < held.clusters(); c++) {
      assertThat(carried.scores(c)).containsExactly(held.scores(c), CLOSE);
      assertThat(carried.gram(c)).isEqualTo(held.gram(c));
    }
  }

  @Test
  void clustersAreInTheOrderOfTheirLabelsWhateverTheOrderOfRows() {
    FixedEffectsRegression regression = PLAIN.absorbing("i", "t").with(cr0());
    int[] backwards = IntStream.range(0, 115).map(i -> 114 - i).toArray();
    ClusterMoments one = regression.moments(panel(inOrder()), CrossingEffects.HELD);
    ClusterMoments other = regression.moments(panel(backwards), CrossingEffects.HELD);
    assertThat(IntStream.range(0, 8).mapToObj(one::label))
        .containsExactly("c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7");
    for (int c = 0; c < 8; c++) {
      assertThat(other.label(c)).isEqualTo(one.label(c));
      assertThat(other.observations(c)).isEqualTo(one.observations(c));
      assertThat(other.scores(c)).containsExactly(one.scores(c), CLOSE);
    }
  }

  @Test
  void aTermThatOnlyUnweightedClustersTellIsMissed() {
    Panel panel = panel(inOrder());
    Panel treated = with(panel, "d", i -> cluster(panel, i) == 3 ? panel.number("t", i) : 0);
    ClusterMoments moments =
        FixedEffectsRegression.of("y", List.of("d"))
            .absorbing("i", "t")
            .with(cr0())
            .moments(treated, CrossingEffects.CARRIED);
    double[] sums = new double[moments.length()];
    for (int c = 0; c < 8; c++) {
      moments.addTo(c, c == 3 ? 0 : 1, sums);
    }
    assertThat(moments.reweighted(sums)).isEqualTo(Optional.empty());
  }

  @Test
  void cellsAreLabelledByTheirParts() {
    Variance cells = new Variance.Clustered(List.of("g^t"), ParameterCount.OFF, ClusterFactor.OFF);
    ClusterMoments moments = PLAIN.with(cells).moments(panel(inOrder()), CrossingEffects.HELD);
    assertThat(moments.label(1)).isEqualTo("c0^1");
    assertThat(moments.observations(1)).isEqualTo(3);
  }

  @Test
  void theMomentsOfAnEventStudyAreThoseOfItsColumnsWrittenOut() {
    Panel panel = panel(inOrder());
    Panel exposed = with(panel, "e", i -> panel.number("i", i) / 24);
    ExposureEventStudy study =
        ExposureEventStudy.of("y", "e", "i", "t", 2).but().controllingFor("x").build();
    Panel.Builder columns = Panel.ofRows(115);
    for (String column : List.of("y", "x", "i", "t")) {
      columns.numeric(column, i -> panel.number(column, i));
    }
    for (int k : new int[] {-2, 0, 1, 2}) {
      columns.numeric("k" + k, i -> panel.number("t", i) - 2 == k ? exposed.number("e", i) : 0);
    }
    FixedEffectsRegression written =
        FixedEffectsRegression.of("y", List.of("x", "k-2", "k0", "k1", "k2"))
            .absorbing("i", "t")
            .with(Variance.clusteredBy("i"));
    for (CrossingEffects crossing : CrossingEffects.values()) {
      ClusterMoments ours = study.moments(exposed, crossing);
      ClusterMoments theirs = written.moments(columns.build(), crossing);
      for (int c = 0; c < 24; c++) {
        assertThat(ours.scores(c)).containsExactly(theirs.scores(c), CLOSE);
        assertThat(ours.gram(c).toArray()).containsExactly(theirs.gram(c).toArray(), CLOSE);
      }
    }
  }

  @Test
  void aVarianceWithoutOneDimensionOfClustersIsRefused() {
    assertThatThrownBy(() -> PLAIN.moments(panel(inOrder()), CrossingEffects.HELD))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("clusters in one dimension");
    assertThatThrownBy(
            () ->
                PLAIN
                    .with(Variance.clusteredBy("g", "t"))
                    .moments(panel(inOrder()), CrossingEffects.HELD))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("[g, t]");
    assertThatThrownBy(
            () ->
                PLAIN
                    .with(Variance.clusteredBy("one"))
                    .moments(with(panel(inOrder()), "one", i -> 1), CrossingEffects.HELD))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("one cluster");
  }

  @Test
  void momentsThatDoNotFitInMemoryAreRefused() {
    int n = 60_000;
    Panel wide =
        Panel.ofRows(n)
            .numeric("y", i -> Math.sin(i))
            .numeric("x", i -> Math.cos(3 * i))
            .numeric("i", i -> i % 20_000)
            .numeric("t", i -> (i * 31L + i / 20_000) % 500)
            .build();
    assertThatThrownBy(
            () ->
                FixedEffectsRegression.of("y", List.of("x"))
                    .absorbing("i", "t")
                    .with(Variance.clusteredBy("i"))
                    .moments(wide, CrossingEffects.CARRIED))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("20000 clusters")
        .hasMessageContaining("501 columns");
  }
}
