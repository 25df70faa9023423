package id.dampak.estimate;

/**
 * One point of an event-study path.
 *
 * @param relativePeriod k: periods since the event, negative before it
 * @param group group of the heterogeneity, or {@code all}
 * @param reference whether this is the reference period, 0 by construction
 * @param estimate β_k; the reference has estimate 0 and no standard error
 */
public record EventPeriod(int relativePeriod, String group, boolean reference, Estimate estimate) {}
