package id.dampak.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Passes over groups against the slow twin, in which every column, dummies among them, is written
 * out and residualised by itself.
 */
class WithinPassesTest {
  private static final int EVENTS = 3;

  /** Observations with two effects, two regressors, an outcome and dummies times a dose. */
  private static final class Data {
    final int n;
    final double[][] columns;
    final double[] weights;
    final int[] groups;
    final int[] levels;
    final int[] events;
    final double[] doses;
    final int[] clusters;
    final int groupCount;

    /** One group in ten is larger than the room that groups are read into. */
    Data(long seed, int groupCount, int levelCount, boolean sorted, boolean weighted) {
      Random random = new Random(seed);
      this.groupCount = groupCount;
      List<int[]> rows = new ArrayList<>();
      for (int g = 0; g < groupCount; g++) {
        int size = g % 10 == 3 ? 700 : 1 + random.nextInt(levelCount);
        for (int i = 0; i < size; i++) {
          int level = size <= levelCount ? i + (levelCount - size) / 2 : random.nextInt(levelCount);
          rows.add(new int[] {g, level});
        }
      }
      if (!sorted) {
        java.util.Collections.shuffle(rows, random);
      }
      n = rows.size();
      columns = new double[3][n];
      weights = new double[n];
      groups = rows.stream().mapToInt(row -> row[0]).toArray();
      levels = rows.stream().mapToInt(row -> row[1]).toArray();
      events = new int[n];
      doses = new double[n];
      clusters = new int[n];
      for (int i = 0; i < n; i++) {
        columns[0][i] = 500 + random.nextGaussian() + levels[i] % 3;
        columns[1][i] = random.nextGaussian() * (1 + groups[i] % 4);
        columns[2][i] = columns[0][i] - columns[1][i] + groups[i] + random.nextGaussian();
        weights[i] = weighted ? (groups[i] % 2 == 0 ? 2 : 0.5 + random.nextDouble()) : 1;
        events[i] = levels[i] % (EVENTS + 1) - 1;
        doses[i] = 1.0 / (1 + groups[i] % 5);
        clusters[i] = (groups[i] + levels[i]) % 7;
      }
    }

    GroupedRows rows(boolean weighted) {
      GroupedRows rows =
          new GroupedRows(columns, groups, groupCount)
              .withLevels(levels)
              .withEvents(events, doses)
              .withClusters(List.of(clusters));
      return weighted ? rows.weighted(weights) : rows;
    }

    /** Regressors, dummies times doses, outcome: what both effects leave of them. */
    double[][] left() {
      double[][] all = new double[2 + EVENTS + 1][];
      all[0] = columns[0].clone();
      all[1] = columns[1].clone();
      for (int e = 0; e < EVENTS; e++) {
        int event = e;
        all[2 + e] =
            IntStream.range(0, n).mapToDouble(i -> events[i] == event ? doses[i] : 0).toArray();
      }
      all[2 + EVENTS] = columns[2].clone();
      int levelCount = Arrays.stream(levels).max().orElseThrow() + 1;
      Absorber absorber =
          Absorber.of(
              List.of(Factor.of(groups, groupCount), Factor.of(levels, levelCount)), weights);
      for (double[] column : all) {
        absorber.residualise(column);
      }
      return all;
    }

    int levelCount() {
      return Arrays.stream(levels).max().orElseThrow() + 1;
    }
  }

