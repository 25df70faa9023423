package id.dampak.estimate;

/**
 * How many clusters the standard errors rest on.
 *
 * @param by the column (or {@code a^b} for the cells of two)
 * @param count distinct clusters among the observations that entered
 */
public record Clusters(String by, int count) {}
