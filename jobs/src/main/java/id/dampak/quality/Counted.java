package id.dampak.quality;

import java.util.Locale;

/** What a row of {@link id.dampak.contract.Profile} counts. */
public enum Counted {
  /** Accepted rows. */
  ROWS,
  /** Sum of the amounts of accepted rows. */
  SUM,
  /** Accepted rows without a value in the column. */
  MISSING,
  /** Accepted rows with a value of a column, by day only. */
  VALUE,
  /** Accepted rows whose reference leads nowhere. */
  ORPHANS,
  /** Accepted rows that break a rule. */
  BROKEN,
  /** Place in its file of the first row that breaks the rule. */
  FIRST_BROKEN,
  /** Usable rows that landed, superseded ones included; only for files that have such. */
  LANDED,
  /** Rows in quarantine, by kind of reason. */
  SET_ASIDE,
  /** Consecutive rows in quarantine. */
  BLOCK,
  /** Accepted rows that share their key with another. */
  REPEATED_KEYS,
  /**
   * A column that a format does not know. It is no count of rows, and is never stored: a list
   * beside the lake has it.
   */
  UNKNOWN_COLUMN;

  /** The measure in the table. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The measure of a row of the table. */
  public static Counted of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
