package id.dampak.policy;

import java.util.OptionalInt;

/**
 * A live session that a policy may stop or let pass.
 *
 * @param score calibrated probability that it incites violence, 0 to 1
 * @param level true level by the label policy, 0 to 4; empty where nobody has labelled it
 * @param amount sales that it makes when it is not stopped, in minor units of the currency
 * @param timing whether the suspension covers it
 */
public record Session(double score, OptionalInt level, long amount, Timing timing) {

  /** When the session was planned. */
  public enum Timing {
    /** While the feature was off. */
    DURING_SUSPENSION,
    /** Before or after; no policy of the comparison touches it. */
    OUTSIDE_SUSPENSION
  }

  public Session {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("score " + score + " is not between 0 and 1");
    }
    if (amount < 0) {
      throw new IllegalArgumentException("amount " + amount + " is negative");
    }
    level.ifPresent(Level::requireKnown);
  }

  boolean isDuringSuspension() {
    return timing == Timing.DURING_SUSPENSION;
  }

  boolean isKnownToIncite() {
    return level.isPresent() && level.getAsInt() == Level.INCITING;
  }

  boolean isKnownHarmless() {
    return level.isPresent() && level.getAsInt() != Level.INCITING;
  }
}
