package id.dampak.policy;

import java.util.List;

/**
 * What one policy does to the sessions that were planned during the suspension.
 *
 * <p>Every stopped session is counted once, as stopped rightly, wrongly or unlabelled. Only
 * labelled sessions can be missed, so {@code stoppedRightly + missed} is the same for every policy.
 *
 * @param policy what is done
 * @param threshold score from which a session is stopped; 0 for the blanket suspension
 * @param sessions sessions that were planned during the suspension
 * @param stoppedRightly sessions known to incite violence that it stops
 * @param stoppedWrongly sessions known not to incite violence that it stops
 * @param stoppedUnlabelled sessions of unknown level that it stops
 * @param missed sessions known to incite violence that it lets pass
 * @param loss sales lost in minor units of the currency, after displacement
 * @param assumptions what the loss rests on, one sentence each
 */
public record PolicyOption(
    Policy policy,
    double threshold,
    long sessions,
    long stoppedRightly,
    long stoppedWrongly,
    long stoppedUnlabelled,
    long missed,
    double loss,
    List<String> assumptions) {

  public PolicyOption {
    assumptions = List.copyOf(assumptions);
  }

  /** Sessions that it stops, whatever their level. */
  public long stopped() {
    return stoppedRightly + stoppedWrongly + stoppedUnlabelled;
  }
}
