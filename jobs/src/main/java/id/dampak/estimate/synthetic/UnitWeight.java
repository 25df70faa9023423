package id.dampak.estimate.synthetic;

/**
 * Share of a control in the synthetic unit.
 *
 * @param unit its label
 * @param weight ω, not negative; the weights of all controls add up to 1
 */
public record UnitWeight(String unit, double weight) {}
