package id.dampak.estimate.inference;

import id.dampak.error.PowerErrors;
import java.util.ArrayList;
import java.util.List;

/**
 * Power of the randomisation test over placebo dates, from the placebos themselves.
 *
 * <p>The test rejects at size α if at most ⌊α(1 + R)⌋ − 1 of R placebos are as far from 0 as the
 * estimate: if that is further out than c, the ⌊α(1 + R)⌋-th largest |t*|. An effect −x shifts a
 * linear coefficient by exactly that, so that on the date of placebo t* the test would say
 * <i>loss</i> for every x above c + t*. These thresholds are the whole curve:
 *
 * <pre>power(x) = #{c + t* &lt; x}/R</pre>
 *
 * What is rejected on the side of a gain does not count as a loss found. See {@code
 * docs/methods/power.md}.
 *
 * @param thresholds c + t* of every placebo, ascending
 */
public record PlaceboPower(List<Double> thresholds) implements PowerCurve {
  /** Counts that are whole but for rounding are whole. */
  private static final double ROUNDING = 1e-9;

  public PlaceboPower {
    thresholds = thresholds.stream().sorted().toList();
  }

  /** The fewest placebos with which the test can reject at all: 19 at 5 %. */
  public static int fewest(double size) {
    return (int) Math.ceil(1 / size - 1 - ROUNDING);
  }

  /**
   * The curve of a test.
   *
   * @param size α, in (0, 1)
   * @param samples estimates of placebo dates, in one list or more: each list is a sample of units
   *     with a test of its own, and power is the mean over them
   * @throws id.dampak.error.DampakException where a list is too short for the test ever to reject
   */
  public static PlaceboPower of(double size, List<List<Double>> samples) {
    List<Double> thresholds = new ArrayList<>();
    for (List<Double> placebos : samples) {
      double critical = critical(size, placebos);
      placebos.forEach(placebo -> thresholds.add(critical + placebo));
    }
    return new PlaceboPower(thresholds);
  }

  private static double critical(double size, List<Double> placebos) {
    int beyond = (int) Math.floor(size * (1 + placebos.size()) + ROUNDING);
    if (beyond < 1) {
      throw PowerErrors.tooFewPlacebos(placebos.size(), fewest(size), size);
    }
    List<Double> sizes = placebos.stream().map(Math::abs).sorted().toList();
    return sizes.get(sizes.size() - Math.min(beyond, sizes.size()));
  }

  @Override
  public double power(double loss) {
    long below = thresholds.stream().filter(threshold -> threshold < loss).count();
    return (double) below / thresholds.size();
  }

  @Override
  public double detectable(double power) {
    int reached = (int) Math.ceil(power * thresholds.size() - ROUNDING);
    return Math.max(0, thresholds.get(Math.max(1, reached) - 1));
  }
}
