package id.dampak.estimate;

import java.io.Serializable;

/**
 * Observations of the panel that did not enter, and why.
 *
 * @param reason for example {@code outcome missing} or {@code singleton of firm}
 * @param rows how many
 */
public record Dropped(String reason, long rows) implements Serializable {
  private static final long serialVersionUID = 1L;
}
