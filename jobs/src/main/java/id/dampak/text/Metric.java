package id.dampak.text;

import java.util.OptionalDouble;

/**
 * One measure of one classifier on one set of texts.
 *
 * @param modelId the model, or {@link RegexBaseline#ID}
 * @param evaluation what it was measured on
 * @param slice part of that set, or {@link #ALL}
 * @param measure what was measured
 * @param measured its value; empty where it is not defined
 * @param texts texts that it rests on
 */
public record Metric(
    String modelId,
    String evaluation,
    String slice,
    Measure measure,
    OptionalDouble measured,
    long texts) {

  /** The slice that is the whole set. */
  public static final String ALL = "all";
}
