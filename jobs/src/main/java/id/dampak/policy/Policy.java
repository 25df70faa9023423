package id.dampak.policy;

import java.util.Locale;

/** What is done about live sessions while there is unrest. */
public enum Policy {
  /** The feature is off: every planned session is silenced, whatever it would have said. */
  BLANKET,
  /** The feature stays on; only sessions that score at or above a threshold are stopped. */
  TARGETED;

  /** The policy's name in the lake, for example {@code blanket}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
