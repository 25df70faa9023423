package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

/**
 * What rules need to know of the cleaned rows, summed up by file and day, so that a new file costs
 * a look at the days that it touches and not at everything.
 */
public final class Profile {
  private static final Table.Builder T =
      Table.in(
          Layer.OPS,
          "profile",
          "One row per count or sum over the cleaned rows of a file and day, for the quality"
              + " rules");

  public static final Field DATASET =
      T.key("dataset", StringType, "The body of data that the study draws on");
  public static final Field SUBJECT = T.key("subject", StringType, "Table that was counted");
  public static final Field INPUT =
      T.key("input", StringType, "Name of the input, as the study declares it");
  public static final Field SOURCE_FILE =
      T.key("source_file", StringType, "File that the rows came from; empty for counts of values");
  public static final Field RELEASE =
      T.key("release", StringType, "Release that they came with; empty without one");
  public static final Field DAY =
      T.key("day", StringType, "Local day that they belong to; empty where rows have no time");
  public static final Field MEASURE =
      T.key(
          "measure",
          StringType,
          "rows, sum, missing, value, orphans, broken, first_broken, landed, set_aside, block or"
              + " repeated_keys");
  public static final Field ITEM =
      T.key("item", StringType, "Column, value, rule or reason that was counted; empty for rows");
  public static final Field MEASURED =
      T.required(
          "measured",
          LongType,
          "Rows; minor units of the currency for sum; a row number for first_broken");

  public static final Table TABLE = T.build();

  private Profile() {}
}
