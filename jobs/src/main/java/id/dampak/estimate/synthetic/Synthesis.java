package id.dampak.estimate.synthetic;

import id.dampak.estimate.Fit;
import java.util.List;
import java.util.Optional;

/**
 * A fit with what it is made of.
 *
 * @param fit the terms: {@value #ATT}, the mean gap over all treated periods, and {@code gap::t}
 *     for each of them
 * @param unitWeights of all controls, by label
 * @param timeWeights of all periods before treatment
 * @param path the treated and their synthetic double in every period
 * @param real the estimate and the size of its gaps before and after treatment
 * @param placebos the same where controls took the part of the treated; empty without placebos
 * @param permutation how the real run ranks among them
 */
public record Synthesis(
    Fit fit,
    List<UnitWeight> unitWeights,
    List<TimeWeight> timeWeights,
    List<PathPoint> path,
    PlaceboRun real,
    List<PlaceboRun> placebos,
    Optional<Permutation> permutation) {

  /** The term that is the mean effect on the treated over all treated periods. */
  public static final String ATT = "att";

  public Synthesis {
    unitWeights = List.copyOf(unitWeights);
    timeWeights = List.copyOf(timeWeights);
    path = List.copyOf(path);
    placebos = List.copyOf(placebos);
  }

  /** The term that is the gap in {@code period}. */
  public static String gapTerm(int period) {
    return "gap::" + period;
  }
}
