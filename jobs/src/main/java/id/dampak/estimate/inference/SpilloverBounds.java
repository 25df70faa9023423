package id.dampak.estimate.inference;

import id.dampak.estimate.Estimate;
import java.util.Optional;

/**
 * The net loss of all units if those that were never exposed gained or lost too. Let them gain a
 * share ρ of the true net loss N, in proportion to their usual sales. The comparison then counts
 * their gain as loss of the exposed, h for each unit of money, so that the estimate is N(1 + ρh);
 * and of N only (1 − ρ) is lost to all units together:
 *
 * <pre>N̂ (1 − ρ) / (1 + ρh)</pre>
 *
 * with −ρ where they lose. Both ends have their intervals from the same draws.
 *
 * @param share ρ
 * @param leverage h
 * @param ifGained the net loss of all if they gained the share
 * @param ifLost if they lost as much; empty where ρh ≥ 1, so that no bound exists
 */
public record SpilloverBounds(
    double share, double leverage, Estimate ifGained, Optional<Estimate> ifLost) {}
