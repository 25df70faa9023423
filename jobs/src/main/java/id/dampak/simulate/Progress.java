package id.dampak.simulate;

import java.time.Duration;

/**
 * How far a simulation has come.
 *
 * @param merchants merchants written so far
 * @param transactions their transactions
 * @param elapsed time since it began
 */
public record Progress(long merchants, long transactions, Duration elapsed) {}
