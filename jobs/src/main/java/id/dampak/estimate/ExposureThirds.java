package id.dampak.estimate;

import java.util.Arrays;
import java.util.List;

/**
 * Units by how much they depend on what was suspended: the never-exposed, and the exposed in three
 * groups of about the same number. Where many are exposed alike there are fewer groups.
 */
public final class ExposureThirds {
  public static final String NEVER = "never exposed";
  private static final List<List<String>> NAMES =
      List.of(
          List.of("exposed"),
          List.of("lower part", "upper part"),
          List.of("lowest third", "middle third", "highest third"));

  private ExposureThirds() {}

  /** Every name that a group may have, in order of exposure. */
  public static List<String> names() {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(NEVER), NAMES.stream().flatMap(List::stream))
        .toList();
  }

  /** The group of each unit, given its exposure, which is not negative. */
  public static List<String> of(double[] exposure) {
    List<Double> ends =
        new DoseCuts.Quantiles(3).of(Arrays.stream(exposure).filter(e -> e > 0).toArray());
    List<String> names = NAMES.get(ends.size());
    return Arrays.stream(exposure)
        .mapToObj(
            e -> e > 0 ? names.get((int) ends.stream().filter(end -> e > end).count()) : NEVER)
        .toList();
  }
}
