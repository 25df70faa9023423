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
   */
  private MomentSums(
      double[][] columns,
      double[] residuals,
      Frame frame,
      LabelledClusters clusters,
      CrossingEffects crossing) {
    this.columns = columns;
    this.weights = frame.weights();
    this.residuals = residuals;
    for (Factor effect : frame.effects()) {
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
      double[] residuals,
      Frame frame,
      LabelledClusters clusters,
      CrossingEffects crossing) {
    MomentSums sums = new MomentSums(columns, residuals, frame, clusters, crossing);
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
    double[] u = Arrays.stream(rows).mapToDouble(i -> weights[i] * residuals[i]).toArray();
    double[] packed = new double[ClusterMoments.triangle(width) + width];
    double[] scores = new double[width];
    int[][] places = places(rows);
    double[][] values = new double[columns.length][];
    for (int j = 0; j < columns.length; j++) {
      double[] column = columns[j];
      values[j] = Arrays.stream(rows).mapToDouble(i -> column[i]).toArray();
      scores[j] = product(values[j], u);
      double[] weighted = new double[rows.length];
      Arrays.setAll(weighted, i -> w[i] * column[rows[i]]);
      for (int k = 0; k <= j; k++) {
        packed[ClusterMoments.triangle(j) + k] = product(weighted, values[k]);
      }
      spread(j, weighted, places, packed);
    }
    for (int[] place : places) {
      for (int i = 0; i < place.length; i++) {
        scores[place[i]] += u[i];
      }
    }
    addDummies(rows, w, places, packed);
    System.arraycopy(scores, 0, packed, ClusterMoments.triangle(width), width);
    return packed;
  }

  /** For each carried effect the column of the dummy that is 1 in each row. */
  private int[][] places(int[] rows) {
    int[][] places = new int[carried.size()][];
    int offset = columns.length;
    for (int q = 0; q < places.length; q++) {
      Factor effect = carried.get(q);
      int first = offset;
      places[q] = Arrays.stream(rows).map(row -> first + effect.code(row)).toArray();
      offset += effect.levels();
    }
    return places;
  }

  /**
   * The products of the column {@code j} with the dummies after it. It has been cleared of the
   * nested effects, so that its product with a dummy is that with what they leave of the dummy, and
   * one pass over the rows makes those with all dummies.
   */
  private static void spread(int j, double[] weighted, int[][] places, double[] packed) {
    for (int[] place : places) {
      for (int i = 0; i < weighted.length; i++) {
        if (place[i] >= j) {
          packed[ClusterMoments.triangle(place[i]) + j] += weighted[i];
        }
      }
    }
  }

  /** The products of the dummies that occur in a cluster, cleared of the nested effects. */
  private void addDummies(int[] rows, double[] w, int[][] places, double[] packed) {
    List<Factor> within = nested.stream().map(effect -> within(effect, rows)).toList();
    Absorber absorber = Absorber.of(within, w);
    for (int[] place : places) {
      for (int column : Arrays.stream(place).distinct().sorted().toArray()) {
        double[] dummy = Arrays.stream(place).mapToDouble(j -> j == column ? 1 : 0).toArray();
        if (!within.isEmpty()) {
          Residual.of(dummy, w, absorber);
        }
        Arrays.setAll(dummy, i -> w[i] * dummy[i]);
        spread(column, dummy, places, packed);
      }
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
