package id.dampak.estimate;

import id.dampak.linalg.ClusterTerm;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The clusters of a variance as seen from the groups of an effect: a dimension is that effect
 * itself, or has codes of its own.
 *
 * @param group the effect whose levels are the groups
 * @param by columns of the clusters; none if the variance is not clustered
 */
record ClusterPlan(String group, List<String> by) implements Serializable {
  private static final long serialVersionUID = 1L;

  ClusterPlan {
    by = List.copyOf(by);
  }

  static ClusterPlan of(String group, Variance variance) {
    return new ClusterPlan(
        group, variance instanceof Variance.Clustered clustered ? clustered.by() : List.of());
  }

  /** The columns that need codes, in the order of their dimensions. */
  List<String> coded() {
    return by.stream().filter(column -> !column.equals(group)).distinct().toList();
  }

  /** One term for each dimension, and with two of them one for their cells. */
  List<ClusterTerm> terms() {
    List<ClusterTerm> terms = new ArrayList<>();
    by.forEach(column -> terms.add(term(List.of(column))));
    if (by.size() == 2) {
      terms.add(term(by));
    }
    return terms;
  }

  /** Place among {@link #terms()} of clusters that agree in all of {@code columns}. */
  int place(List<String> columns) {
    return columns.size() == 2 ? 2 : by.indexOf(columns.get(0));
  }

  private ClusterTerm term(List<String> columns) {
    List<String> coded = coded();
    return new ClusterTerm(
        columns.contains(group),
        columns.stream().filter(coded::contains).map(coded::indexOf).distinct().toList());
  }
}
