package id.dampak.linalg;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Whether groups, and levels of the second effect, each lie within one cluster: effects that do
 * cost clustered variances no degrees of freedom.
 */
public final class Nesting implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int UNKNOWN = -1;
  private static final int SEVERAL = -2;

  private final boolean[] groupIn;
  private final int[][] clusterOfLevel;
  private final boolean[] levelSeen;
  private boolean levelInGroup = true;

  /** Nothing seen yet of so many dimensions of clusters and levels. */
  public Nesting(int dimensions, int levels) {
    this.groupIn = new boolean[dimensions];
    Arrays.fill(groupIn, true);
    this.clusterOfLevel = new int[dimensions][levels];
    for (int[] clusters : clusterOfLevel) {
      Arrays.fill(clusters, UNKNOWN);
    }
    this.levelSeen = new boolean[levels];
  }

  /** Looks at all groups of {@code rows}. */
  public void add(GroupedRows rows) {
    for (int g = 0; g < rows.groups() && levelInGroup; g++) {
      addLevels(rows, g);
    }
    for (int d = 0; d < groupIn.length; d++) {
      addClusters(rows, d);
    }
  }

  private void addLevels(GroupedRows rows, int group) {
    int[] levels = new int[rows.to(group) - rows.from(group)];
    rows.readLevels(rows.from(group), levels.length, levels);
    for (int level : Arrays.stream(levels).distinct().toArray()) {
      levelInGroup &= !levelSeen[level];
      levelSeen[level] = true;
    }
  }

  private void addClusters(GroupedRows rows, int d) {
    int[] levels = {};
    int[] clusters = {};
    for (int g = 0; g < rows.groups(); g++) {
      int count = rows.to(g) - rows.from(g);
      if (count != levels.length) {
        levels = new int[count];
        clusters = new int[count];
      }
      rows.readLevels(rows.from(g), count, levels);
      rows.readClusters(d, rows.from(g), count, clusters);
      for (int i = 0; i < count; i++) {
        groupIn[d] &= clusters[i] == clusters[0];
        clusterOfLevel[d][levels[i]] = joined(clusterOfLevel[d][levels[i]], clusters[i]);
      }
    }
  }

  /** Adds what another one has seen, of other groups. */
  public void addAll(Nesting other) {
    levelInGroup &= other.levelInGroup;
    for (int level = 0; level < levelSeen.length; level++) {
      levelInGroup &= !(levelSeen[level] && other.levelSeen[level]);
      levelSeen[level] |= other.levelSeen[level];
    }
    for (int d = 0; d < groupIn.length; d++) {
      groupIn[d] &= other.groupIn[d];
      for (int level = 0; level < levelSeen.length; level++) {
        int theirs = other.clusterOfLevel[d][level];
        if (theirs != UNKNOWN) {
          clusterOfLevel[d][level] = joined(clusterOfLevel[d][level], theirs);
        }
      }
    }
  }

  private static int joined(int known, int next) {
    return known == UNKNOWN || known == next ? next : SEVERAL;
  }

  /** Whether every group lies within one cluster of a dimension. */
  public boolean groupIn(int dimension) {
    return groupIn[dimension];
  }

  /** Whether every level of the second effect lies within one cluster of a dimension. */
  public boolean levelIn(int dimension) {
    return Arrays.stream(clusterOfLevel[dimension]).noneMatch(cluster -> cluster == SEVERAL);
  }

  /** Whether every level of the second effect lies within one group. */
  public boolean levelInGroup() {
    return levelInGroup;
  }
}
