package id.dampak.estimate.inference;

import id.dampak.error.InferenceErrors;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Randomisation inference (Fisher 1935): how often would a statistic as large have come from an
 * assignment that did not happen?
 *
 * <pre>p = (1 + #{|T*| ≥ |T|})/(1 + R)</pre>
 *
 * Exact under the sharp null hypothesis of no effect if what happened was as likely as each of the
 * R placebos; never below 1/(1 + R). See {@code docs/methods/randomisation-inference.md}.
 *
 * @param name what the statistic is
 * @param observed T
 * @param tail which placebos count
 * @param pValue p
 * @param placebos every placebo in the order in which they were given, those among them whose
 *     statistic is not defined and does not count
 */
public record RandomisationTest(
    String name, double observed, Tail tail, double pValue, List<Placebo> placebos) {
  /** Statistics that differ by less than this part are ties, which count. */
  private static final double TIE = 1e-10;

  public RandomisationTest {
    placebos = List.copyOf(placebos);
  }

  /**
   * Compares {@code observed} with the statistic of every placebo.
   *
   * @param label what an assignment is called
   * @param statistic T* of an assignment; NaN where it is not defined. Called in parallel
   * @throws id.dampak.error.DampakException if {@code observed} or every placebo is not defined
   */
  public static <A> RandomisationTest of(
      String name,
      Tail tail,
      double observed,
      List<A> assignments,
      Function<A, String> label,
      ToDoubleFunction<A> statistic) {
    List<Placebo> placebos =
        assignments.parallelStream()
            .map(a -> new Placebo(label.apply(a), statistic.applyAsDouble(a)))
            .toList();
    long defined = placebos.stream().filter(p -> !Double.isNaN(p.statistic())).count();
    if (Double.isNaN(observed) || defined == 0) {
      throw InferenceErrors.noPlacebos(name, observed, placebos.size());
    }
    long beyond = placebos.stream().filter(p -> isBeyond(tail, p.statistic(), observed)).count();
    return new RandomisationTest(name, observed, tail, (1.0 + beyond) / (1.0 + defined), placebos);
  }

  private static boolean isBeyond(Tail tail, double placebo, double observed) {
    double slack = TIE * Math.abs(observed);
    return switch (tail) {
      case BOTH -> Math.abs(placebo) >= Math.abs(observed) - slack;
      case UPPER -> placebo >= observed - slack;
      case LOWER -> placebo <= observed + slack;
    };
  }

  /** R: placebos whose statistic is defined. */
  public int count() {
    return (int) placebos.stream().filter(p -> !Double.isNaN(p.statistic())).count();
  }

  /** The smallest p value that this many placebos allow. */
  public double least() {
    return 1.0 / (1 + count());
  }
}
