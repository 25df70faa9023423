package id.dampak.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * CPU and wall seconds of sides that take turns, so that whatever else the machine does meets all of
 * them alike. CPU seconds are those of the whole process: compiler and collector are part of the
 * price.
 */
final class Turns {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final int practice;
  private final long rows;
  private final Map<String, List<double[]>> taken = new LinkedHashMap<>();

  /**
   * Forgets the first {@code practice} turns of each side.
   *
   * @param rows that one turn works on
   */
  Turns(int practice, long rows) {
    this.practice = practice;
    this.rows = rows;
  }

  /** One turn of a side. */
  <T> T take(String side, Supplier<T> work) {
    System.gc();
    long cpu = SYSTEM.getProcessCpuTime();
    long wall = System.nanoTime();
    T result = work.get();
    double[] seconds = {
      (SYSTEM.getProcessCpuTime() - cpu) / 1e9, (System.nanoTime() - wall) / 1e9
    };
    taken.computeIfAbsent(side, name -> new ArrayList<>()).add(seconds);
    return result;
  }

  /** Prints the medians, and each as a multiple of the first side. */
  void print() {
    String first = taken.keySet().iterator().next();
    System.out.printf(
        "%n%-24s %8s %10s %10s %10s %14s%n", "", "turns", "CPU-s", "wall s", "ratio", "M rows/CPU-s");
    taken.forEach(
        (side, turns) ->
            System.out.printf(
                "%-24s %8d %10.3f %10.3f %10.2f %14.2f%n",
                side,
                turns.size() - practice,
                median(side, 0),
                median(side, 1),
                median(side, 0) / median(first, 0),
                rows / median(side, 0) / 1e6));
  }

  /** The median of CPU (0) or wall (1) seconds of a side. */
  private double median(String side, int which) {
    List<double[]> turns = taken.get(side);
    double[] sorted =
        turns.stream()
            .skip(Math.min(practice, turns.size() - 1))
            .mapToDouble(t -> t[which])
            .sorted()
            .toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
