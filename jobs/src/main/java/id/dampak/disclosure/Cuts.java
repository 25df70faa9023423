package id.dampak.disclosure;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Smallest cuts of a graph without directions, by the augmenting paths of Edmonds and Karp (1972),
 * doi:10.1145/321694.321699.
 */
final class Cuts {
  private final long[][] capacity;

  Cuts(int nodes) {
    this.capacity = new long[nodes][nodes];
  }

  void add(int one, int other, long weight) {
    if (one != other) {
      capacity[one][other] += weight;
      capacity[other][one] += weight;
    }
  }

  /** The least weight of the edges that part two nodes; without end where both are one. */
  long smallest(int one, int other) {
    return flow(copy(), one, other);
  }

  /**
   * The least weight of the edges that part the ends of two edges at once.
   *
   * @param one ends of the first
   * @param other ends of the second
   */
  long smallest(Ends one, Ends other) {
    return Math.min(
        tied(one.from(), other.from(), one.to(), other.to()),
        tied(one.from(), other.to(), one.to(), other.from()));
  }

  /** With two nodes on one side, and two on the other. */
  private long tied(int source, int beside, int sink, int besideSink) {
    if (source == besideSink || beside == sink) {
      return Long.MAX_VALUE;
    }
    long[][] left = copy();
    tie(left, source, beside);
    tie(left, sink, besideSink);
    return flow(left, source, sink);
  }

  private static void tie(long[][] left, int one, int other) {
    if (one != other) {
      left[one][other] = Long.MAX_VALUE / 4;
      left[other][one] = Long.MAX_VALUE / 4;
    }
  }

  private long[][] copy() {
    return Arrays.stream(capacity).map(long[]::clone).toArray(long[][]::new);
  }

  private static long flow(long[][] left, int source, int sink) {
    if (source == sink) {
      return Long.MAX_VALUE;
    }
    long flow = 0;
    for (int[] before = path(left, source, sink);
        before[sink] >= 0;
        before = path(left, source, sink)) {
      long room = Long.MAX_VALUE;
      for (int node = sink; node != source; node = before[node]) {
        room = Math.min(room, left[before[node]][node]);
      }
      for (int node = sink; node != source; node = before[node]) {
        left[before[node]][node] -= room;
        left[node][before[node]] += room;
      }
      flow += room;
    }
    return flow;
  }

  /** The node before each on a shortest path with room on it; -1 where none leads to. */
  private static int[] path(long[][] left, int source, int sink) {
    int[] before = new int[left.length];
    Arrays.fill(before, -1);
    before[source] = source;
    Deque<Integer> next = new ArrayDeque<>();
    next.add(source);
    while (!next.isEmpty() && before[sink] < 0) {
      int node = next.remove();
      for (int other = 0; other < left.length; other++) {
        if (before[other] < 0 && left[node][other] > 0) {
          before[other] = node;
          next.add(other);
        }
      }
    }
    return before;
  }

  /** The nodes that an edge joins. */
  record Ends(int from, int to) {}
}
