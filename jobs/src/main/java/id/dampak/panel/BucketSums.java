package id.dampak.panel;

import id.dampak.estimate.PiecePass;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Adds the sums of buckets two by two: bucket 0 and 1, 2 and 3, then the sums of these, so that
 * rounding hangs on the buckets alone, not on who added which of them when.
 *
 * @param <S> sums
 */
final class BucketSums<S> {
  /** Number of buckets: two to the power of {@value #HEIGHT}. */
  static final int BUCKETS = 64;

  private static final int HEIGHT = 6;

  private final PiecePass<S> pass;
  private final Map<Integer, S> waiting = new TreeMap<>();

  BucketSums(PiecePass<S> pass) {
    this.pass = pass;
  }

  /**
   * Sums of the buckets from {@code index · 2^level} to before {@code (index + 1) · 2^level}.
   *
   * @param <S> sums
   */
  record Node<S>(int level, int index, S sums) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** Adds sums, to those of their neighbour if they are there. */
  void add(Node<S> node) {
    S sums = node.sums();
    int level = node.level();
    int index = node.index();
    while (level < HEIGHT) {
      @Nullable S neighbour = waiting.remove(place(level, index ^ 1));
      if (neighbour == null) {
        break;
      }
      S left = index % 2 == 0 ? sums : neighbour;
      pass.merge(left, index % 2 == 0 ? neighbour : sums);
      sums = left;
      level++;
      index /= 2;
    }
    waiting.put(place(level, index), sums);
  }

  /** What waits for a neighbour. */
  List<Node<S>> nodes() {
    List<Node<S>> nodes = new ArrayList<>();
    waiting.forEach((place, sums) -> nodes.add(node(place, sums)));
    return nodes;
  }

  /** The sum of all, once no more come: who has waited in vain goes on alone. */
  S total() {
    for (int level = 0; level < HEIGHT; level++) {
      for (Node<S> node : nodes()) {
        if (node.level() == level) {
          waiting.remove(place(level, node.index()));
          add(new Node<>(level + 1, node.index() / 2, node.sums()));
        }
      }
    }
    S root = waiting.get(place(HEIGHT, 0));
    return root == null ? pass.start() : root;
  }

  private static int place(int level, int index) {
    return level * BUCKETS + index;
  }

  private static <S> Node<S> node(int place, S sums) {
    return new Node<>(place / BUCKETS, place % BUCKETS, sums);
  }
}
