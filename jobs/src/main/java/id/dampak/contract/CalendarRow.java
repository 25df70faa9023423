package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.StringType;

/** One row per holiday or commercial span of days in Indonesia. */
public final class CalendarRow {
  private static final Table.Builder T =
      Table.in(
          Layer.REFERENCE,
          "calendar",
          "One row per holiday or commercial span of days in Indonesia");

  public static final Field KIND =
      T.key(
          "kind",
          StringType,
          "national_holiday, joint_leave, ramadan, payday, twin_date or harbolnas");
  public static final Field NAME = T.key("name", StringType, "Name in Indonesian");
  public static final Field FROM_DAY = T.key("from_day", DateType, "First day");
  public static final Field UNTIL_DAY = T.required("until_day", DateType, "First day after it");
  public static final Field BASIS =
      T.required(
          "basis",
          StringType,
          "official (a decision of the government is cited), compiled (from a list that cites them) or convention (a rule, no source)");
  public static final Field SOURCE =
      T.required("source", StringType, "Where the row comes from, and what of it is not verified");
  public static final Field VERSION =
      T.required("version", StringType, "First twelve digits of the SHA-256 of the file");

  public static final Table TABLE =
      T.check("ends_after_start", "until_day > from_day")
          .check("known_basis", "basis IN ('official', 'compiled', 'convention')")
          .check(
              "known_kind",
              "kind IN ('national_holiday', 'joint_leave', 'ramadan', 'payday', 'twin_date', 'harbolnas')")
          .build();

  private CalendarRow() {}
}
