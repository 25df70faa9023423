package id.dampak.estimate;

import java.io.Serializable;

/**
 * End points of an event study: every period before {@code first} shares one coefficient with it,
 * every period after {@code last} one with that.
 *
 * @param first the earliest relative period with a coefficient
 * @param last the latest relative period with a coefficient
 */
public record Bins(int first, int last) implements Serializable {
  private static final long serialVersionUID = 1L;

  public Bins {
    if (first >= last) {
      throw new IllegalArgumentException("first %d is not before last %d".formatted(first, last));
    }
  }

  int clamp(int relativePeriod) {
    return Math.max(first, Math.min(last, relativePeriod));
  }
}