  @ParameterizedTest
  @CsvSource({"1,true,false", "2,false,false", "3,true,true", "4,false,true"})
  void productsAreThoseOfWrittenOutColumns(long seed, boolean sorted, boolean weighted) {
    Data data = new Data(seed, 40, 25, sorted, weighted);
    WithinProducts sums = new WithinProducts(3, data.levelCount(), EVENTS);
    sums.add(data.rows(weighted));
    PartialledOut found = PartialledOut.of(sums);
    Matrix twin = Gram.of(data.left(), data.weights);
    assertThat(found.rank()).isEqualTo(40 + data.levelCount() - 1);
    for (int i = 0; i < twin.rows(); i++) {
      for (int j = 0; j < twin.rows(); j++) {
        double scale = Math.sqrt(twin.at(i, i) * twin.at(j, j));
        assertThat(found.product(i, j)).isCloseTo(twin.at(i, j), within(1e-11 * scale));
      }
    }
    // Measured on rows, products are the same once more.
    int[] all = IntStream.range(0, found.width()).toArray();
    FlaggedProducts measured = new FlaggedProducts(all.length, 3, EVENTS);
    measured.add(data.rows(weighted), found, all);
    measured.correct(found, all);
    double[] combine = new double[twin.rows() * twin.rows()];
    for (int i = 0; i < twin.rows(); i++) {
      combine[i * twin.rows() + i] = 2;
    }
    Matrix u = Matrix.of(twin.rows(), twin.rows(), combine);
    CombinedProducts combined = new CombinedProducts(all.length);
    combined.add(data.rows(weighted), found, all, u);
    for (int i = 0; i < twin.rows(); i++) {
      for (int j = 0; j < twin.rows(); j++) {
        double scale = Math.sqrt(twin.at(i, i) * twin.at(j, j));
        assertThat(found.product(i, j)).isCloseTo(twin.at(i, j), within(1e-12 * scale));
        assertThat(combined.matrix().at(i, j) / 4).isCloseTo(twin.at(i, j), within(1e-12 * scale));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"5,true,false", "6,false,false", "7,true,true", "8,false,true"})
  void scoresAreThoseOfWrittenOutColumns(long seed, boolean sorted, boolean weighted) {
    Data data = new Data(seed, 40, 25, sorted, weighted);
    WithinProducts sums = new WithinProducts(3, data.levelCount(), EVENTS);
    sums.add(data.rows(weighted));
    PartialledOut effects = PartialledOut.of(sums);
    int[] kept = {0, 1, 2, 4};
    double[] b = {0.9, -1.2, 0.3, 0.1};
    List<ClusterTerm> terms =
        List.of(
            new ClusterTerm(true, List.of()),
            new ClusterTerm(false, List.of(0)),
            new ClusterTerm(true, List.of(0)));
    WithinScores scores = new WithinScores(kept.length, terms);
    scores.add(data.rows(weighted), new ScoreEquation(effects, kept, b, List.of(), true, terms));

    double[][] left = data.left();
    double[] u = left[left.length - 1].clone();
    double[][] written = new double[kept.length][data.n];
    double squares = 0;
    double[][] total = new double[kept.length][1];
    for (int i = 0; i < data.n; i++) {
      for (int c = 0; c < kept.length; c++) {
        u[i] -= b[c] * left[kept[c]][i];
      }
      squares += data.weights[i] * u[i] * u[i];
      for (int c = 0; c < kept.length; c++) {
        written[c][i] = data.weights[i] * u[i] * left[kept[c]][i];
        total[c][0] += written[c][i];
      }
    }
    assertThat(scores.squares()).isCloseTo(squares, within(1e-12 * squares));
    for (int c = 0; c < kept.length; c++) {
      assertThat(scores.total()[c]).isCloseTo(total[c][0], within(1e-9));
    }
    near(scores.robust(), meat(written, i -> i, data.n));
    near(scores.meat(0), meat(written, i -> data.groups[i], 40));
    near(scores.meat(1), meat(written, i -> data.clusters[i], 7));
    near(scores.meat(2), meat(written, i -> data.groups[i] * 7 + data.clusters[i], 280));
    assertThat(scores.clusters(0)).isEqualTo(40);
    assertThat(scores.clusters(1)).isEqualTo(7);
  }

  private static Matrix meat(
      double[][] scores, java.util.function.IntUnaryOperator cluster, int clusters) {
    double[][] sums = new double[scores.length][clusters];
    for (int c = 0; c < scores.length; c++) {
      for (int i = 0; i < scores[c].length; i++) {
        sums[c][cluster.applyAsInt(i)] += scores[c][i];
      }
    }
    double[] ones = new double[clusters];
    Arrays.fill(ones, 1);
    return Gram.of(sums, ones);
  }

  private static void near(Matrix found, Matrix twin) {
    for (int i = 0; i < twin.rows(); i++) {
      for (int j = 0; j < twin.rows(); j++) {
        double scale = Math.sqrt(twin.at(i, i) * twin.at(j, j));
        assertThat(found.at(i, j)).isCloseTo(twin.at(i, j), within(1e-11 * scale));
      }
    }
  }
}
