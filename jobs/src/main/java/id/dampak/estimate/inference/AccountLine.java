package id.dampak.estimate.inference;

import id.dampak.estimate.Estimate;
import java.util.Optional;

/**
 * The parts of a loss, of all units or of a group, in money. What cannot be told is NaN: all of it
 * where the slope of the group is collinear, the interval where too few clusters carry it.
 *
 * @param group name of the group; {@code all} for the total
 * @param units units in it
 * @param gross what the suspended channel lost while it was off
 * @param displaced what the other channels gained meanwhile; empty where channels are not known
 * @param recovered what all channels gained after the end
 * @param net gross − displaced − recovered
 * @param divertRatio displaced / gross, with an interval where that of gross excludes 0
 */
public record AccountLine(
    String group,
    double units,
    Estimate gross,
    Optional<Estimate> displaced,
    Estimate recovered,
    Estimate net,
    Optional<Estimate> divertRatio) {}
