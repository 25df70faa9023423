package id.dampak.error;

import id.dampak.error.DampakException.Kind;
import java.util.List;

/** Errors of estimation on moments of panels that do not fit in memory. */
public final class MomentErrors {

  private MomentErrors() {}

  /** No fixed effect, or more than two. */
  public static DampakException needsOneOrTwoEffects(List<String> effects) {
    return EstimationErrors.cannotEstimate(
        "on a panel that does not fit in memory",
        effects.isEmpty()
            ? "There is no fixed effect, by whose levels the panel could be summed up."
            : "Effects are eliminated exactly there, which can be done for two of them, and these are "
                + effects.size()
                + ": "
                + String.join(", ", effects)
                + ".",
        effects.isEmpty()
            ? "Absorb an effect, such as the unit, or give more memory."
            : "Cross some of them into one, as in region^sector^day, or give more memory.");
  }

  /** The smaller of two effects has too many levels. */
  public static DampakException tooManyLevels(String effect, int levels, int most) {
    return EstimationErrors.cannotEstimate(
        "on a panel that does not fit in memory",
        effect
            + " has "
            + levels
            + " levels, and its equations, the square of that, are solved in memory.",
        "Use an effect with at most " + most + " levels, or longer periods.");
  }

  /** More observations than can be counted. */
  public static DampakException tooManyObservations(long observations) {
    return new DampakException(
        Kind.DATA,
        "The panel has " + observations + " observations.",
        "At most " + Integer.MAX_VALUE + " can enter an estimation.",
        "Use longer periods, a shorter window, or a sample of units.");
  }
}
