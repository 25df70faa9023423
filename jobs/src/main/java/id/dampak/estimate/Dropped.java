package id.dampak.estimate;

/**
 * Observations of the panel that did not enter, and why.
 *
 * @param reason for example {@code outcome missing} or {@code singleton of firm}
 * @param rows how many
 */
public record Dropped(String reason, long rows) {}
