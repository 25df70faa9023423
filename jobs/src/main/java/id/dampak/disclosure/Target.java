package id.dampak.disclosure;

import java.util.Set;

/**
 * What must stay uncertain: the sum of some hidden cells, most often of one.
 *
 * @param cells numbers of the cells
 * @param up how far above its value the sum must seem possible
 * @param down how far below its value
 */
record Target(Set<Integer> cells, double up, double down) {

  Target {
    cells = Set.copyOf(cells);
  }

  double distance(Direction direction) {
    return switch (direction) {
      case UP -> up;
      case DOWN -> down;
    };
  }

  /** Which way the sum seems to be off. */
  enum Direction {
    UP(1),
    DOWN(-1);

    private final int sign;

    Direction(int sign) {
      this.sign = sign;
    }

    int sign() {
      return sign;
    }
  }
}
