package id.dampak.estimate;

import id.dampak.error.InferenceErrors;
import id.dampak.linalg.Absorber;
import id.dampak.linalg.Cholesky;
import id.dampak.linalg.Factor;
import id.dampak.linalg.LongCodes;
import id.dampak.linalg.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Sums a regression up by clusters: one pass over the rows of each, clusters in parallel. */
final class MomentSums {
  /** Numbers that all clusters together may keep: 1 GB. */
  private static final long MOST_ENTRIES = 1L << 27;

  private final double[][] columns;
  private final double[] weights;
  private final double[] residuals;
  private final int[][] members;
  private final List<Factor> nested = new ArrayList<>();
  private final List<Factor> carried = new ArrayList<>();
  private final int width;

  /**
   * @param columns what the effects leave of the terms of the fit
   * @param residuals what the fit leaves of the outcome
   * @param effects all fixed effects of the fit
   */
  private MomentSums(
      double[][] columns,
      double[] weights,
      double[] residuals,
      LabelledClusters clusters,
      List<Factor> effects,
      CrossingEffects crossing) {
    this.columns = columns;
    this.weights = weights;
    this.residuals = residuals;
    for (Factor effect : effects) {
      if (crossing == CrossingEffects.CARRIED) {
        (effect.isNestedIn(clusters.factor()) ? nested : carried).add(effect);
      }
    }
    this.width = columns.length + carried.stream().mapToInt(Factor::levels).sum();
    long entries = (long) width * (width + 3) / 2 * clusters.labels().size();
    if (entries > MOST_ENTRIES) {
      throw InferenceErrors.tooLargeForMoments(clusters.labels().size(), width, MOST_ENTRIES);
    }
    this.members = clusters.members();
  }

  static ClusterMoments of(
      Fit fit,
      double[][] columns,
      double[] weights,
      double[] residuals,
      LabelledClusters clusters,
      List<Factor> effects,
      CrossingEffects crossing) {
    MomentSums sums = new MomentSums(columns, weights, residuals, clusters, effects, crossing);
    double[][] packed = new double[sums.members.length][];
    IntStream.range(0, packed.length).parallel().forEach(c -> packed[c] = sums.of(c));
    int[] sizes = Arrays.stream(sums.members).mapToInt(rows -> rows.length).toArray();
    int[] kept = sums.kept(packed);
    if (kept.length < sums.width) {
      Arrays.setAll(packed, c -> sums.pick(packed[c], kept));
    }
    return new ClusterMoments(fit, clusters.labels(), sizes, kept.length, packed);
  }

  /** The lower triangle of A_c, then s_c. */
  private double[] of(int cluster) {
    int[] rows = members[cluster];
    double[] w = Arrays.stream(rows).mapToDouble(i -> weights[i]).toArray();
    double[] u = Arrays.stream(rows).mapToDouble(i -> residuals[i]).toArray();
    List<Integer> places = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    for (int j = 0; j < columns.length; j++) {
      double[] column = columns[j];
      places.add(j);
      values.add(Arrays.stream(rows).mapToDouble(i -> column[i]).toArray());
    }
    addDummies(rows, w, places, values);
    double[] packed = new double[ClusterMoments.triangle(width) + width];
    double[] weighted = new double[rows.length];
    for (int a = 0; a < values.size(); a++) {
      for (int i = 0; i < weighted.length; i++) {
        weighted[i] = w[i] * values.get(a)[i];
      }
      int start = ClusterMoments.triangle(places.get(a));
      for (int b = 0; b <= a; b++) {
        packed[start + places.get(b)] = product(weighted, values.get(b));
      }
      packed[ClusterMoments.triangle(width) + places.get(a)] = product(weighted, u);
    }
    return packed;
  }

  /** The dummies of the carried effects that occur in a cluster, cleared of the nested effects. */
  private void addDummies(int[] rows, double[] w, List<Integer> places, List<double[]> values) {
    List<Factor> within = nested.stream().map(effect -> within(effect, rows)).toList();
    Absorber absorber = Absorber.of(within, w);
    int offset = columns.length;
    for (Factor effect : carried) {
      TreeSet<Integer> levels = new TreeSet<>();
      for (int row : rows) {
        levels.add(effect.code(row));
      }
      for (int level : levels) {
        double[] dummy =
            Arrays.stream(rows).mapToDouble(i -> effect.code(i) == level ? 1 : 0).toArray();
        if (!within.isEmpty()) {
          Residual.of(dummy, w, absorber);
        }
        places.add(offset + level);
        values.add(dummy);
      }
      offset += effect.levels();
    }
  }

  private static Factor within(Factor effect, int[] rows) {
    LongCodes levels = new LongCodes(16);
    int[] codes = Arrays.stream(rows).map(row -> levels.codeOf(effect.code(row))).toArray();
    return Factor.of(codes, levels.size());
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** The columns without the dummies that the columns before them explain. */
  private int[] kept(double[][] packed) {
    double[] total = new double[packed[0].length];
    for (double[] cluster : packed) {
      for (int i = 0; i < total.length; i++) {
        total[i] += cluster[i];
      }
    }
    double[] full = new double[width * width];
    for (int i = 0; i < width; i++) {
      for (int j = 0; j <= i; j++) {
        full[i * width + j] = total[ClusterMoments.triangle(i) + j];
        full[j * width + i] = full[i * width + j];
      }
    }
    return Cholesky.of(Matrix.of(width, width, full)).kept();
  }

  private double[] pick(double[] packed, int[] kept) {
    double[] picked = new double[ClusterMoments.triangle(kept.length) + kept.length];
    for (int i = 0; i < kept.length; i++) {
      for (int j = 0; j <= i; j++) {
        picked[ClusterMoments.triangle(i) + j] = packed[ClusterMoments.triangle(kept[i]) + kept[j]];
      }
      picked[ClusterMoments.triangle(kept.length) + i] =
          packed[ClusterMoments.triangle(width) + kept[i]];
    }
    return picked;
  }
}
