package id.dampak.estimate.sensitivity;

import java.util.List;

/**
 * What one kind of evidence says.
 *
 * @param topic which kind
 * @param standing what it allows
 * @param reason why, in words
 * @param figures the numbers behind it, those of the rules among them
 */
public record Finding(Topic topic, Standing standing, String reason, List<Figure> figures) {

  public Finding {
    figures = List.copyOf(figures);
  }

  /** Kinds of evidence. */
  public enum Topic {
    /** Whether trends were parallel before the event. */
    PRE_TREND,
    /** Whether the test of that could have seen a trend that matters. */
    PRE_TREND_POWER,
    /** How large a violation of parallel trends the effect survives. */
    SENSITIVITY,
    /** Whether there are enough clusters for standard errors. */
    CLUSTERS,
    /** Whether there are units that the event left alone. */
    STAYERS,
    /** Whether the effect rests on one shock in time. */
    TIME_SHOCKS,
    /** Whether the effect rests on one unit or group. */
    DOMINANCE
  }

  /**
   * A number with its name.
   *
   * @param name what it is
   * @param value the number
   */
  public record Figure(String name, double value) {}
}
