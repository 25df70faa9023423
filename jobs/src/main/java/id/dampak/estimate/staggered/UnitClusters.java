package id.dampak.estimate.staggered;

import id.dampak.error.DifferenceInDifferencesErrors;
import id.dampak.estimate.Clusters;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Units listed cluster by cluster; without a column each unit is a cluster of its own. */
final class UnitClusters {
  private final Optional<String> column;
  private final int[] offsets;
  private final int[] units;

  private UnitClusters(Optional<String> column, int[] offsets, int[] units) {
    this.column = column;
    this.offsets = offsets;
    this.units = units;
  }

  /** Each of the units 0, 1, … {@code n} − 1 on its own. */
  static UnitClusters none(int n) {
    int[] places = new int[n + 1];
    Arrays.setAll(places, i -> i);
    return new UnitClusters(Optional.empty(), places, Arrays.copyOf(places, n));
  }

  /**
   * Units in clusters.
   *
   * @param codes of the cluster of each unit, not negative
   * @throws id.dampak.error.DampakException if there is but one cluster
   */
  static UnitClusters of(String column, int[] codes) {
    int levels = Arrays.stream(codes).max().orElse(0) + 1;
    int[] numbers = new int[levels];
    int count = 0;
    for (int code : codes) {
      if (numbers[code] == 0) {
        numbers[code] = ++count;
      }
    }
    if (count < 2) {
      throw DifferenceInDifferencesErrors.oneCluster(column);
    }
    int[] offsets = new int[count + 1];
    for (int code : codes) {
      offsets[numbers[code]]++;
    }
    Arrays.parallelPrefix(offsets, Integer::sum);
    int[] next = offsets.clone();
    int[] units = new int[codes.length];
    for (int unit = 0; unit < codes.length; unit++) {
      units[next[numbers[codes[unit]] - 1]++] = unit;
    }
    return new UnitClusters(Optional.of(column), offsets, units);
  }

  int units() {
    return units.length;
  }

  int count() {
    return offsets.length - 1;
  }

  /** The place in the list at which a cluster begins. */
  int from(int cluster) {
    return offsets[cluster];
  }

  /** The unit in the given place of the list. */
  int unit(int place) {
    return units[place];
  }

  /** What a fit says about clusters. */
  List<Clusters> described() {
    return column.map(by -> new Clusters(by, count())).stream().toList();
  }
}
