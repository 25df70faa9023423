package id.dampak.estimate;

import id.dampak.error.EstimationErrors;
import id.dampak.error.InferenceErrors;
import id.dampak.linalg.Factor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The clusters of a sample in the order of their labels, and the observations of each.
 *
 * @param factor the cluster of each observation
 * @param labels labels, ascending
 */
record LabelledClusters(Factor factor, List<String> labels) {

  /** The clusters of a one-way variance. */
  static LabelledClusters of(Variance variance, Frame frame) {
    if (!(variance instanceof Variance.Clustered clustered) || clustered.by().size() != 1) {
      throw InferenceErrors.needsOneWayClusters(variance);
    }
    String by = clustered.by().get(0);
    Factor seen = frame.factor(by);
    if (seen.levels() < 2) {
      throw EstimationErrors.oneCluster(by);
    }
    int[] rows = frame.rows();
    String[] labels = new String[seen.levels()];
    for (int i = rows.length - 1; i >= 0; i--) {
      int row = rows[i];
      if (labels[seen.code(i)] == null) {
        labels[seen.code(i)] =
            Terms.columnsOf(by).stream()
                .map(column -> frame.panel().label(column, row))
                .collect(Collectors.joining("^"));
      }
    }
    int[] order =
        IntStream.range(0, labels.length)
            .boxed()
            .sorted(Comparator.comparing(code -> labels[code]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] place = new int[order.length];
    for (int c = 0; c < order.length; c++) {
      place[order[c]] = c;
    }
    int[] codes = IntStream.range(0, rows.length).map(i -> place[seen.code(i)]).toArray();
    return new LabelledClusters(
        Factor.of(codes, order.length), Arrays.stream(order).mapToObj(c -> labels[c]).toList());
  }

  /** The observations of each cluster, ascending. */
  int[][] members() {
    int[] sizes = new int[labels.size()];
    for (int i = 0; i < factor.observations(); i++) {
      sizes[factor.code(i)]++;
    }
    int[][] members = new int[sizes.length][];
    for (int c = 0; c < sizes.length; c++) {
      members[c] = new int[sizes[c]];
    }
    int[] next = new int[sizes.length];
    for (int i = 0; i < factor.observations(); i++) {
      int c = factor.code(i);
      members[c][next[c]++] = i;
    }
    return members;
  }
}
