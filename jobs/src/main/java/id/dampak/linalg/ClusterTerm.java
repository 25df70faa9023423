package id.dampak.linalg;

import java.io.Serializable;
import java.util.List;

/**
 * What clusters of observations are: those that agree in some dimensions of their codes and, if
 * {@code withinGroups}, lie in one group.
 *
 * @param withinGroups whether no cluster reaches over two groups
 * @param by places of the dimensions, at most two; with none the groups are the clusters
 */
public record ClusterTerm(boolean withinGroups, List<Integer> by) implements Serializable {
  private static final long serialVersionUID = 1L;

  public ClusterTerm {
    by = List.copyOf(by);
  }

  int[] dimensions() {
    return by.stream().mapToInt(Integer::intValue).toArray();
  }
}
