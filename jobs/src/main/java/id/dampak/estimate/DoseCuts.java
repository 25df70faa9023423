package id.dampak.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Where bins of exposure end; the last bin has no end. */
public sealed interface DoseCuts {

  /**
   * The given ends, which belong to the bin below them.
   *
   * @param ends ascending; none for one bin of all exposed units
   */
  record At(List<Double> ends) implements DoseCuts {
    public At {
      ends = List.copyOf(ends);
      for (int i = 1; i < ends.size(); i++) {
        if (!(ends.get(i - 1) < ends.get(i))) {
          throw new IllegalArgumentException("ends of bins do not ascend: " + ends);
        }
      }
    }

    @Override
    public List<Double> of(double[] doses) {
      return ends;
    }
  }

  /**
   * Bins with about the same number of exposed units each; of equal quantiles one is used.
   *
   * @param bins how many, at least 1
   */
  record Quantiles(int bins) implements DoseCuts {
    public Quantiles {
      if (bins < 1) {
        throw new IllegalArgumentException("at least one bin, not " + bins);
      }
    }

    @Override
    public List<Double> of(double[] doses) {
      double[] sorted = doses.clone();
      Arrays.sort(sorted);
      return IntStream.range(1, sorted.length == 0 ? 1 : bins)
          .mapToObj(b -> sorted[(int) ((long) b * (sorted.length - 1) / bins)])
          .distinct()
          .filter(end -> end < sorted[sorted.length - 1])
          .toList();
    }
  }

  /** The ends, given the exposure of each exposed unit. */
  List<Double> of(double[] doses);
}
