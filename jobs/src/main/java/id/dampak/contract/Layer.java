package id.dampak.contract;

import java.util.Locale;

/** The layers of the lake; each is a folder of Delta tables and a database name in SQL. */
public enum Layer {
  /** As landed, with lineage. */
  BRONZE,
  /** Typed, deduplicated, UTC. */
  SILVER,
  /** Joined and estimated. */
  GOLD,
  /** What ran, and how it went. */
  OPS,
  /** What comes with the program: provinces, size classes, sectors, holidays. */
  REFERENCE;

  /** The layer's name in paths and SQL, for example {@code gold}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
