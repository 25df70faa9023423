package id.dampak.quality;

import static org.apache.spark.sql.functions.regexp_replace;

import org.apache.spark.sql.Column;

/** The reasons for which rows are set aside. */
public final class Reasons {
  private static final String VALUES = "\"[^\"]*\"|-?\\d[\\d.,:TZ+-]*";

  private Reasons() {}

  /** A reason without its values, so that rows set aside for the same reason count together. */
  public static Column kind(Column reason) {
    return regexp_replace(reason, VALUES, "…");
  }
}
