package id.dampak.linalg;

import java.util.Arrays;

/**
 * Connected components of the graph whose nodes are the levels of two effects and whose edges are
 * the observations. Each component makes one level of the second effect redundant (Abowd, Creecy
 * and Kramarz 2002).
 */
final class Components {
  private final int[] component;
  private final int[] position;
  private final int[] sizes;

  private Components(int[] component, int[] position, int[] sizes) {
    this.component = component;
    this.position = position;
    this.sizes = sizes;
  }

  /** The components, described by the levels of {@code second}. */
  static Components of(Factor first, Factor second) {
    int offset = second.levels();
    int[] parent = new int[offset + first.levels()];
    Arrays.setAll(parent, i -> i);
    for (int i = 0; i < first.observations(); i++) {
      int a = root(parent, second.code(i));
      int b = root(parent, offset + first.code(i));
      // The smaller root wins, so that a level of the second effect always leads.
      parent[Math.max(a, b)] = Math.min(a, b);
    }
    int[] component = new int[offset];
    int[] position = new int[offset];
    int[] sizes = new int[offset];
    int[] numbers = new int[offset];
    int count = 0;
    for (int level = 0; level < offset; level++) {
      int root = root(parent, level);
      if (root == level) {
        numbers[level] = count++;
      }
      component[level] = numbers[root];
      position[level] = sizes[component[level]]++;
    }
    return new Components(component, position, Arrays.copyOf(sizes, count));
  }

  int count() {
    return sizes.length;
  }

  /** Levels of the second effect in the component. */
  int size(int component) {
    return sizes[component];
  }

  /** The component of a level of the second effect. */
  int component(int level) {
    return component[level];
  }

  /** Place of a level of the second effect within its component. */
  int position(int level) {
    return position[level];
  }

  /** Entries of one dense matrix per component. */
  long denseEntries() {
    return Arrays.stream(sizes).mapToLong(size -> (long) size * size).sum();
  }

  private static int root(int[] parent, int node) {
    int root = node;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }
}
